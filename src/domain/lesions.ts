type Triple = [number, number, number];

/** Lesion-wise conventions of the BraTS 2023 challenges (metrics.md §4). */
export const lesionProfiles = {
  'gli-2023': { dilations: 3, thresholdMm3: 50 },
  'ssa-2023': { dilations: 3, thresholdMm3: 50 },
  'ped-2023': { dilations: 3, thresholdMm3: 50 },
  'men-2023': { dilations: 1, thresholdMm3: 50 },
  'met-2023': { dilations: 1, thresholdMm3: 2 },
} as const;

export type LesionProfileName = keyof typeof lesionProfiles;

/** True when both profiles find and count the same lesions. */
export function isSameCounting(first: LesionProfileName, second: LesionProfileName): boolean {
  const [one, other] = [lesionProfiles[first], lesionProfiles[second]];
  return one.dilations === other.dilations && one.thresholdMm3 === other.thresholdMm3;
}

export const lesionProfileNames = Object.keys(lesionProfiles) as LesionProfileName[];

export function isLesionProfileName(name: unknown): name is LesionProfileName {
  return typeof name === 'string' && Object.hasOwn(lesionProfiles, name);
}

/** HD95 of a missed lesion and of a false positive. */
export const missedHd95Mm = 374;

/** Where something lies, in voxels of the volume; `upper` no longer belongs to the box. */
export interface LesionPlace {
  volumeMm3: number;
  /** A voxel of it, the nearest to its centre of mass. */
  centre: Triple;
  box: { lower: Triple; upper: Triple };
}

/** One lesion of the reference. Those at or below the threshold are shown but enter no score. */
export interface Lesion extends LesionPlace {
  /** From 1, by descending volume. */
  id: number;
  outcome: 'found' | 'missed' | 'below-threshold';
  /** Ids of the predicted components that meet its dilation. */
  components: number[];
  dice: number;
  hd95Mm: number;
}

/** One component of the prediction; a false positive when it meets no lesion. */
export interface PredictedComponent extends LesionPlace {
  /** From 1, by descending volume. */
  id: number;
  lesions: number[];
}

/** The lesion-wise scores of one region, and the lesions and components behind them. */
export interface LesionScores {
  profile: LesionProfileName;
  /** 1 when there is neither a lesion nor a false positive. */
  dice: number;
  /** 0 when there is neither a lesion nor a false positive. */
  hd95Mm: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  lesions: Lesion[];
  components: PredictedComponent[];
}
