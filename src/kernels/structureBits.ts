import type { LabelPair, PairCodes } from '../domain/pairCodes';

/** What a byte of structureBits says of its voxel. */
export const structureBit = { reference: 1, first: 2, second: 4 } as const;

/**
 * One byte a voxel for one structure and two predictions of the same case: 1 where the reference has it, 2
 * where the first prediction has it, 4 where the second has it; 0 where the reference is to be ignored.
 * Throws on volumes of different lengths.
 */
export function structureBits(
  first: Pick<PairCodes, 'codes' | 'pairs'>,
  second: Pick<PairCodes, 'codes' | 'pairs'>,
  labels: readonly number[],
  ignoreLabel: number | null = null,
): Uint8Array<ArrayBuffer> {
  if (first.codes.length !== second.codes.length) throw new RangeError('volumes of different lengths');
  const ofFirst = bitsByCode(first.pairs, labels, ignoreLabel, structureBit.first);
  const ofSecond = bitsByCode(second.pairs, labels, ignoreLabel, structureBit.second);
  const bits = new Uint8Array(first.codes.length);
  for (let voxel = 0; voxel < bits.length; voxel++) {
    bits[voxel] = ofFirst[first.codes[voxel]] | ofSecond[second.codes[voxel]];
  }
  return bits;
}

/** The same as a volume to be drawn; null where the two predictions are not on one grid. */
export function comparedModels(
  first: PairCodes,
  second: PairCodes,
  labels: readonly number[],
  ignoreLabel: number | null,
): PairCodes | null {
  if (first.codes.length !== second.codes.length) return null;
  return {
    codes: structureBits(first, second, labels, ignoreLabel),
    pairs: [],
    values: [],
    // Where only one of the two contradicts its reference, the picture of both has a side in doubt, too.
    geometry: first.geometry.sideDoubt ? first.geometry : second.geometry,
  };
}

/** By code: whether the structure is in the reference, and, as `predictionBit`, in the prediction. */
export function bitsByCode(
  pairs: readonly LabelPair[],
  labels: readonly number[],
  ignoreLabel: number | null,
  predictionBit: number,
): Uint8Array {
  return Uint8Array.from(pairs, ([reference, prediction]) =>
    reference === ignoreLabel
      ? 0
      : (labels.includes(reference) ? structureBit.reference : 0) |
        (labels.includes(prediction) ? predictionBit : 0),
  );
}
