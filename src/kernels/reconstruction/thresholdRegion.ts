/** The mask (1 or 0) of the voxels whose probability is strictly greater than the threshold, as in nnU-Net. */
export function thresholdRegion(
  probabilities: Float32Array | Float64Array,
  threshold: number,
): Uint8Array<ArrayBuffer> {
  const mask = new Uint8Array(probabilities.length);
  for (let voxel = 0; voxel < mask.length; voxel++) mask[voxel] = probabilities[voxel] > threshold ? 1 : 0;
  return mask;
}
