import type { Interval } from '../../domain/interval';
import { inkOf } from '../../domain/palette';
import { niceTicks } from './niceTicks';
import { ink, modelLegend, modelMark, svgFigure, svgLine, svgText } from './svgText';

interface IntervalRow {
  name: string;
  color: string;
  /** One per model; a mean that does not exist is NaN. */
  points: { mean: number; interval: Interval }[];
}

const width = 640;
const nameWidth = 190;
const linePx = 15;
const gapPx = 9;

/** Means of structures with their intervals, one line per structure and model. */
export function intervalFigure(
  rows: IntervalRow[],
  models: readonly string[],
  label: string,
  format: (value: number) => string,
  domain: [number, number] | null,
): string {
  const ends = rows.flatMap(({ points }) =>
    points.flatMap(({ mean, interval }) => [mean, interval.low, interval.high]).filter(Number.isFinite),
  );
  const [low, high] = domain ?? [0, Math.max(1, ...ends) * 1.05];
  const x = (value: number) => nameWidth + ((value - low) / (high - low)) * (width - nameWidth - 62);
  const head = models.length > 1 ? 20 : 4;
  const rowPx = models.length * linePx + gapPx;
  const bottom = head + rows.length * rowPx;
  const ticks = niceTicks(low, high, 5);
  const grid = ticks.map(
    (tick) =>
      svgLine(x(tick), head, x(tick), bottom, ink.line) +
      svgText(x(tick), bottom + 14, format(tick), { anchor: 'middle', size: 10 }),
  );
  const marks = rows.map(({ name, color, points }, row) => {
    const top = head + row * rowPx + gapPx / 2;
    const title = svgText(0, top + (points.length * linePx) / 2 + 4, name, { fill: ink.text });
    const drawn = points.map(({ mean, interval }, place) => {
      const y = top + (place + 0.5) * linePx;
      if (!Number.isFinite(mean)) return svgText(x(low) + 4, y + 4, '–');
      const bar = Number.isFinite(interval.low)
        ? svgLine(x(interval.low), y, x(interval.high), y, inkOf(color), 'stroke-width="2"')
        : '';
      const number = svgText(width, y + 4, format(mean), { anchor: 'end', fill: ink.text });
      return bar + modelMark(x(mean), y, color, place) + number;
    });
    return title + drawn.join('');
  });
  const body = modelLegend(models, nameWidth, 12) + grid.join('') + marks.join('');
  return svgFigure(width, bottom + 20, label, body);
}
