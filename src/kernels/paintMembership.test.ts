import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionsOfLabels } from '../domain/regionsOfLabels';
import { isOverlapping, paintMembership } from './paintMembership';

const scheme = (count: number) => ({
  name: '',
  labels: Array.from({ length: count }, (_, index) => ({ value: index + 1, name: `organ ${index}` })),
  regions: [],
  regionsClassOrder: [],
  ignoreLabel: null,
});

test('every structure of a map painted from overlapping masks is its mask again, voxel by voxel', () => {
  const cohort = fc
    .integer({ min: 2, max: 7 })
    .chain((count) =>
      fc.tuple(fc.constant(count), fc.array(fc.integer({ min: 0, max: 2 ** count - 1 }), { minLength: 1 })),
    );
  fc.assert(
    fc.property(cohort, ([count, sets]) => {
      const { regions } = regionsOfLabels(scheme(count))!;
      expect(isOverlapping(regions)).toBe(true);
      const masks = regions.map((_, place) => Uint8Array.from(sets, (set) => (set >> place) & 1));
      const painted = paintMembership(masks, regions, sets.length) as Uint8Array;
      masks.forEach((mask, place) => {
        const again = painted.map((value) => Number(regions[place].labels.includes(value)));
        expect(again).toEqual(mask);
      });
      // A voxel of one structure alone has the value of the label map.
      sets.forEach((set, voxel) => {
        if (Number.isInteger(Math.log2(set))) expect(painted[voxel]).toBe(Math.log2(set) + 1);
      });
    }),
  );
});

test('names the regions for which no value stands, and takes nested regions for no overlap', () => {
  const regions = [
    { name: 'a', labels: [1, 3] },
    { name: 'b', labels: [2, 3] },
    { name: 'c', labels: [4] },
  ];
  expect(paintMembership([Uint8Array.of(1), null, Uint8Array.of(1)], regions, 1)).toEqual({
    unnamed: [0, 2],
  });
  expect(
    isOverlapping([
      { name: 'WT', labels: [1, 2] },
      { name: 'TC', labels: [2] },
    ]),
  ).toBe(false);
});

test('has no regions for more labels than sets of them have values', () => {
  expect(regionsOfLabels(scheme(8))).toBeNull();
  expect(regionsOfLabels(scheme(1))).toBeNull();
  const far = {
    ...scheme(7),
    labels: scheme(7).labels.map((label) => ({ ...label, value: label.value + 200 })),
  };
  expect(regionsOfLabels(far)).toBeNull();
});
