import type { Pair } from './labelScheme';

/** What a voxel's label pair means for a (region, label) pair; `none` when neither disagrees (metrics.md §5). */
export type ErrorCause = 'none' | Cause;

/** The three terms of the gap's account. */
export type Cause = 'shared' | 'child' | 'relieved';

export const causes: readonly Cause[] = ['shared', 'child', 'relieved'];

/** The cause of a disagreement at a voxel with these labels: shared, only the label's, or only the region's. */
export function errorCause(pair: Pair, reference: number, prediction: number): ErrorCause {
  const inRegion = pair.region.labels;
  const inLabel = pair.label.labels;
  const regionErrs = inRegion.includes(reference) !== inRegion.includes(prediction);
  const labelErrs = inLabel.includes(reference) !== inLabel.includes(prediction);
  if (regionErrs) return labelErrs ? 'shared' : 'relieved';
  return labelErrs ? 'child' : 'none';
}
