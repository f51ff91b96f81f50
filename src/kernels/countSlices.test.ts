import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allPairs } from '../domain/pairCodes';
import { labelsInSlice, sliceDice, sliceScores, worstSlice } from '../domain/sliceCounts';
import { countSlices } from './countSlices';

const shape = [5, 4, 3] as const;
const values = [0, 1, 4];
const volumes = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(8)), {
  minLength: 60,
  maxLength: 60,
});

/** Codes and places one by one, the slow way. */
function voxelsOf(codes: number[]) {
  return codes.map((code, place) => ({
    place: [place % 5, Math.floor(place / 5) % 4, Math.floor(place / 20)],
    reference: values[Math.floor(code / 3)],
    prediction: values[code % 3],
  }));
}

test('counts hits, misses and extras of every slice as a search voxel by voxel does, along each axis', () => {
  fc.assert(
    fc.property(
      volumes,
      fc.constantFrom(0, 1, 2),
      fc.constantFrom<number[]>([1], [4], [1, 4]),
      fc.constantFrom<number | null>(null, 4),
      fc.constantFrom(Uint8Array, Uint16Array, Uint32Array),
      (codes, axis, labels, ignoreLabel, kind) => {
        const counts = countSlices(kind.from(codes), shape, 9);
        const found = sliceScores(counts, axis, allPairs(values), { labels }, ignoreLabel);
        expect(found).toHaveLength(shape[axis]);
        for (const { slice, hit, missed, extra } of found) {
          const here = voxelsOf(codes).filter(
            ({ place, reference }) => place[axis] === slice && reference !== ignoreLabel,
          );
          const count = (isReference: boolean, isPrediction: boolean) =>
            here.filter(
              ({ reference, prediction }) =>
                labels.includes(reference) === isReference && labels.includes(prediction) === isPrediction,
            ).length;
          expect([hit, missed, extra]).toEqual([count(true, true), count(true, false), count(false, true)]);
        }
      },
    ),
  );
});

test('names the labels of both maps in a slice', () => {
  const pairs = [
    [0, 0],
    [300, 2],
    [0, 7],
  ] as const;
  const codes = new Uint8Array(60).fill(1, 0, 3).fill(2, 59);
  const counts = countSlices(codes, shape, 3);
  expect(labelsInSlice(counts, 2, 0, pairs)).toEqual(new Set([0, 300, 2]));
  expect(labelsInSlice(counts, 0, 4, pairs)).toEqual(new Set([0, 7]));
});

test('counts the background of a slice, so that every slice adds up to its voxels', () => {
  const counts = countSlices(new Uint8Array(60).fill(4, 7, 9), shape, 9);
  const sumOf = (axis: number, slice: number) =>
    counts[axis].subarray(9 * slice, 9 * slice + 9).reduce((sum, count) => sum + count, 0);
  expect([sumOf(0, 0), sumOf(1, 0), sumOf(2, 2)]).toEqual([12, 15, 20]);
});

test('the worst slice has most errors; without errors it is where the structure is largest, without it nowhere', () => {
  const slice = (hit: number, missed: number, extra: number, index: number) => ({
    slice: index,
    hit,
    missed,
    extra,
  });
  expect(worstSlice([slice(9, 0, 0, 0), slice(0, 2, 1, 1), slice(5, 1, 1, 2)])).toBe(1);
  expect(worstSlice([slice(1, 0, 0, 0), slice(9, 0, 0, 1)])).toBe(1);
  expect(worstSlice([slice(0, 0, 0, 0)])).toBeNull();
});

test('Dice of a slice without the structure is no number', () => {
  expect(sliceDice({ slice: 0, hit: 3, missed: 1, extra: 1 })).toBe(0.75);
  expect(sliceDice({ slice: 0, hit: 0, missed: 0, extra: 0 })).toBeNaN();
});
