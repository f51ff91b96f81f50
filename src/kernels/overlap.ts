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

/** All overlap scores of one structure under a convention; volumes in mL. */
export function overlapScores(counts: Counts, voxelMl: number, profile: ProfileName): OverlapScores {
  const { tp, fp, fn, tn } = counts;
  const { bothEmptyDice } = profiles[profile];
  const referenceMl = (tp + fn) * voxelMl;
  const predictionMl = (tp + fp) * voxelMl;
  const volumeDifferenceMl = predictionMl - referenceMl;
  return {
    ...counts,
    dice: diceOf(counts, bothEmptyDice),
    iou: tp + fp + fn === 0 ? bothEmptyDice : tp / (tp + fp + fn),
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    specificity: tn / (tn + fp),
    referenceMl,
    predictionMl,
    volumeDifferenceMl,
    absoluteVolumeDifferenceMl: Math.abs(volumeDifferenceMl),
    relativeVolumeDifference: tp + fn === 0 ? Number.NaN : (fp - fn) / (tp + fn),
  };
}
