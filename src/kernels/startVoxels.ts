import type { Structure } from '../domain/labelScheme';
import type { Codes, LabelPair } from '../domain/pairCodes';
import { type SliceCounts, sliceScores, worstSlice } from '../domain/sliceCounts';
import { countedCodes } from './codeSlices';

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
  const found = [0, 1, 2].map((axis) => startAlong(pair, axis, labels, ignoreLabel));
  return found.every((voxel) => voxel !== null) ? (found as [Triple, Triple, Triple]) : null;
}

function startAlong(
  { codes, pairs, shape, slices }: CountedCodes,
  axis: number,
  labels: number[],
  ignoreLabel: number | null,
): Triple | null {
  const scores = sliceScores(slices, axis, pairs, { labels }, ignoreLabel);
  const slice = worstSlice(scores);
  if (slice === null) return null;
  const hasErrors = scores[slice].missed + scores[slice].extra > 0;
  const isAsked = countedCodes(pairs, (reference, prediction) => {
    const [isReference, isPrediction] = [labels.includes(reference), labels.includes(prediction)];
    return reference !== ignoreLabel && (hasErrors ? isReference !== isPrediction : isReference);
  });
  const voxels: Triple[] = [];
  const [first, second] = [0, 1, 2].filter((other) => other !== axis);
  const strides = [1, shape[0], shape[0] * shape[1]];
  for (let row = 0; row < shape[second]; row++) {
    for (let column = 0; column < shape[first]; column++) {
      const code = codes[slice * strides[axis] + column * strides[first] + row * strides[second]];
      if (isAsked[code] === 0) continue;
      const voxel: Triple = [0, 0, 0];
      voxel[axis] = slice;
      voxel[first] = column;
      voxel[second] = row;
      voxels.push(voxel);
    }
  }
  return nearestToCentre(voxels);
}

function nearestToCentre(voxels: readonly Triple[]): Triple {
  const centre = [0, 1, 2].map((axis) => voxels.reduce((sum, voxel) => sum + voxel[axis], 0) / voxels.length);
  const squared = (voxel: Triple) => voxel.reduce((sum, at, axis) => sum + (at - centre[axis]) ** 2, 0);
  return voxels.reduce((best, next) => (squared(next) < squared(best) ? next : best));
}
