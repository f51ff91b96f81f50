import type { PairDistances } from './contourShift';
import { type LabelScheme, maskKey, type Pair, pairKey, pairsOf, structuresOf } from './labelScheme';
import {
  type Lesion,
  type LesionProfileName,
  type LesionScores,
  lesionProfiles,
  type PredictedComponent,
} from './lesions';
import type { NoNumberReason } from './noNumber';
import type { SurfaceDistances } from './surfaceDistances';

/**
 * What the two surfaces of one structure gave. The surface Dice at any τ up to `largestTauMm` follows from
 * `near`; the rest of the distance profile is not kept.
 */
export interface SurfaceMeasure extends SurfaceDistances {
  /** Why the distances are not finite; null when both structures have a surface. */
  reason: NoNumberReason | null;
  /** Of both surfaces together (mm²). */
  areaMm2: number;
  /** The area (mm²) of both surfaces that lies at each distance (mm, ascending) from the other one. */
  near: { distancesMm: number[]; areasMm2: number[] };
}

/** The lesions and predicted components of one structure; scores of any threshold follow from them. */
export interface LesionMeasure {
  lesions: Lesion[];
  components: PredictedComponent[];
  /** What a scores file said without its lesions; then these scores are all there is. */
  totals?: LesionScores;
}

/** Everything that one case of one model gave beside its joint histogram, as far as it was measured. */
export interface CaseMeasures {
  /** Voxels whose reference has this value were left out: other measures hold for another ignore label. */
  ignoreLabel: number | null;
  /**
   * The only τ (mm) at which surface Dice and boundary are known; null when they are known at every τ. Set for
   * what a scores file without distances brought.
   */
  onlyTauMm: number | null;
  /** By maskKey. */
  surfaces: Record<string, SurfaceMeasure>;
  /** By lesionKey. */
  lesions: Record<string, LesionMeasure>;
  /** By pairKey. */
  pairs: Record<string, PairDistances>;
}

/** What is to be measured: label sets and pairs, each once. */
export interface MeasurePlan {
  surfaces: number[][];
  lesions: number[][];
  pairs: Pair[];
}

/** Profiles of equal dilation share their lesions: only the threshold, applied afterwards, tells them apart. */
export function lesionKey(labels: readonly number[], profile: LesionProfileName): string {
  return `${maskKey(labels)}@${lesionProfiles[profile].dilations}`;
}

/** What a scheme and a lesion profile ask for that was not measured yet; a changed ignore label asks for all. */
export function missingMeasures(
  measures: CaseMeasures | undefined,
  scheme: LabelScheme,
  profile: LesionProfileName,
): MeasurePlan {
  const known = measures?.ignoreLabel === scheme.ignoreLabel ? measures : undefined;
  const labelSets = new Map(structuresOf(scheme).map(({ labels }) => [maskKey(labels), labels]));
  const pairs = new Map(pairsOf(scheme).map((pair) => [pairKey(pair), pair]));
  return {
    surfaces: [...labelSets].filter(([key]) => !known?.surfaces[key]).map(([, labels]) => labels),
    lesions: [...labelSets.values()].filter((labels) => !known?.lesions[lesionKey(labels, profile)]),
    pairs: [...pairs].filter(([key]) => !known?.pairs[key]).map(([, pair]) => pair),
  };
}

export function isNothing({ surfaces, lesions, pairs }: MeasurePlan): boolean {
  return surfaces.length + lesions.length + pairs.length === 0;
}

/** Both together; what was measured under another ignore label, or known at one τ only, is dropped. */
export function withMeasures(before: CaseMeasures | undefined, added: CaseMeasures): CaseMeasures {
  if (before?.ignoreLabel !== added.ignoreLabel || before.onlyTauMm !== added.onlyTauMm) return added;
  return {
    ignoreLabel: added.ignoreLabel,
    onlyTauMm: added.onlyTauMm,
    surfaces: { ...before.surfaces, ...added.surfaces },
    lesions: { ...before.lesions, ...added.lesions },
    pairs: { ...before.pairs, ...added.pairs },
  };
}
