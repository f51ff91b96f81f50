import type { Structure } from './labelScheme';

/** Voxels per slice and pair code, along each axis as stored: slice · K² + code, K the number of label values. */
export type SliceCounts = [Uint32Array, Uint32Array, Uint32Array];

/** What one structure looks like in one slice, in voxels. */
export interface SliceScores {
  slice: number;
  hit: number;
  missed: number;
  extra: number;
}

/**
 * One structure's hits and errors in every slice along `axis` (0, 1, 2 = x, y, z as stored). `values` are those
 * of the pair codes; voxels whose reference is the ignore label are left out.
 */
export function sliceScores(
  counts: SliceCounts,
  axis: number,
  values: readonly number[],
  { labels }: Pick<Structure, 'labels'>,
  ignoreLabel: number | null,
): SliceScores[] {
  const side = values.length;
  const perSlice = counts[axis];
  const slices = perSlice.length / side ** 2;
  return Array.from({ length: slices }, (_, slice) => {
    const scores = { slice, hit: 0, missed: 0, extra: 0 };
    values.forEach((reference, row) => {
      if (reference === ignoreLabel) return;
      const isReference = labels.includes(reference);
      values.forEach((prediction, column) => {
        const isPrediction = labels.includes(prediction);
        const voxels = perSlice[slice * side ** 2 + row * side + column];
        if (isReference) scores[isPrediction ? 'hit' : 'missed'] += voxels;
        else if (isPrediction) scores.extra += voxels;
      });
    });
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

/**
 * For each axis the slice that holds most of the structure, in the prediction alone or in either map; null when
 * it is nowhere.
 */
export function fullestSlices(
  counts: SliceCounts,
  values: readonly number[],
  structure: Pick<Structure, 'labels'>,
  ignoreLabel: number | null,
  isReferenceCounted: boolean,
): [number, number, number] | null {
  const fullest = [0, 1, 2].map((axis) => {
    const scores = sliceScores(counts, axis, values, structure, ignoreLabel);
    const weights = scores.map(({ hit, missed, extra }) => hit + extra + (isReferenceCounted ? missed : 0));
    const most = Math.max(...weights);
    return most > 0 ? weights.indexOf(most) : -1;
  });
  const [x, y, z] = fullest;
  return x < 0 ? null : [x, y, z];
}
