type Voxels = Uint8Array | Uint16Array;

/** With more label values than this, a pair no longer fits one byte. */
export const mostPairValues = 16;

/**
 * One byte a voxel: reference index · K + prediction index, where the indices count `values` (0 first) and
 * K = values.length ≤ 16. Either map may be missing and then counts as 0 everywhere. Throws on a value that
 * is not in `values`, and on maps of different lengths.
 */
export function pairCodes(
  reference: Voxels | null,
  prediction: Voxels | null,
  values: readonly number[],
): Uint8Array<ArrayBuffer> {
  const side = values.length;
  if (side > mostPairValues) throw new RangeError(`${side} label values do not fit a pair code`);
  const length = (reference ?? prediction)?.length ?? 0;
  if (prediction && prediction.length !== length) throw new RangeError('maps of different lengths');
  const codes = new Uint8Array(length);
  if (reference) addIndices(codes, reference, values, side);
  if (prediction) addIndices(codes, prediction, values, 1);
  return codes;
}

function addIndices(codes: Uint8Array, map: Voxels, values: readonly number[], factor: number): void {
  const unknown = 255;
  const indexOf = new Uint8Array(65_536).fill(unknown);
  values.forEach((value, index) => {
    indexOf[value] = index;
  });
  for (let voxel = 0; voxel < map.length; voxel++) {
    const value = map[voxel];
    if (value === 0) continue;
    const index = indexOf[value];
    if (index === unknown) throw new RangeError(`label ${value} is not among the values of the pair`);
    codes[voxel] += index * factor;
  }
}
