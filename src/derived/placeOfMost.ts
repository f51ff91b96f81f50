import type { Codes, PairCodes } from '../domain/pairCodes';
import type { SliceCounts } from '../domain/sliceCounts';
import { countBySlice } from '../kernels/codeSlices';

interface Sliced {
  codes: Codes;
  geometry: Pick<PairCodes['geometry'], 'shape'>;
  slices?: SliceCounts | null;
}

/**
 * A counted voxel in the slice along z that holds most of them, the one nearest to their centre there; null when no
 * voxel is counted. Where it is known how often each code occurs in each slice, the other slices are not looked at.
 */
export function placeOfMost(
  { codes, geometry: { shape }, slices }: Sliced,
  isCounted: Uint8Array,
): [number, number, number] | null {
  const [width, height] = shape;
  const perSlice = slices
    ? countedBySlice(slices[2], shape[2], isCounted)
    : countBySlice(codes, shape, 2, isCounted);
  const z = perSlice.reduce((most, count, slice) => (count > perSlice[most] ? slice : most), 0);
  if (!perSlice[z]) return null;
  const start = z * width * height;
  const places: [number, number][] = [];
  for (let index = 0; index < width * height; index++) {
    if (isCounted[codes[start + index]] === 1) places.push([index % width, Math.floor(index / width)]);
  }
  const centre = [0, 1].map((axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length);
  const squared = ([x, y]: [number, number]) => (x - centre[0]) ** 2 + (y - centre[1]) ** 2;
  const [x, y] = places.reduce((best, place) => (squared(place) < squared(best) ? place : best));
  return [x, y, z];
}

/** From the table of one axis: of each slice how often each code occurs there. */
function countedBySlice(table: SliceCounts[number], sliceCount: number, isCounted: Uint8Array): Uint32Array {
  const codeCount = table.length / sliceCount;
  return Uint32Array.from({ length: sliceCount }, (_, slice) => {
    let sum = 0;
    for (let code = 0; code < codeCount; code++) {
      if (isCounted[code] === 1) sum += table[slice * codeCount + code];
    }
    return sum;
  });
}
