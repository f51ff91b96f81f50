/** One bit per region (bit i: inside region i), a byte a voxel up to 8 regions, two up to 16. */
export type RegionCodes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

export const mostRegions = 16;

/**
 * The regions of every voxel as bits, from probabilities strictly above the threshold: every way of painting is
 * then arithmetic on the table of codes. Throws a RangeError for more than 16 regions or unequal lengths.
 */
export function regionCodes(
  probabilities: readonly (Float32Array | Float64Array)[],
  threshold: number | readonly number[],
): RegionCodes {
  const codes = emptyCodes(probabilities.length, probabilities[0]?.length ?? 0);
  if (probabilities.some(({ length }) => length !== codes.length))
    throw new RangeError('regions of unequal size');
  probabilities.forEach((region, index) => {
    const limit = typeof threshold === 'number' ? threshold : threshold[index];
    const bit = 1 << index;
    for (let voxel = 0; voxel < region.length; voxel++) if (region[voxel] > limit) codes[voxel] |= bit;
  });
  return codes;
}

/** Adds the mask of one region, not 0 inside, to codes that began empty. */
export function addRegion(codes: RegionCodes, region: number, mask: Uint8Array | Uint16Array): void {
  if (mask.length !== codes.length) throw new RangeError('regions of unequal size');
  const bit = 1 << region;
  for (let voxel = 0; voxel < mask.length; voxel++) if (mask[voxel] !== 0) codes[voxel] |= bit;
}

/** The codes of a label map: each voxel is in every region that holds its label. */
export function regionCodesOfLabels(
  labels: Uint8Array | Uint16Array,
  regions: readonly { labels: readonly number[] }[],
): RegionCodes {
  const codeOf = new Uint16Array(65_536);
  regions.forEach((region, index) => {
    for (const label of region.labels) codeOf[label] |= 1 << index;
  });
  const codes = regions.length <= 8 ? new Uint8Array(labels.length) : new Uint16Array(labels.length);
  for (let voxel = 0; voxel < labels.length; voxel++) codes[voxel] = codeOf[labels[voxel]];
  return codes;
}

/** Codes of voxels that are in no region yet; a RangeError for more than 16 regions. */
export function emptyCodes(regions: number, voxels: number): RegionCodes {
  if (regions > mostRegions) throw new RangeError(`${regions} regions`);
  return regions <= 8 ? new Uint8Array(voxels) : new Uint16Array(voxels);
}
