import type { Structure } from '../domain/labelScheme';
import type { Codes, LabelPair } from '../domain/pairCodes';
import { countedCodes } from '../domain/pairCodes';
import { reachOf, type SliceCounts, sliceScores, worstSlice } from '../domain/sliceCounts';

type Triple = [number, number, number];

/** What a pair of a case is at its voxels, and how often each pair occurs in each slice. */
interface CountedCodes {
  codes: Codes;
  pairs: readonly LabelPair[];
  shape: Readonly<Triple>;
  slices: SliceCounts;
}

/**
 * For each axis as stored the voxel to begin at: amid the errors of the slice with most of them, amid the
 * structure where it is largest when there are none. null when the structure is in neither map.
 */
export function startVoxels(
  pair: CountedCodes,
  { labels }: Pick<Structure, 'labels'>,
  ignoreLabel: number | null,
): [Triple, Triple, Triple] | null {
  const { pairs, slices } = pair;
  const scores = [0, 1, 2].map((axis) => sliceScores(slices, axis, pairs, { labels }, ignoreLabel));
  const worst = scores.map(worstSlice);
  if (worst.some((slice) => slice === null)) return null;
  const hasErrors = scores[0].some(({ missed, extra }) => missed + extra > 0);
  const isAsked = countedCodes(pairs, (reference, prediction) => {
    const [isReference, isPrediction] = [labels.includes(reference), labels.includes(prediction)];
    return reference !== ignoreLabel && (hasErrors ? isReference !== isPrediction : isReference);
  });
  const reach = scores.map((along) => reachOf(along)!);
  return worst.map((slice, axis) =>
    nearestToCentre(voxelsIn(pair, isAsked, reach.with(axis, [slice!, slice!]))),
  ) as [Triple, Triple, Triple];
}

function voxelsIn(
  { codes, shape }: CountedCodes,
  isAsked: Uint8Array,
  [x, y, z]: [number, number][],
): Triple[] {
  const voxels: Triple[] = [];
  for (let slice = z[0]; slice <= z[1]; slice++) {
    for (let row = y[0]; row <= y[1]; row++) {
      const line = shape[0] * (row + shape[1] * slice);
      for (let column = x[0]; column <= x[1]; column++) {
        if (isAsked[codes[line + column]] === 1) voxels.push([column, row, slice]);
      }
    }
  }
  return voxels;
}

function nearestToCentre(voxels: readonly Triple[]): Triple {
  const centre = [0, 1, 2].map((axis) => voxels.reduce((sum, voxel) => sum + voxel[axis], 0) / voxels.length);
  const squared = (voxel: Triple) => voxel.reduce((sum, at, axis) => sum + (at - centre[axis]) ** 2, 0);
  return voxels.reduce((best, next) => (squared(next) < squared(best) ? next : best));
}
