import type { Structure } from './labelScheme';
import type { LabelPair, VoxelBox } from './pairCodes';

/** Voxels per slice and pair code, along each axis as stored: slice · (number of pairs) + code. */
export type SliceCounts = [Uint32Array, Uint32Array, Uint32Array];

/** What one structure looks like in one slice, in voxels. */
export interface SliceScores {
  slice: number;
  hit: number;
  missed: number;
  extra: number;
}

/**
 * One structure's hits and errors in every slice along `axis` (0, 1, 2 = x, y, z as stored). `pairs` are those
 * of the codes; voxels whose reference is the ignore label are left out.
 */
export function sliceScores(
  counts: SliceCounts,
  axis: number,
  pairs: readonly LabelPair[],
  { labels }: Pick<Structure, 'labels'>,
  ignoreLabel: number | null,
): SliceScores[] {
  const perSlice = counts[axis];
  const counted = pairs.flatMap(([reference, prediction], code) => {
    const [isReference, isPrediction] = [labels.includes(reference), labels.includes(prediction)];
    if (reference === ignoreLabel || !(isReference || isPrediction)) return [];
    return [{ code, as: isReference ? (isPrediction ? 'hit' : 'missed') : 'extra' } as const];
  });
  return Array.from({ length: perSlice.length / pairs.length }, (_, slice) => {
    const scores = { slice, hit: 0, missed: 0, extra: 0 };
    for (const { code, as } of counted) scores[as] += perSlice[slice * pairs.length + code];
    return scores;
  });
}

/** Dice within one slice; NaN where the structure is in neither map. */
export function sliceDice({ hit, missed, extra }: SliceScores): number {
  return (2 * hit) / (2 * hit + missed + extra);
}

/** The slice with most errors; the one where the structure is largest when there is none, null when it is nowhere. */
export function worstSlice(scores: readonly SliceScores[]): number | null {
  const most = (weight: (slice: SliceScores) => number) =>
    scores.reduce<SliceScores | null>(
      (best, slice) => (weight(slice) > (best ? weight(best) : 0) ? slice : best),
      null,
    );
  const worst = most(({ missed, extra }) => missed + extra) ?? most(({ hit }) => hit);
  return worst?.slice ?? null;
}

/** The first and the last slice that hold anything of the structure; null when none does. */
export function reachOf(scores: readonly SliceScores[]): [first: number, last: number] | null {
  const holds = ({ hit, missed, extra }: SliceScores) => hit + missed + extra > 0;
  const first = scores.findIndex(holds);
  return first < 0 ? null : [first, scores.findLastIndex(holds)];
}

/** The box of everything that is labelled in either map; null when nothing is. `pairs` begin with background in both. */
export function labelledBox(counts: SliceCounts, pairs: readonly LabelPair[]): VoxelBox | null {
  const ends = counts.map((along) => {
    const isLabelled = (_: unknown, slice: number) =>
      along.subarray(slice * pairs.length + 1, (slice + 1) * pairs.length).some((count) => count > 0);
    const slices = Array.from({ length: along.length / pairs.length });
    return [slices.findIndex(isLabelled), slices.findLastIndex(isLabelled)];
  });
  const [x, y, z] = ends;
  return x[0] < 0 ? null : { first: [x[0], y[0], z[0]], last: [x[1], y[1], z[1]] };
}

/** The smallest box around two. */
export function jointBox(one: VoxelBox, other: VoxelBox): VoxelBox {
  const joint = (ends: 'first' | 'last', choose: (...values: number[]) => number): VoxelBox['first'] => {
    const [x, y, z] = one[ends].map((at, axis) => choose(at, other[ends][axis]));
    return [x, y, z];
  };
  return { first: joint('first', Math.min), last: joint('last', Math.max) };
}

/**
 * For each axis the slice that holds most of the structure, in the prediction alone or in either map; null when
 * it is nowhere.
 */
export function fullestSlices(
  counts: SliceCounts,
  pairs: readonly LabelPair[],
  structure: Pick<Structure, 'labels'>,
  ignoreLabel: number | null,
  isReferenceCounted: boolean,
): [number, number, number] | null {
  const fullest = [0, 1, 2].map((axis) => {
    const scores = sliceScores(counts, axis, pairs, structure, ignoreLabel);
    const weights = scores.map(({ hit, missed, extra }) => hit + extra + (isReferenceCounted ? missed : 0));
    const most = Math.max(...weights);
    return most > 0 ? weights.indexOf(most) : -1;
  });
  const [x, y, z] = fullest;
  return x < 0 ? null : [x, y, z];
}

/** The labels of either map in one slice, 0 among them. */
export function labelsInSlice(
  counts: SliceCounts,
  axis: number,
  slice: number,
  pairs: readonly LabelPair[],
): Set<number> {
  const here = counts[axis].subarray(slice * pairs.length, (slice + 1) * pairs.length);
  return new Set(pairs.filter((_, code) => here[code] > 0).flat());
}
