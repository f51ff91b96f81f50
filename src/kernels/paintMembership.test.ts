import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionsOfLabels } from '../domain/regionsOfLabels';
import { isOverlapping, MembershipPainter } from './paintMembership';

const scheme = (count: number) => ({
  name: '',
  labels: Array.from({ length: count }, (_, index) => ({ value: index + 1, name: `organ ${index}` })),
  regions: [],
  regionsClassOrder: [],
  ignoreLabel: null,
});

function paintMembership(
  masks: readonly (Uint8Array | null)[],
  regions: readonly { labels: readonly number[] }[],
  voxels: number,
  order = masks.map((_, place) => place),
) {
  const painter = new MembershipPainter(regions, voxels);
  for (const place of order) painter.add(place, masks[place]);
  return painter.painted();
}

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

test('of more than eight labels as many may share a voxel as sets of them have values', () => {
  const cohort = fc
    .integer({ min: 9, max: 22 })
    .chain((count) =>
      fc
        .array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 2 }), { minLength: 1 })
        .map((sets) => ({ count, sets })),
    );
  fc.assert(
    fc.property(cohort, ({ count, sets }) => {
      const { regions } = regionsOfLabels(scheme(count))!;
      expect(Math.max(...regions.flatMap(({ labels }) => labels))).toBeLessThan(256);
      const masks = regions.map((_, place) => Uint8Array.from(sets, (set) => Number(set.includes(place))));
      const painted = paintMembership(masks, regions, sets.length) as Uint8Array;
      masks.forEach((mask, place) => {
        expect(painted.map((value) => Number(regions[place].labels.includes(value)))).toEqual(mask);
      });
    }),
    { numRuns: 30 },
  );
  const { regions } = regionsOfLabels(scheme(22))!;
  const three = regions.map((_, place) => (place < 3 ? Uint8Array.of(1) : null));
  expect(paintMembership(three, regions, 1)).toEqual({ unnamed: [0, 1, 2] });
});

test('the order of masks changes nothing, and a region without one leaves the others as they are', () => {
  const drawn = fc.integer({ min: 2, max: 6 }).chain((count) =>
    fc.record({
      sets: fc.array(fc.nat(2 ** count - 1), { minLength: 1 }),
      order: fc.shuffledSubarray(
        Array.from({ length: count }, (_, place) => place),
        { minLength: 1, maxLength: count },
      ),
      offset: fc.constantFrom(0, 1000),
      count: fc.constant(count),
    }),
  );
  fc.assert(
    fc.property(drawn, ({ count, sets, order, offset }) => {
      const regions = regionsOfLabels(scheme(count))!.regions.map(({ labels }) => ({
        labels: labels.map((value) => value + offset),
      }));
      const masks = regions.map((_, place) => Uint8Array.from(sets, (set) => (set >> place) & 1));
      const painted = paintMembership(masks, regions, sets.length, order) as Uint16Array;
      for (const place of order) {
        expect(Uint8Array.from(painted, (value) => Number(regions[place].labels.includes(value)))).toEqual(
          masks[place],
        );
      }
    }),
  );
});

test('has no regions for more labels than their pairs have values, nor for one', () => {
  expect(regionsOfLabels(scheme(23))).toBeNull();
  expect(regionsOfLabels(scheme(1))).toBeNull();
  const far = {
    ...scheme(7),
    labels: scheme(7).labels.map((label) => ({ ...label, value: label.value + 240 })),
  };
  expect(regionsOfLabels(far)).toBeNull();
});
