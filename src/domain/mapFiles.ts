import type { Case, Prediction } from './cohort';

/** Where one label map comes from; a saved one goes before raw regions: it is what was submitted. */
export type MapFiles = Pick<Prediction, 'labelMap' | 'raw'>;

export function referenceFiles({ reference, referenceRaw }: Case): MapFiles {
  return { labelMap: reference, raw: referenceRaw };
}

export function mainPaths({ labelMap, raw }: MapFiles): string[] {
  if (labelMap !== undefined) return [labelMap];
  if (raw?.kind === 'region-masks') return raw.masks.map(({ path }) => path);
  return raw ? [raw.path] : [];
}

/** The files that decide where the grids of one side's masks are even: the case's images and its other side. */
export function pathsBeside(item: Case, side: 'reference' | 'prediction'): string[] {
  const otherSide = side === 'reference' ? item.predictions : [referenceFiles(item)];
  return [...item.images.map(({ path }) => path), ...otherSide.flatMap(mainPaths)];
}
