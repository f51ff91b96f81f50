import { expect, test } from 'vitest';
import { allPairs, countedCodes } from '../domain/pairCodes';
import { countBySlice } from './codeSlices';

const shape = [4, 3, 2] as const;

/** Codes of two labels, K = 2: reference · 2 + prediction. */
function codesWith(places: [number, number, number][], code: number): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(24);
  for (const [x, y, z] of places) codes[x + 4 * (y + 3 * z)] = code;
  return codes;
}

const missed = countedCodes(allPairs([0, 1]), (reference, prediction) => reference === 1 && prediction === 0);

test('counts the chosen codes of every slice along each axis', () => {
  const codes = codesWith(
    [
      [0, 1, 0],
      [3, 1, 1],
      [3, 2, 1],
    ],
    2,
  );
  expect([0, 1, 2].map((axis) => [...countBySlice(codes, shape, axis, missed)])).toEqual([
    [1, 0, 0, 2],
    [0, 2, 1],
    [1, 2],
  ]);
});
