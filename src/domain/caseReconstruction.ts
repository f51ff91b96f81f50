import type { Prediction } from './cohort';
import type { Dimensions, Geometry } from './geometry';
import type { LabelScheme } from './labelScheme';
import type { PairCodes, VoxelBox } from './pairCodes';
import type {
  MapDifference,
  NestingViolation,
  ReconstructionCause,
  ReconstructionScores,
  ReconstructionVerdict,
  ThresholdTables,
  TriedCause,
} from './reconstruction';
import { remembered } from './remembered';

/** A verdict at a glance: what the scores file keeps of it. */
export interface VerdictSummary {
  verdict: ReconstructionVerdict['verdict'];
  differingVoxels: number;
  /** Each of them alone explains every differing voxel, the likeliest first; empty unless explained. */
  causes: ReconstructionCause[];
  /** Of an unexplained difference what comes nearest: a hint, no explanation. */
  nearest: TriedCause | null;
}

/** Everything that checking one prediction against its raw regions found. */
export interface ReconstructionFindings {
  /** Voxels of the grid, and the size of one of them. */
  voxels: number;
  voxelSize: number;
  dimensions: Dimensions;
  /** Null when the maps are identical or no label map was saved. */
  difference: MapDifference | null;
  violations: NestingViolation[];
  /** Null without a reference, or when the arrays are no regions. */
  scores: ReconstructionScores | null;
  /** False where only masks are known: then there is no threshold to move. */
  hasProbabilities: boolean;
}

/** What is known of one case and model. */
export interface CaseReconstruction {
  /** The files and the scheme that it holds for; with others it has to be checked anew. */
  basis: string;
  /** Null when no label map was saved: there is nothing to compare with. */
  summary: VerdictSummary | null;
  /** Null when the verdict was read from a scores file. */
  findings: ReconstructionFindings | null;
}

/** The voxels that any threshold or the saved map paints: all that repainting can change. */
export interface PaintedVoxels extends VoxelBox {
  /** Ascending. */
  voxels: Int32Array<ArrayBuffer>;
  /** Per region the bytes of thresholdSteps at these voxels. */
  steps: Uint8Array<ArrayBuffer>[];
}

/** The raw regions of the case on screen, as the picture and the threshold need them. */
export interface RegionVolumes {
  geometry: Geometry;
  /** One bit per region at the threshold of 0.5; null for more than 8 regions, which no byte holds. */
  bits: Uint8Array<ArrayBuffer> | null;
  /** Per region and voxel how many of the thresholds k/256 lie below its probability, 255 at most. */
  steps: Uint8Array<ArrayBuffer>[] | null;
  /** The same at the voxels that are painted; null without probabilities. */
  painted: PaintedVoxels | null;
  /** Painted × saved label; null without a saved map. */
  differences: PairCodes | null;
  /** Null without probabilities or reference. */
  tables: ThresholdTables | null;
}

/** How far the check of one case and model got, and what came out. */
export type VerdictState = ReconstructionVerdict['verdict'] | 'uncheckable' | 'failed' | 'waiting';

export const verdictStates: readonly VerdictState[] = [
  'identical',
  'explained',
  'unexplained',
  'failed',
  'waiting',
  'uncheckable',
];

/** Why a saved label map cannot be held against its regions. */
export type UncheckableReason = 'no-regions-in-scheme' | 'no-raw-regions' | 'no-label-map';

/** What of a scheme the reconstruction depends on, as a key: equal keys mean equal findings. */
export function schemeMeaning({ labels, regions, regionsClassOrder, ignoreLabel }: LabelScheme): string {
  const values = labels.map(({ value }) => value);
  return JSON.stringify([values, regions, regionsClassOrder, ignoreLabel]);
}

/** The basis of what was read from a scores file: it was found under the file's scheme, and holds for no other. */
export const scoresFileBasis = remembered((scheme: LabelScheme) => `scores file ${schemeMeaning(scheme)}`);

/** Null when label map and raw regions are both there. */
export function uncheckableReason(
  prediction: Pick<Prediction, 'labelMap' | 'raw'> | undefined,
  scheme: Pick<LabelScheme, 'regions'> | null,
): UncheckableReason | null {
  if (scheme?.regions.length === 0) return 'no-regions-in-scheme';
  if (!prediction?.raw) return 'no-raw-regions';
  return prediction.labelMap === undefined ? 'no-label-map' : null;
}

export function summaryOf(verdict: ReconstructionVerdict): VerdictSummary {
  switch (verdict.verdict) {
    case 'identical':
      return { verdict: 'identical', differingVoxels: 0, causes: [], nearest: null };
    case 'explained':
      return {
        verdict: 'explained',
        differingVoxels: verdict.difference.differingVoxels,
        causes: verdict.causes.map(({ cause }) => cause),
        nearest: null,
      };
    case 'unexplained':
      return {
        verdict: 'unexplained',
        differingVoxels: verdict.difference.differingVoxels,
        causes: [],
        nearest: verdict.nearest,
      };
  }
}
