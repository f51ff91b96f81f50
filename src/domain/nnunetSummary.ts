/** One structure's scores as nnU-Net wrote them; a number that the file lacks or writes as NaN is NaN. */
export interface SummaryMetrics {
  /** The label values of the structure, in the order of the file: "(1, 2, 3)" or "1". */
  labels: number[];
  dice: number;
  iou: number;
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  referenceVoxels: number;
  predictionVoxels: number;
}

export interface SummaryCase {
  referenceFile: string;
  predictionFile: string;
  structures: SummaryMetrics[];
}

/** nnU-Net's own evaluation of one model. `foregroundMean` and `mean` are null where the file lacks them. */
export interface Summary {
  cases: SummaryCase[];
  mean: SummaryMetrics[] | null;
  foregroundMeanDice: number | null;
}

/** Why a value of nnU-Net's evaluation probably differs from ours, as far as the voxel counts tell. */
export type SummaryReason =
  /** Another number of voxels altogether. */
  | 'other-grid'
  /** Their counts are those of another label of ours. */
  | 'other-labels'
  | 'other-reference'
  | 'other-prediction'
  /** As many voxels in both, in other places. */
  | 'other-places';

export interface SummaryDifference {
  caseId: string;
  labels: number[];
  theirDice: number;
  ourDice: number;
  reason: SummaryReason;
}

/** nnU-Net's evaluation of one model against ours: one value per case and structure of the summary. */
export interface SummaryAgreement {
  values: number;
  equal: number;
  /** Every structure of the summary, in its order. */
  structures: number[][];
  differences: SummaryDifference[];
  /** Prediction files of the summary that are not among ours. */
  missingFiles: string[];
}
