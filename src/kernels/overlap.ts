import { dimensionsOf, type Geometry, voxelSize } from '../domain/geometry';
import { type ProfileName, profiles } from '../domain/profile';
import type { Confusion, Counts, OverlapScores } from '../domain/results';

/**
 * TP, FP, FN and TN of the structure made of `labels`, from the joint histogram. Voxels whose reference is
 * the ignore label are left out.
 */
export function countsOf(
  confusion: Confusion,
  labels: readonly number[],
  ignoreLabel: number | null,
): Counts {
  const isInside = confusion.labels.map((value) => labels.includes(value));
  const counts: Counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  // Loops without closures: a large cohort asks for this tens of thousands of times at once.
  for (let reference = 0; reference < isInside.length; reference++) {
    if (confusion.labels[reference] === ignoreLabel) continue;
    const row = confusion.counts[reference];
    for (let prediction = 0; prediction < isInside.length; prediction++) {
      const voxels = row[prediction];
      if (isInside[reference]) {
        if (isInside[prediction]) counts.tp += voxels;
        else counts.fn += voxels;
      } else if (isInside[prediction]) counts.fp += voxels;
      else counts.tn += voxels;
    }
  }
  return counts;
}

/** Dice = 2TP/(2TP+FP+FN); `bothEmpty` when neither map holds the structure. */
export function diceOf({ tp, fp, fn }: Counts, bothEmpty = Number.NaN): number {
  return tp + fp + fn === 0 ? bothEmpty : (2 * tp) / (2 * tp + fp + fn);
}

/** All overlap scores of one structure on a grid under a convention; sizes in the grid's sizeUnit. */
export function overlapScores(
  counts: Counts,
  grid: Pick<Geometry, 'shape' | 'spacingMm'>,
  profile: ProfileName,
): OverlapScores {
  const sizeOfOne = voxelSize(grid);
  const { tp, fp, fn, tn } = counts;
  const { bothEmptyDice } = profiles[profile];
  const referenceSize = (tp + fn) * sizeOfOne;
  const predictionSize = (tp + fp) * sizeOfOne;
  const sizeDifference = predictionSize - referenceSize;
  return {
    ...counts,
    dice: diceOf(counts, bothEmptyDice),
    iou: tp + fp + fn === 0 ? bothEmptyDice : tp / (tp + fp + fn),
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    specificity: tn / (tn + fp),
    dimensions: dimensionsOf(grid),
    referenceSize,
    predictionSize,
    sizeDifference,
    absoluteSizeDifference: Math.abs(sizeDifference),
    relativeVolumeDifference: tp + fn === 0 ? Number.NaN : (fp - fn) / (tp + fn),
  };
}
