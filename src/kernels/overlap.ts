import type { Confusion, Counts } from '../domain/results';

/** Named conventions for empty structures and means (METRICS.md §2). */
export const profiles = {
  nnunet: {
    bothEmptyDice: Number.NaN,
    bothEmptyHd95Mm: Number.NaN,
    oneEmptyHd95Mm: Number.NaN,
    skipsNaN: true,
  },
  'brats-2023': { bothEmptyDice: 1, bothEmptyHd95Mm: 0, oneEmptyHd95Mm: 374, skipsNaN: false },
  'brats-legacy': { bothEmptyDice: 1, bothEmptyHd95Mm: 0, oneEmptyHd95Mm: 373.12866, skipsNaN: false },
} as const;

export type ProfileName = keyof typeof profiles;

/** Scores of one structure. Ratios without a denominator are NaN; Dice and IoU follow the profile. */
export interface OverlapScores extends Counts {
  dice: number;
  iou: number;
  precision: number;
  recall: number;
  specificity: number;
  referenceMl: number;
  predictionMl: number;
  /** Prediction minus reference. */
  volumeDifferenceMl: number;
  absoluteVolumeDifferenceMl: number;
  /** Prediction minus reference, over reference; NaN when the reference is empty. */
  relativeVolumeDifference: number;
}

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
  confusion.counts.forEach((row, reference) => {
    if (confusion.labels[reference] === ignoreLabel) return;
    row.forEach((voxels, prediction) => {
      if (isInside[reference]) counts[isInside[prediction] ? 'tp' : 'fn'] += voxels;
      else counts[isInside[prediction] ? 'fp' : 'tn'] += voxels;
    });
  });
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
