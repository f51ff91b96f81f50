import { expect, test } from 'vitest';
import { allPairs, countedCodes } from '../domain/pairCodes';
import { countSlices } from '../kernels/countSlices';
import { placeOfMost } from './placeOfMost';

const shape = [4, 3, 2] as const;

/** Codes of two labels, K = 2: reference · 2 + prediction. */
function codesWith(places: [number, number, number][], code: number): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(24);
  for (const [x, y, z] of places) codes[x + 4 * (y + 3 * z)] = code;
  return codes;
}

/** The same place whether it is known what each slice holds or not. */
function mostMissed(codes: Uint8Array<ArrayBuffer>) {
  const volume = { codes, geometry: { shape: [...shape] as [number, number, number] } };
  const place = placeOfMost(volume, missed);
  expect(placeOfMost({ ...volume, slices: countSlices(codes, shape, 4) }, missed)).toEqual(place);
  return place;
}

const missed = countedCodes(allPairs([0, 1]), (reference, prediction) => reference === 1 && prediction === 0);

test('leads to a counted voxel in the middle of the slice that holds most', () => {
  const line: [number, number, number][] = [1, 2, 3].map((x) => [x, 1, 1]);
  expect(mostMissed(codesWith([[0, 0, 0], ...line], 2))).toEqual([2, 1, 1]);
});

test('a ring has no voxel in its centre, so its nearest one is taken', () => {
  const ring: [number, number, number][] = [
    [0, 0, 0],
    [2, 0, 0],
    [0, 2, 0],
    [2, 2, 0],
  ];
  expect(ring).toContainEqual(mostMissed(codesWith(ring, 2)));
});

test('leads nowhere when no voxel is counted', () => {
  expect(mostMissed(codesWith([[1, 1, 1]], 1))).toBeNull();
});
