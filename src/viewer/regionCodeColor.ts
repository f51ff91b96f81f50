import type { LabelScheme } from '../domain/labelScheme';
import { errorColors, structureColor } from '../domain/palette';
import type { RegionView } from '../domain/view';
import type { CodeColor } from './codeColor';

/** From improbable to certain: dark to light, so that it also reads without hues and on paper. */
const heatStops = ['#35104f', '#7a1f6d', '#c83e4d', '#f98e09', '#fcf5a0'];

const regionStrength = 0.45;
/** Below the threshold a probability is seen, but paints nothing. */
const belowStrength = 0.3;
const aboveStrength = 0.9;

/** What a code of the raw regions looks like; null where nothing is drawn. */
export function regionCodeColor(view: RegionView, scheme: LabelScheme, code: number): CodeColor | null {
  if (code === 0) return null;
  if (view.kind === 'heat') {
    return { color: heatColor(code), strength: code > view.thresholdStep ? aboveStrength : belowStrength };
  }
  const isIn = (region: number) => (code & (1 << region)) !== 0;
  if (view.violations.some(({ parent, child }) => isIn(child) && !isIn(parent))) {
    return { color: errorColors.extra, strength: 1 };
  }
  const innermost = scheme.regions.findLastIndex((_, region) => isIn(region));
  if (innermost < 0) return null;
  const { name, labels } = scheme.regions[innermost];
  return { color: structureColor(scheme, { kind: 'region', name, labels }), strength: regionStrength };
}

/** The colour of a probability counted in 256ths. */
export function heatColor(step: number): string {
  const along = (Math.min(255, step) / 255) * (heatStops.length - 1);
  const before = Math.min(heatStops.length - 2, Math.floor(along));
  const channel = (stop: number, place: number) =>
    Number.parseInt(heatStops[stop].slice(1 + 2 * place, 3 + 2 * place), 16);
  const mixed = [0, 1, 2].map((place) => {
    const [from, to] = [channel(before, place), channel(before + 1, place)];
    return Math.round(from + (to - from) * (along - before))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
