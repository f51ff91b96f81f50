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
