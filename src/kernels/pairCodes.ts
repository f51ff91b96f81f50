import type { Codes, LabelPair } from '../domain/pairCodes';

type Voxels = Uint8Array | Uint16Array;

/**
 * One code a voxel: the place of its reference and predicted label in `pairs` (which begin with background in
 * both). Either map may be missing and then counts as 0 everywhere. Throws on a pair that is not among them, and
 * on maps of different lengths.
 */
export function pairCodes(
  reference: Voxels | null,
  prediction: Voxels | null,
  pairs: readonly LabelPair[],
): Codes {
  const length = (reference ?? prediction)?.length ?? 0;
  if (prediction && prediction.length !== length) throw new RangeError('maps of different lengths');
  const { rowOf, columnOf, codeOf } = tablesOf(pairs);
  const codes = codesFor(pairs.length, length);
  let [lastFirst, lastSecond, code] = [0, 0, 0];
  for (let voxel = 0; voxel < length; voxel++) {
    const first = reference ? reference[voxel] : 0;
    const second = prediction ? prediction[voxel] : 0;
    // Background is there already: memory that nothing is written to costs nothing.
    if ((first | second) === 0) continue;
    if (first !== lastFirst || second !== lastSecond) {
      code = codeOf[rowOf[first] + columnOf[second]];
      if (code === missing) throw new RangeError(`labels ${first} and ${second} are no pair that has a code`);
      lastFirst = first;
      lastSecond = second;
    }
    codes[voxel] = code;
  }
  return codes;
}

/** Zeros of the smallest kind that holds so many codes. */
export function codesFor(count: number, length: number): Codes {
  if (count <= 256) return new Uint8Array(length);
  return count <= 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}

const missing = 0xffff_ffff;

/** Where the code of a pair stands: row of the reference label + column of the predicted one. */
function tablesOf(pairs: readonly LabelPair[]) {
  const values = [...new Set(pairs.flat())];
  // Labels without a place come into the last row and column, where nothing has a code.
  const side = values.length + 1;
  const rowOf = new Uint32Array(65_536).fill(values.length * side);
  const columnOf = new Uint32Array(65_536).fill(values.length);
  values.forEach((value, place) => {
    rowOf[value] = place * side;
    columnOf[value] = place;
  });
  const codeOf = new Uint32Array(side * side).fill(missing);
  pairs.forEach(([reference, prediction], code) => {
    codeOf[rowOf[reference] + columnOf[prediction]] = code;
  });
  return { rowOf, columnOf, codeOf };
}
