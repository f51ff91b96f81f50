import type { Problem } from './errors';
import type { Pair, Structure } from './labelScheme';

/** H[reference][prediction] over all label values that occur in either map, 0 first (METRICS.md §2). */
export interface Confusion {
  labels: number[];
  counts: number[][];
}

/** Voxel counts of one structure. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

/** A number that may not exist; then `reason` says why. */
export type NoNumberReason =
  | 'both-empty'
  | 'reference-empty'
  | 'prediction-empty'
  | 'never-reached'
  | 'no-background'
  | 'not-computed';

export interface FileFacts {
  file: string;
  bytes: number;
}

export type GeometryWarning =
  | {
      kind: 'headers-apart';
      file: string;
      otherFile: string;
      distanceMm: number;
      /** The headers' axes point in other directions, so that turning by header changes the scores. */
      isTurnable?: boolean;
    }
  | { kind: 'reoriented'; file: string; otherFile: string }
  | { kind: 'spacing-differs'; file: string; otherFile: string };

/** Everything that reading one case of one model gave: the overlap of every scheme follows from it. */
export interface PairResult {
  caseId: string;
  model: string;
  reference: FileFacts;
  prediction: FileFacts;
  shape: [number, number, number];
  spacingMm: [number, number, number];
  warnings: GeometryWarning[];
  confusion: Confusion;
}

/** A case of a model that could not be scored. */
export interface PairFailure {
  caseId: string;
  model: string;
  problem: Problem;
}

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

/** The exact account of Dice(region) − Dice(label); parts are NaN when either structure is in neither map. */
export interface GapAccount {
  regionDice: number;
  labelDice: number;
  gap: number;
  sharedVoxels: number;
  childVoxels: number;
  relievedVoxels: number;
  /** shared · (1/S_L − 1/S_R) */
  volumeEffect: number;
  /** child / S_L */
  accumulatedError: number;
  /** relieved / S_R; it enters the gap with a minus. */
  relief: number;
}

/** A pair's two overlap scores under the convention, and the account of their gap, which needs none. */
export interface PairScores {
  pair: Pair;
  region: OverlapScores;
  label: OverlapScores;
  account: GapAccount;
}

/** All scores of one case and model under a scheme and a convention, derived from its PairResult. */
export interface CaseScores {
  result: PairResult;
  structures: { structure: Structure; overlap: OverlapScores }[];
  pairs: PairScores[];
}
