import { type Dimensions, sizeUnit } from '../domain/geometry';
import type { Translate } from './translate';

/** For texts that have a form of their own, ending in _flat, for two dimensions: contours in place of surfaces. */
export function shapeOf(dimensions: Dimensions): { context: string } {
  return { context: dimensions === 2 ? 'flat' : '' };
}

/** How a size is spoken of: its unit, that of small things, its name, and the round body that has it. */
export function sizeWords(dimensions: Dimensions, t: Translate) {
  const isFlat = dimensions === 2;
  return {
    unit: sizeUnit(dimensions),
    smallUnit: isFlat ? 'mm²' : 'mm³',
    size: t(isFlat ? 'words.area' : 'words.volume'),
    sizeTitle: t(isFlat ? 'words.areaTitle' : 'words.volumeTitle'),
    ball: t(isFlat ? 'words.disc' : 'words.ball'),
  };
}

/**
 * Volumes and areas share no axis. The dimensions that most of these cases have, and the title of an axis of the
 * reference's sizes, which says how many others were left out.
 */
export function sizeAxis(
  cases: readonly Dimensions[],
  t: Translate,
): { dimensions: Dimensions; label: string } {
  const flat = cases.filter((dimensions) => dimensions === 2).length;
  const dimensions = 2 * flat > cases.length ? 2 : 3;
  const others = dimensions === 2 ? cases.length - flat : flat;
  const label = t('words.sizeAxis', sizeWords(dimensions, t));
  const leftOut = t('words.sizesLeftOut', { count: others, dimensions: 5 - dimensions });
  return { dimensions, label: others > 0 ? `${label} ${leftOut}` : label };
}
