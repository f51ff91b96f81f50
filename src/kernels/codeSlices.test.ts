import { expect, test } from 'vitest';
import { allPairs, countedCodes } from '../domain/pairCodes';
import { countBySlice, placeOfMost } from './codeSlices';

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

test('leads to a counted voxel in the middle of the slice that holds most', () => {
  const line: [number, number, number][] = [1, 2, 3].map((x) => [x, 1, 1]);
  expect(placeOfMost(codesWith([[0, 0, 0], ...line], 2), shape, missed)).toEqual([2, 1, 1]);
});

test('a ring has no voxel in its centre, so its nearest one is taken', () => {
  const ring: [number, number, number][] = [
    [0, 0, 0],
    [2, 0, 0],
    [0, 2, 0],
    [2, 2, 0],
  ];
  expect(ring).toContainEqual(placeOfMost(codesWith(ring, 2), shape, missed));
});

test('leads nowhere when no voxel is counted', () => {
  expect(placeOfMost(codesWith([[1, 1, 1]], 1), shape, missed)).toBeNull();
});
