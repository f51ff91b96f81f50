import type { EmptyState } from './cohortRow';
import type { GapAnswer } from './gapAnswer';
import type { Dimensions } from './geometry';
import type { Structure } from './labelScheme';
import type { LesionPlace } from './lesions';
import type { MaybeNumber } from './noNumber';

/** Found lesions with a Dice below this are told apart. */
export const barelyFoundDice = 0.1;

/** The lesions of one structure, counted as the lesion convention counts them. */
export interface LesionFindings {
  found: number;
  /** Of the found ones those with nearly no overlap: a prediction near a lesion finds it by rule. */
  barelyFound: number;
  missed: number;
  /** Marked spots that meet no lesion of the reference. */
  extra: number;
  /** Lesions too small to be counted; null where single lesions are not listed. */
  leftOut: number | null;
  thresholdMm3: number;
  /** null where there is none or where single lesions are not listed. */
  largestMissed: LesionPlace | null;
  largestExtra: LesionPlace | null;
}

/** How far off the contour is, measured and never set by a convention. */
export interface ContourFindings {
  /** The equivalent contour shift (metrics.md §6); known for regions and for the labels that they paint. */
  shiftMm: MaybeNumber;
  hd95Mm: MaybeNumber;
  /** The shift, or HD95 where there is no shift, is below one voxel edge. */
  isWithinVoxel: boolean;
}

/** What was found, missed and extra of one structure. Sizes in the sizeUnit; what is still measured is null. */
export interface StructureFindings {
  structure: Structure;
  dimensions: Dimensions;
  presence: EmptyState | 'both';
  referenceSize: number;
  predictionSize: number;
  foundSize: number;
  missedSize: number;
  extraSize: number;
  lesions: LesionFindings | null;
  contour: ContourFindings | null;
  /** Dice that even a ball of the reference's volume loses when its contour moves by a voxel; null without one. */
  voxelCost: number | null;
  /** The largest voxel edge (mm). */
  voxelMm: number;
  dice: number;
  /** The gap that the structure is a part of; null for one that no pair holds. */
  gap: GapAnswer | null;
}

/**
 * One case of one model in a clinician's measures: `derived/caseFindings.ts` finds them in scores,
 * `i18n/findingSentences.ts` words them.
 */
export interface CaseFindings {
  caseId: string;
  model: string;
  /** Each set of voxels once: a label that equals a region is told as the region. */
  structures: StructureFindings[];
  /** The pairs whose region and label are different voxels; `i18n/gapSentences.ts` words them. */
  gaps: GapAnswer[];
}

/** Where a sentence leads: a voxel, or wherever most missed or extra voxels of the structure are. */
export type FindingPlace =
  | { kind: 'voxel'; voxel: [number, number, number] }
  | { kind: 'missed' }
  | { kind: 'extra' };
