import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceToBoundary } from '../derived/distanceToBoundary';
import { allPairs, type PairCodes } from '../domain/pairCodes';
import { structurePart } from '../domain/structurePart';
import { countSlices } from './countSlices';
import { structureErrors } from './structureErrors';

function errorsOf(
  pair: Pick<PairCodes, 'codes' | 'pairs' | 'geometry'>,
  labels: number[],
  ignoreLabel: number | null,
) {
  const slices = countSlices(pair.codes, pair.geometry.shape, pair.pairs.length);
  return structureErrors(structurePart({ ...pair, slices }, labels, ignoreLabel), labels, ignoreLabel);
}

const shape: [number, number, number] = [7, 6, 5];
const spacingMm: [number, number, number] = [1, 2, 3];
const geometry = { shape, spacingMm, affine: [1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1] };
const pairs = allPairs([0, 1, 2]);

type Place = [number, number, number];

/** Codes where `at` says which labels a voxel has. */
function pairOf(at: (place: Place) => [number, number]) {
  const codes = Uint8Array.from({ length: 210 }, (_, voxel) => {
    const [reference, prediction] = at([voxel % 7, Math.floor(voxel / 7) % 6, Math.floor(voxel / 42)]);
    return reference * 3 + prediction;
  });
  return { codes, pairs, geometry };
}

const isIn = ([x, y, z]: Place, [x0, x1]: number[], [y0, y1]: number[], [z0, z1]: number[]) =>
  x >= x0 && x < x1 && y >= y0 && y < y1 && z >= z0 && z < z1;

test('lists missed and extra components apart, largest first, with size, box, spots, depth and labels', () => {
  // The reference fills x 1…3; the prediction takes 2 for 1 in a bar of it, and puts three voxels far outside.
  const pair = pairOf((place) => {
    const reference = isIn(place, [1, 4], [1, 5], [1, 4]) ? 1 : 0;
    if (isIn(place, [1, 3], [2, 4], [2, 3])) return [reference, 2];
    if (isIn(place, [6, 7], [1, 4], [2, 3])) return [reference, 1];
    return [reference, reference];
  });
  const { components, count, voxels } = errorsOf(pair, [1], null);
  expect([count, voxels]).toEqual([2, 7]);
  const [missed, extra] = components;
  expect(missed).toMatchObject({
    kind: 'missed',
    voxels: 4,
    size: 0.024,
    box: { lower: [1, 2, 2], upper: [3, 4, 3] },
    farthestMm: 2,
    confusions: [{ reference: 1, prediction: 2, voxels: 4 }],
  });
  expect(missed.spots.map(({ areaMm2 }) => areaMm2)).toEqual([12, 6, 8]);
  expect(extra).toMatchObject({
    kind: 'extra',
    voxels: 3,
    farthestMm: 3,
    confusions: [{ reference: 0, prediction: 1, voxels: 3 }],
  });
  expect(extra.spots[2].voxel).toEqual([6, 2, 2]);
});

test('voxels that touch only at a corner are one component', () => {
  const pair = pairOf((place) => [
    isIn(place, [1, 2], [1, 2], [1, 2]) || isIn(place, [2, 3], [2, 3], [2, 3]) ? 1 : 0,
    0,
  ]);
  expect(errorsOf(pair, [1], null)).toMatchObject({ count: 1, voxels: 2 });
});

test('has nothing to list where the maps agree, and no distance where the reference is empty', () => {
  expect(
    errorsOf(
      pairOf(() => [0, 0]),
      [1],
      null,
    ).components,
  ).toEqual([]);
  const onlyPredicted = errorsOf(
    pairOf((place) => [0, isIn(place, [2, 4], [2, 4], [2, 4]) ? 1 : 0]),
    [1],
    null,
  );
  expect(onlyPredicted.components).toMatchObject([{ kind: 'extra', voxels: 8, farthestMm: null }]);
  expect(onlyPredicted.boundary.inside).toHaveLength(0);
});

test('leaves out what the reference says to ignore', () => {
  const pair = pairOf((place) => [isIn(place, [1, 3], [1, 3], [1, 3]) ? 2 : 0, 1]);
  expect(errorsOf(pair, [1], 2).voxels).toBe(210 - 8);
});

test('the boundary gives every voxel the distance of a search through all voxels of the other side', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2), { minLength: 210, maxLength: 210 }), fc.nat(209), (reference, voxel) => {
      const codes = Uint8Array.from(reference, (label) => label * 3);
      const { boundary } = errorsOf({ codes, pairs, geometry }, [1], null);
      const placeOf = (index: number): Place => [
        index % 7,
        Math.floor(index / 7) % 6,
        Math.floor(index / 42),
      ];
      const here = placeOf(voxel);
      const isInside = reference[voxel] === 1;
      const others = reference.flatMap((label, index) =>
        (label === 1) === isInside ? [] : [placeOf(index)],
      );
      const distances = others.map((there) =>
        Math.hypot(...there.map((at, axis) => (at - here[axis]) * spacingMm[axis])),
      );
      const found = distanceToBoundary(boundary, isInside, here, geometry);
      if (distances.length === 0) expect(found).toBeNull();
      else expect(found).toBeCloseTo(Math.min(...distances), 9);
    }),
  );
});
