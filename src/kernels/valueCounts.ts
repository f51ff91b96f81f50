/** The values that occur in a label map, ascending, with their voxels. */
export function valueCounts(voxels: Uint8Array | Uint16Array): { value: number; count: number }[] {
  const counts = new Float64Array(65_536);
  for (let voxel = 0; voxel < voxels.length; voxel++) counts[voxels[voxel]]++;
  return Array.from(counts, (count, value) => ({ value, count })).filter(({ count }) => count > 0);
}
