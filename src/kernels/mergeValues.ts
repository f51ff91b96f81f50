/** Voxels in which every value of a class, ascending, has become its first. */
export function mergeValues(
  voxels: Uint8Array | Uint16Array,
  classes: readonly (readonly number[])[],
): Uint8Array | Uint16Array {
  const table = Uint16Array.from({ length: 65_536 }, (_, value) => value);
  for (const [first, ...others] of classes) for (const value of others) table[value] = first;
  const merged = voxels.slice();
  for (let voxel = 0; voxel < merged.length; voxel++) merged[voxel] = table[merged[voxel]];
  return merged;
}
