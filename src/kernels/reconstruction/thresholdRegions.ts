/** A mask (1 inside) per region: the voxels whose probability is strictly greater than the threshold, as in nnU-Net. */
export function thresholdRegions(
  probabilities: readonly (Float32Array | Float64Array)[],
  threshold: number,
): Uint8Array<ArrayBuffer>[] {
  return probabilities.map((region) => {
    const mask = new Uint8Array(region.length);
    for (let voxel = 0; voxel < mask.length; voxel++) mask[voxel] = region[voxel] > threshold ? 1 : 0;
    return mask;
  });
}
