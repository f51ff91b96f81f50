import type { Problem } from './errors';

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
  | 'not-computed';

export interface FileFacts {
  file: string;
  bytes: number;
}

export type GeometryWarning =
  | { kind: 'headers-apart'; file: string; otherFile: string; distanceMm: number }
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
