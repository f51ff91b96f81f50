import { markColor, modelShade } from '../../domain/palette';
import type { PlotSeries } from './plotItem';

/** A series per model in shades of a hue; the points of every second one are rings, which neighbours in shade need. */
export function modelSeries(models: readonly string[], hue: string): PlotSeries[] {
  return models.map((name, place) => ({
    name,
    color: modelShade(markColor(hue), place, models.length),
    ...(place % 2 === 1 && { mark: 'ring' as const }),
  }));
}
