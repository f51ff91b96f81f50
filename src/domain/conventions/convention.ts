/** What a structure is, whatever a scheme calls it and whatever values it has there. */
export type Meaning =
  | 'WT'
  | 'TC'
  | 'ET'
  | 'NETC'
  | 'SNFH'
  | 'RC'
  | 'CC'
  | 'GTV'
  | 'kidney-and-mass'
  | 'mass'
  | 'kidney-tumor';

/** One structure that a convention scores. What is set here holds in place of the convention's own rule. */
export interface ConventionStructure {
  /** As its authors write it. */
  name: string;
  is: Meaning;
  dilations?: number;
  /** Lesions of at most this size are left out: mm³ in the reference, `RemovedSize` in the prediction. */
  smallAtMost?: number;
  tausMm?: readonly number[];
}

/** What a distance counts that does not exist: mm, or the diagonal of the volume counted in voxels. */
export type Penalty = number | 'voxel-diagonal';

/** In which a predicted lesion is measured before it is removed. */
export type RemovedSize = 'voxels' | 'mm3';

/**
 * Which surface a surface Dice is of: area of surface elements (metrics.md §3), or the border voxels of each mask,
 * the mean of both directions' shares (§8).
 */
export type SurfaceKind = 'surface-elements' | 'border-voxels';

/** Scores of a structure as one mask. Where one map has nothing of it, Dice and surface Dice are 0. */
export interface WholeRule {
  bothEmptyDice: number;
  /** Area-weighted percentile, the larger of two directions (metrics.md §3). */
  hd95: { bothEmptyMm: number; oneEmpty: Penalty } | null;
  nsd: { of: SurfaceKind; tausMm: readonly number[] } | null;
}

/**
 * Lesions as in 2023 and 2024 (metrics.md §4, §8): components whose dilations touch are one, and every predicted lesion
 * that meets a reference lesion's dilation belongs to it, also to several.
 */
export interface DilatedMatching {
  kind: 'dilated';
  /** Of the 18-neighbourhood. */
  dilations: number;
  isPredictionMerged: boolean;
  /** Reference lesions of at most this volume (mm³) enter no score. */
  smallAtMost: number;
  /** Predicted lesions of at most `smallAtMost` are removed before anything is scored; null: none are. */
  removedBy: RemovedSize | null;
  /** Lesions of one tissue that touch the same lesion of another are one; in this order. */
  mergedBy: Partial<Record<Meaning, readonly Meaning[]>>;
  isFalsePositiveCharged: boolean;
  penalty: Penalty;
  nsdTausMm: readonly number[];
  /** The script's whole-volume HD95 takes lesion numbers for a mask. */
  isWholeHd95OfNumbers: boolean;
}

/**
 * Lesions as panoptica matches them (metrics.md §9): one to one, so that the sum of Dice is as large as possible; means
 * are over matched ones only.
 */
export interface OneToOneMatching {
  kind: 'one-to-one';
  /** A pair with a smaller Dice is none. */
  leastDice: number;
  infiniteHd95Mm: number;
  /** The x edge is taken along z, and the z edge along x. */
  isSpacingReversed: boolean;
  /** Reference lesions below this volume are counted apart, and found from this Dice on; null: all are equal. */
  small: { belowMm3: number; leastDice: number } | null;
}

/** What is strange about a convention, or wrong in its official program; each has a sentence in every language. */
export const quirkKeys = [
  'mean-leaves-out-both-empty',
  'both-empty-is-perfect',
  'penalty-from-image-size',
  'every-speck-is-charged',
  'small-found-is-forgiven',
  'sizes-in-two-units',
  'whole-hd95-of-numbers',
  'snfh-dilated-three-times',
  'false-positives-are-free',
  'misses-leave-the-mean',
  'spacing-on-wrong-axes',
  'global-in-voxels',
  'unknown-label-drops-the-case',
  'small-false-positives-of-any-size',
  'spacing-of-prediction',
  'missing-file-unnoticed',
] as const;

export type QuirkKey = (typeof quirkKeys)[number];

/** A published way of turning two label maps into numbers: everything that decides them, as data. */
export interface NamedConvention {
  name: string;
  title: string;
  year: number;
  /** `version`: the date or number of what was read. */
  source: { address: string; version: string };
  /** 'of-the-scheme': the regions and labels of whatever scheme is used. */
  structures: readonly ConventionStructure[] | 'of-the-scheme';
  whole: WholeRule | null;
  lesions: DilatedMatching | OneToOneMatching | null;
  /** Over cases; a number that does not exist is left out, or there is none. */
  mean: 'leaves-out-missing' | 'of-all-cases';
  /** What a case without a prediction counts in means; null where no rule is known. */
  missingFile: { dice: number; hd95Mm: number } | null;
  quirks: readonly QuirkKey[];
}
