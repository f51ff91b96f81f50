import type { OpenedAnswer } from './openedAnswer';
import type { Codes, PairCodes } from './pairCodes';
import { reachOf, sliceScores } from './sliceCounts';

type Triple = [number, number, number];

/** The voxels of a case around one structure: all that finding its errors needs. */
export interface StructurePart extends Pick<PairCodes, 'pairs' | 'geometry'> {
  /** Those of the box alone, x fastest. */
  codes: Codes;
  /** In voxels of the whole: `lower` belongs to it, `upper` no longer does; empty when the structure is nowhere. */
  box: { lower: Triple; upper: Triple };
}

/** Cut with one voxel around what either map has of the structure, where the volume reaches so far. */
export function structurePart(
  { codes, pairs, geometry, slices }: Pick<OpenedAnswer, 'codes' | 'pairs' | 'geometry' | 'slices'>,
  labels: readonly number[],
  ignoreLabel: number | null,
): StructurePart {
  const { shape } = geometry;
  const structure = { labels: [...labels] };
  const reach = [0, 1, 2].map((axis) => reachOf(sliceScores(slices, axis, pairs, structure, ignoreLabel)));
  const [x, y, z] = reach.map((ends, axis) =>
    ends ? [Math.max(0, ends[0] - 1), Math.min(shape[axis], ends[1] + 2)] : [0, 0],
  );
  const columns = x[1] - x[0];
  const kind = codes.constructor as new (length: number) => Codes;
  const part = new kind(columns * (y[1] - y[0]) * (z[1] - z[0]));
  let place = 0;
  for (let slice = z[0]; slice < z[1]; slice++) {
    for (let row = y[0]; row < y[1]; row++, place += columns) {
      const start = x[0] + shape[0] * (row + shape[1] * slice);
      part.set(codes.subarray(start, start + columns), place);
    }
  }
  return { codes: part, box: { lower: [x[0], y[0], z[0]], upper: [x[1], y[1], z[1]] }, pairs, geometry };
}
