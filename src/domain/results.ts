import type { PairDistances } from './contourShift';
import type { Problem } from './errors';
import type { Dimensions } from './geometry';
import type { LabelScheme, Pair, Structure } from './labelScheme';
import type { LesionProfileName, LesionScores } from './lesions';
import type { CaseMeasures } from './measures';
import type { NoNumberReason } from './noNumber';
import type { ProfileName } from './profile';
import type { SurfaceDistances } from './surfaceDistances';

/** H[reference][prediction] over all label values that occur in either map, 0 first (metrics.md §2). */
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

export interface FileFacts {
  file: string;
  bytes: number;
  /** When the file was last changed (ms since 1970), where that is known. */
  modified?: number;
}

/** What a single file says doubtfully; it is scored as it was read. */
export type FileWarning =
  /** A voxel edge is below 0.01 or above 50 mm. */
  | { kind: 'unusual-edge'; file: string; spacing: string }
  /** Two statements of one header on the voxel's edges; the first, pixdim, is used. */
  | { kind: 'spacing-contradicts-form'; file: string; pixdim: string; form: string }
  /** No edge is stated for these axes (from 1); `spacing` is used, `form` is what the header's axes imply. */
  | { kind: 'no-spacing'; file: string; axes: string; spacing: string; form: string }
  /** The header does not say where the voxels lie: nothing is turned. */
  | { kind: 'no-orientation'; file: string }
  /** Values within 0.001 of a whole number. */
  | { kind: 'rounded-values'; file: string; voxels: number }
  /** Voxels that are not a number, counted as 0. */
  | { kind: 'nan-voxels'; file: string; voxels: number }
  /** Segments whose values are not those of the scheme: their names decided. */
  | { kind: 'segments-renumbered'; file: string; segments: string }
  /** Segments whose names the scheme does not know: their values, or how they lie in each other, decided. */
  | { kind: 'segments-unnamed'; file: string; segments: string }
  /** By their names one segment lies in the other, by their voxels mostly not. */
  | { kind: 'segments-contradict'; file: string; inner: string; outer: string }
  /** One of a subject's masks that lies on another grid or cannot be read: its structure is not scored. */
  | { kind: 'mask-left-out'; file: string; structure: string; problem: Problem }
  /** A folder of masks has none for structures that the other side holds: they count as empty. */
  | { kind: 'masks-missing'; file: string; structures: string };

export type GeometryWarning =
  | FileWarning
  | {
      kind: 'headers-apart';
      file: string;
      otherFile: string;
      distanceMm: number;
      /** The headers' axes point in other directions, so that turning by header changes the scores. */
      isTurnable?: boolean;
    }
  /** `isTurnable`: stored in the same size, so that it can be compared voxel by voxel instead. */
  | { kind: 'reoriented'; file: string; otherFile: string; isTurnable?: boolean }
  | { kind: 'spacing-differs'; file: string; otherFile: string };

/** Everything that reading one case of one model gave: the overlap of every scheme follows from it. */
export interface AnswerResult {
  caseId: string;
  model: string;
  reference: FileFacts;
  prediction: FileFacts;
  shape: [number, number, number];
  spacingMm: [number, number, number];
  warnings: GeometryWarning[];
  confusion: Confusion;
  /** The paintKey of the scheme, where a map was painted from raw regions: another scheme gives another map. */
  paintKey?: string;
  /** Label values that a mask left out would tell apart; a structure that holds only some of them is not scored. */
  indistinct?: number[][];
}

/** A case of a model that could not be scored. */
export interface AnswerFailure {
  caseId: string;
  model: string;
  problem: Problem;
}

/**
 * Scores of one structure. Ratios without a denominator are NaN; Dice and IoU follow the profile. Sizes are in the
 * sizeUnit of `dimensions`.
 */
export interface OverlapScores extends Counts {
  dice: number;
  iou: number;
  precision: number;
  recall: number;
  specificity: number;
  dimensions: Dimensions;
  referenceSize: number;
  predictionSize: number;
  /** Prediction minus reference. */
  sizeDifference: number;
  absoluteSizeDifference: number;
  /** Prediction minus reference, over reference; NaN when the reference is empty. */
  relativeVolumeDifference: number;
}

/** The numbers of a gap, in the order of its account. */
export const gapNumbers = [
  'regionDice',
  'labelDice',
  'gap',
  /** shared · (1/S_L − 1/S_R) */
  'volumeEffect',
  /** child / S_L */
  'accumulatedError',
  /** relieved / S_R; it enters the gap with a minus. */
  'relief',
] as const;

/** The errors behind them. */
export const gapVoxels = ['sharedVoxels', 'childVoxels', 'relievedVoxels'] as const;

/** The exact account of Dice(region) − Dice(label); parts are NaN when either structure is in neither map. */
export type GapAccount = Record<(typeof gapNumbers)[number] | (typeof gapVoxels)[number], number>;

/** Surface scores of one structure under a convention; numbers that do not exist are NaN. */
export interface StructureSurface extends SurfaceDistances {
  /** Why the distances are no ordinary numbers; null when both structures have a surface. */
  reason: NoNumberReason | null;
  /** Surface Dice (NSD) at τ. */
  nsd: number;
  tauMm: number;
}

/** The three voxel sets of a gap within τ of the reference boundary; the others are farther. */
export interface BoundarySplit {
  tauMm: number;
  shared: number;
  child: number;
  relieved: number;
}

/** A pair's two overlap scores under the convention, and the account of their gap, which needs none. */
export interface PairScores {
  pair: Pair;
  region: OverlapScores;
  label: OverlapScores;
  account: GapAccount;
  /** Contour shifts and the errors by distance; null until they are measured. */
  distances: PairDistances | null;
  boundary: BoundarySplit | null;
}

/** One structure's scores; null where nothing was measured. */
export interface StructureScores {
  structure: Structure;
  overlap: OverlapScores;
  surface: StructureSurface | null;
  lesions: LesionScores | null;
}

/** What every number depends on beside the files and the scheme; shown wherever a number is. */
export interface Convention {
  profile: ProfileName;
  lesionProfile: LesionProfileName;
  /** null stands for the case's default: the largest voxel edge, at least 1 mm. */
  tauMm: number | null;
}

/** All scores of one case and model under a scheme and a convention, derived from what its files gave. */
export interface CaseScores {
  result: AnswerResult;
  scheme: LabelScheme;
  /** The facts behind surfaces, lesions and distances; null when nothing was measured. */
  measures: CaseMeasures | null;
  convention: Convention;
  /** The τ of this case (mm). */
  tauMm: number;
  structures: StructureScores[];
  pairs: PairScores[];
  /** Values of the maps without a meaning in the scheme. */
  unknownLabels: { value: number; voxels: number }[];
}
