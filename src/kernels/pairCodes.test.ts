import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairCodes } from './pairCodes';

test('both labels of every voxel can be read back from its code', () => {
  const values = [0, 1, 4, 700];
  const value = fc.constantFrom(...values);
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value)), (voxels) => {
      const reference = Uint16Array.from(voxels, ([label]) => label);
      const prediction = Uint16Array.from(voxels, ([, label]) => label);
      const codes = pairCodes(reference, prediction, values);
      const read = [...codes].map((code) => [values[Math.floor(code / 4)], values[code % 4]]);
      expect(read).toEqual(voxels);
    }),
  );
});

test('a missing map counts as background', () => {
  expect([...pairCodes(null, Uint8Array.of(0, 2, 1), [0, 1, 2])]).toEqual([0, 2, 1]);
  expect([...pairCodes(Uint8Array.of(0, 2, 1), null, [0, 1, 2])]).toEqual([0, 6, 3]);
});

test('refuses a label without a place, maps of different lengths, and more values than a byte can pair', () => {
  expect(() => pairCodes(Uint8Array.of(7), null, [0, 1])).toThrow('label 7');
  expect(() => pairCodes(Uint8Array.of(1), Uint8Array.of(1, 1), [0, 1])).toThrow('different lengths');
  expect(() => pairCodes(null, null, [...Array(17).keys()])).toThrow('17 label values');
});
