import { expect, test } from 'vitest';
import { allPairs } from '../domain/pairCodes';
import { countSlices } from './countSlices';
import { startVoxels } from './startVoxels';

const shape: [number, number, number] = [6, 5, 4];
const pairs = allPairs([0, 1]);

function pairWith(places: [number, number, number, number][]) {
  const codes = new Uint8Array(120);
  for (const [x, y, z, code] of places) codes[x + 6 * (y + 5 * z)] = code;
  return { codes, pairs, shape, slices: countSlices(codes, shape, 4) };
}

const missed = 2;
const hit = 3;

test('starts amid the errors of the worst slice of each axis', () => {
  const line: [number, number, number, number][] = [1, 2, 3].map((x) => [x, 2, 1, missed]);
  const pair = pairWith([...line, [5, 4, 3, missed], [0, 0, 0, hit], [0, 1, 0, hit]]);
  const [alongX, alongY, alongZ] = startVoxels(pair, { labels: [1] }, null)!;
  expect(alongZ).toEqual([2, 2, 1]);
  expect(alongY).toEqual([2, 2, 1]);
  expect(line.map(([x, y, z]) => [x, y, z])).toContainEqual(alongX);
});

test('starts where the structure is largest when nothing is wrong', () => {
  const pair = pairWith([
    [1, 1, 2, hit],
    [2, 1, 2, hit],
    [3, 1, 2, hit],
    [0, 0, 0, hit],
  ]);
  expect(startVoxels(pair, { labels: [1] }, null)?.[2]).toEqual([2, 1, 2]);
});

test('starts nowhere when neither map holds the structure, or only where the reference is to be ignored', () => {
  expect(startVoxels(pairWith([]), { labels: [1] }, null)).toBeNull();
  expect(startVoxels(pairWith([[1, 1, 1, missed]]), { labels: [1] }, 1)).toBeNull();
});
