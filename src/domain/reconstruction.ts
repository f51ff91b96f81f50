import type { Confusion, Counts } from './results';

/** A box of voxels, both ends inside, with the mean place of its voxels. */
export interface VoxelPlace {
  voxels: number;
  first: [number, number, number];
  last: [number, number, number];
  centre: [number, number, number];
}

/** Voxels predicted as `child` but not as `parent`, although the child's labels lie among the parent's. */
export interface NestingViolation {
  parent: string;
  child: string;
  voxels: number;
  /** Null when there are none. */
  place: VoxelPlace | null;
}

/** What a painted map changed: the whole foreground, one region's labels or one label. */
export interface ChangedStructure {
  kind: 'foreground' | 'region' | 'label';
  name: string;
  labels: number[];
}

/** One thing that can make a saved label map differ from what its regions paint. */
export type ReconstructionCause =
  /** Regions in declared order painted these values. */
  | { kind: 'class-order'; regionsClassOrder: number[] }
  /** Every region painted its own value, in this order of regions. */
  | { kind: 'paint-sequence'; regions: string[] }
  /** The raw regions are not in declared order: the first array is regions[0], and so on. */
  | { kind: 'region-order'; regions: string[] }
  | { kind: 'labels-renamed'; renamed: { from: number; to: number }[] }
  | { kind: 'region-ignored'; region: string }
  /** Per region any threshold t with atLeast ≤ t < below paints the map; `isCommon`: one t does for all. */
  | { kind: 'threshold'; isCommon: boolean; thresholds: { region: string; atLeast: number; below: number }[] }
  /** Whole components of a structure, by size, became `replacedBy`. */
  | {
      kind: 'components-removed';
      structure: ChangedStructure;
      componentVoxels: number[];
      keptComponents: number;
      replacedBy: number;
    }
  /** Whole holes of a structure, by size, became `filledWith`. */
  | { kind: 'holes-filled'; structure: ChangedStructure; holeVoxels: number[]; filledWith: number }
  /** Saved axis i is painted axis `axes[i]`, counted backwards where `flipped[i]`. */
  | { kind: 'axes'; axes: [number, number, number]; flipped: [boolean, boolean, boolean] }
  /** The arrays are the softmax of a label-trained model, with or without the background as first. */
  | { kind: 'softmax'; channels: number; hasBackground: boolean };

/** A cause tried: what still differs when it is assumed, and which share of the differing voxels it explains. */
export interface TriedCause {
  cause: ReconstructionCause;
  differingVoxels: number;
  explainedShare: number;
}

/**
 * The verdict on one saved map. `explained` lists every single cause that explains it exactly, the likeliest
 * first; `unexplained` names the cause that comes nearest, as a hint only.
 */
export type ReconstructionVerdict =
  | { verdict: 'identical'; voxels: number }
  | { verdict: 'explained'; difference: MapDifference; causes: TriedCause[] }
  | { verdict: 'unexplained'; difference: MapDifference; nearest: TriedCause | null };

/** Where and how a saved map differs from the painted one; rows of the table are painted values. */
export interface MapDifference {
  voxels: number;
  differingVoxels: number;
  table: Confusion;
  place: VoxelPlace | null;
}

/** Scores of one structure in one way of reading a prediction. */
export interface ReadScore {
  kind: 'region' | 'label';
  name: string;
  labels: number[];
  counts: Counts;
  dice: number;
}

/** The ways to read one raw prediction that must not be confused (metrics.md §7). */
export interface ReconstructionScores {
  /** Regions as predicted, before painting. */
  rawRegions: ReadScore[];
  /** Regions read back from the painted map (what nnU-Net reports), then its labels. */
  painted: ReadScore[];
  /** Painted after clipping children to their parents. */
  clipped: ReadScore[];
  /** Painted after growing parents to hold their children. */
  grown: ReadScore[];
  /** Argmax over label probabilities derived from the regions; null where only masks are known. */
  argmax: ReadScore[] | null;
}

/** All tables at every threshold k / 256, k from 0 to 255. */
export interface ThresholdTables {
  /** Rows reference labels, columns painted labels, when every region has this threshold. */
  painted: Confusion[];
  /** Per region and threshold: counts of the region as predicted, before painting. */
  rawRegions: Counts[][];
}

/** Dice against threshold: one curve per structure (256 values), and its best threshold, an oracle. */
export interface ThresholdCurve {
  kind: 'raw-region' | 'region' | 'label';
  name: string;
  labels: number[];
  dice: Float64Array;
  /** k / 256 of the highest Dice, the one nearest to 0.5 among equal ones; NaN when Dice never exists. */
  bestThreshold: number;
}
