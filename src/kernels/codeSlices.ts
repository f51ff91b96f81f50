import type { Codes } from '../domain/pairCodes';

type Shape = readonly [number, number, number];

/**
 * How many voxels of each slice along `axis` (0, 1, 2 = x, y, z as stored) have a code that is counted.
 * `isCounted` is 1 where the code counts. Codes are stored x fastest.
 */
export function countBySlice(codes: Codes, shape: Shape, axis: number, isCounted: Uint8Array): Uint32Array {
  const [width, height, depth] = shape;
  const counts = new Uint32Array(shape[axis]);
  let voxel = 0;
  for (let z = 0; z < depth; z++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, voxel++) {
        if (isCounted[codes[voxel]] === 1) counts[axis === 0 ? x : axis === 1 ? y : z]++;
      }
    }
  }
  return counts;
}

/**
 * A counted voxel in the slice along z that holds most of them, the one nearest to their centre there.
 * null when no voxel is counted.
 */
export function placeOfMost(
  codes: Codes,
  shape: Shape,
  isCounted: Uint8Array,
): [number, number, number] | null {
  const [width, height] = shape;
  const perSlice = countBySlice(codes, shape, 2, isCounted);
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
