import type { VoxelPlace } from '../../domain/reconstruction';

/** Box and centre of the voxels (x fastest) for which `isMeant` holds; null when there are none. */
export function voxelPlace(
  [width, height, depth]: readonly [number, number, number],
  isMeant: (voxel: number) => boolean,
): VoxelPlace | null {
  const first: [number, number, number] = [width, height, depth];
  const last: [number, number, number] = [-1, -1, -1];
  const sums = [0, 0, 0];
  let voxels = 0;
  let voxel = 0;
  for (let z = 0; z < depth; z++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, voxel++) {
        if (!isMeant(voxel)) continue;
        voxels++;
        [x, y, z].forEach((place, axis) => {
          first[axis] = Math.min(first[axis], place);
          last[axis] = Math.max(last[axis], place);
          sums[axis] += place;
        });
      }
    }
  }
  if (voxels === 0) return null;
  return { voxels, first, last, centre: [sums[0] / voxels, sums[1] / voxels, sums[2] / voxels] };
}
