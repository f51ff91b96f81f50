/**
 * nnU-Net's reconstruction (metrics.md §1): starting with 0, each region in declared order writes its value of
 * `regionsClassOrder` wherever it is present; later regions overwrite. `isInside` are the region masks, one
 * byte a voxel, not 0 where the region is present. Values above 255 are out of its range.
 */
export function paintRegions(
  isInside: readonly Uint8Array[],
  regionsClassOrder: readonly number[],
): Uint8Array<ArrayBuffer> {
  const painted = new Uint8Array(isInside[0]?.length ?? 0);
  isInside.forEach((mask, region) => {
    const value = regionsClassOrder[region];
    for (let voxel = 0; voxel < mask.length; voxel++) {
      if (mask[voxel] !== 0) painted[voxel] = value;
    }
  });
  return painted;
}
