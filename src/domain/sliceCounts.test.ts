import { expect, test } from 'vitest';
import { allPairs } from './pairCodes';
import { fullestSlices, jointBox, labelledBox, type SliceCounts } from './sliceCounts';

/** Counts of two slices per axis for the values 0 and 1: [agree on 0, extra, missed, hit] per slice. */
const counts: SliceCounts = [
  Uint32Array.from([9, 1, 5, 0, 9, 0, 0, 3]),
  Uint32Array.from([9, 0, 0, 2, 9, 1, 5, 1]),
  Uint32Array.from([9, 1, 0, 3, 9, 0, 5, 0]),
];

test('the fullest slice of each axis counts the prediction alone, or either map', () => {
  expect(fullestSlices(counts, allPairs([0, 1]), { labels: [1] }, null, false)).toEqual([1, 0, 0]);
  expect(fullestSlices(counts, allPairs([0, 1]), { labels: [1] }, null, true)).toEqual([0, 1, 1]);
});

test('a structure that is nowhere has no fullest slice', () => {
  expect(fullestSlices(counts, allPairs([0, 1]), { labels: [7] }, null, true)).toBeNull();
});

test('the box of what is labelled in either map holds all of it and nothing beside', () => {
  const apart: SliceCounts = [
    Uint32Array.from([9, 0, 0, 0, 9, 1, 0, 0]),
    Uint32Array.from([9, 0, 0, 1, 9, 0, 0, 0]),
    Uint32Array.from([9, 0, 1, 0, 9, 1, 0, 0]),
  ];
  const box = labelledBox(apart, allPairs([0, 1]));
  expect(box).toEqual({ first: [1, 0, 0], last: [1, 0, 1] });
  const nothing = [0, 1, 2].map(() => Uint32Array.from([9, 0, 0, 0])) as SliceCounts;
  expect(labelledBox(nothing, allPairs([0, 1]))).toBeNull();
  expect(jointBox(box!, { first: [0, 4, 1], last: [0, 5, 1] })).toEqual({
    first: [0, 0, 0],
    last: [1, 5, 1],
  });
});
