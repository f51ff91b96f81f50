import type { MaybeNumber } from './noNumber';

/** Voxel counts per distinct distance, distances (mm) ascending. */
export interface DistanceCounts {
  distancesMm: number[];
  counts: number[];
}

/** Dice between a reference and itself grown or shrunk by a shift (mm): (0, 1) first, straight lines between. */
export interface DiceCurve {
  shiftsMm: number[];
  dice: number[];
}

/** The shift of the reference contour that costs as much Dice as the prediction did (metrics.md §6). */
export interface ContourShift {
  dice: number;
  growMm: MaybeNumber;
  shrinkMm: MaybeNumber;
  /** Of grow and shrink. */
  meanMm: MaybeNumber;
  /** For charts: at most 200 points each, a good way past the observed Dice. */
  growCurve: DiceCurve;
  shrinkCurve: DiceCurve;
}

/** Distances to the reference boundary behind the gap of one pair: of the label for shared and child errors. */
export interface BoundaryDistances {
  shared: DistanceCounts;
  child: DistanceCounts;
  relieved: DistanceCounts;
}

/** The largest τ (mm) that can be asked, above any voxel edge in use: farther errors are not in the counts. */
export const largestTauMm = 20;

/** What distances say about one pair (metrics.md §5 and §6). */
export interface PairDistances {
  /** pairKey() of the pair. */
  key: string;
  region: ContourShift;
  label: ContourShift;
  /** The label's grow curve read at the region's grow shift, its shrink curve at the shrink shift, their mean. */
  labelDiceAtRegionShift: { grow: MaybeNumber; shrink: MaybeNumber; mean: MaybeNumber };
  /** Dice(region) − mean label Dice at the region's shift: what the same accuracy costs on this shape. */
  shapePart: MaybeNumber;
  /** Mean label Dice at the region's shift − Dice(label): what is left. */
  accuracyPart: MaybeNumber;
  /** null where a scores file does not say it. */
  boundary: BoundaryDistances | null;
}

/** The same as it is measured from volumes. */
export interface MeasuredDistances extends PairDistances {
  boundary: BoundaryDistances;
}

/** Grown and shrunk contours that ask for shifts farther apart than this have no mean that says anything. */
const mostApart = 2;

/** Whether growing and shrinking agree, within a factor of 2, on how far a contour lies off. */
export function hasOneShift({ growMm, shrinkMm }: Pick<ContourShift, 'growMm' | 'shrinkMm'>): boolean {
  if (growMm.value === null || shrinkMm.value === null) return false;
  const [less, more] = [growMm.value, shrinkMm.value].sort((first, second) => first - second);
  return more <= mostApart * less;
}

/** The largest voxel edge, at least 1 mm. */
export function defaultTauMm(spacingMm: readonly number[]): number {
  return Math.min(largestTauMm, Math.max(1, ...spacingMm));
}

/** How many of the counted voxels lie within τ (mm, at most `largestTauMm`) of the boundary. */
export function voxelsWithin({ distancesMm, counts }: DistanceCounts, tauMm: number): number {
  const roundingMm = 1e-9;
  let voxels = 0;
  for (let index = 0; index < counts.length && distancesMm[index] <= tauMm + roundingMm; index++) {
    voxels += counts[index];
  }
  return voxels;
}
