import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allPairs, crowdOf, pairsToCode } from '../domain/pairCodes';
import { jointHistogram } from './jointHistogram';
import { pairCodes } from './pairCodes';

/** Two maps of up to 300 labels, with values as sparse as files have them. */
const maps = fc
  .uniqueArray(fc.integer({ min: 1, max: 65_535 }), { minLength: 1, maxLength: 300 })
  .chain((labels) => {
    const value = fc.constantFrom(0, ...labels);
    return fc.array(fc.tuple(value, value), { maxLength: 900 });
  })
  .map((voxels) => ({
    voxels,
    reference: Uint16Array.from(voxels, ([label]) => label),
    prediction: Uint16Array.from(voxels, ([, label]) => label),
  }));

test('both labels of every voxel can be read back from its code, whatever the number of labels', () => {
  fc.assert(
    fc.property(maps, ({ voxels, reference, prediction }) => {
      const { pairs } = pairsToCode([], jointHistogram(reference, prediction));
      const codes = pairCodes(reference, prediction, pairs);
      expect(Array.from(codes, (code) => pairs[code])).toEqual(voxels);
      expect(pairs[0]).toEqual([0, 0]);
      expect(codes.BYTES_PER_ELEMENT).toBe(pairs.length <= 256 ? 1 : 2);
    }),
    { numRuns: 60 },
  );
});

test('up to 16 labels every pair has a code, of named ones also; beyond, those that occur', () => {
  const confusion = {
    labels: [0, 3],
    counts: [
      [5, 0],
      [1, 2],
    ],
  };
  expect(pairsToCode([1, 2], confusion)).toEqual({ values: [0, 1, 2, 3], pairs: allPairs([0, 1, 2, 3]) });
  const named = Array.from({ length: 15 }, (_, label) => label + 4);
  expect(pairsToCode(named, confusion)).toEqual({
    values: [0, 3],
    pairs: [
      [0, 0],
      [3, 0],
      [3, 3],
    ],
  });
});

test('a missing map counts as background', () => {
  const pairs = allPairs([0, 1, 2]);
  expect([...pairCodes(null, Uint8Array.of(0, 2, 1), pairs)]).toEqual([0, 2, 1]);
  expect([...pairCodes(Uint8Array.of(0, 2, 1), null, pairs)]).toEqual([0, 6, 3]);
});

test('refuses a pair without a code, and maps of different lengths', () => {
  expect(() => pairCodes(Uint8Array.of(7), null, allPairs([0, 1]))).toThrow('labels 7 and 0');
  expect(() => pairCodes(Uint8Array.of(0), Uint8Array.of(7), allPairs([0, 1]))).toThrow('labels 0 and 7');
  const one = Uint8Array.of(1);
  expect(() =>
    pairCodes(one, one, [
      [0, 0],
      [1, 0],
      [0, 1],
    ]),
  ).toThrow('labels 1 and 1');
  expect(() => pairCodes(one, Uint8Array.of(1, 1), allPairs([0, 1]))).toThrow('different lengths');
});

test('the smallest labels of more than 255 are the crowd; of fewer, nobody is', () => {
  const sized = (count: number) => {
    const labels = Array.from({ length: count + 1 }, (_, label) => label);
    // Label 1 is the smallest of all, and lies in the prediction alone.
    const counts = labels.map((row) =>
      labels.map((column) => (row === 0 && column === 1 ? 1 : row === column ? row : 0)),
    );
    counts[1][1] = 0;
    return { labels, counts };
  };
  expect(crowdOf(sized(255))).toEqual([]);
  expect(crowdOf(sized(258))).toEqual([1, 2, 3, 4]);
});
