import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTauMm, largestTauMm, voxelsWithin } from '../domain/contourShift';
import type { Pair } from '../domain/labelScheme';
import { gapAccount } from './gapAccount';
import { gapDistances } from './gapDistances';
import { jointHistogram } from './jointHistogram';

type Triple = [number, number, number];

const shape: Triple = [20, 18, 14];
const voxelCount = shape[0] * shape[1] * shape[2];

function pairOf(region: number[], label: number): Pair {
  return {
    region: { kind: 'region', name: 'region', labels: region },
    label: { kind: 'label', name: 'label', labels: [label] },
  };
}

const single = pairOf([1], 1);

function placeOf(voxel: number): Triple {
  return [voxel % shape[0], Math.floor(voxel / shape[0]) % shape[1], Math.floor(voxel / shape[0] / shape[1])];
}

/** Label 1 in a ball, 2 in the shell around it. */
function ballMap(centre: Triple, innerMm: number, outerMm: number, spacingMm: Triple): Uint8Array {
  return Uint8Array.from({ length: voxelCount }, (_, voxel) => {
    const distance = Math.hypot(
      ...placeOf(voxel).map((step, axis) => (step - centre[axis]) * spacingMm[axis]),
    );
    return distance <= innerMm ? 1 : distance <= outerMm ? 2 : 0;
  });
}

/** The reference plus all outside voxels within, or minus all inside voxels within a distance, one by one. */
function shiftedNaively(map: Uint8Array, shiftMm: number, kind: 'grow' | 'shrink', spacingMm: Triple) {
  const isGrowing = kind === 'grow';
  const others = [...map.keys()].filter((voxel) => (map[voxel] !== 0) === isGrowing).map(placeOf);
  return map.map((value, voxel) => {
    if ((value === 0) !== isGrowing) return value;
    const place = placeOf(voxel);
    const isNear = others.some(
      (other) =>
        Math.hypot(...other.map((step, axis) => (step - place[axis]) * spacingMm[axis])) <= shiftMm + 1e-9,
    );
    return isNear === isGrowing ? 1 : 0;
  });
}

const grids = fc.record({
  spacingMm: fc.constantFrom<Triple>([1, 1, 1], [0.7, 0.9, 3], [0.51, 0.773, 1.31]),
  centre: fc.tuple(
    fc.integer({ min: 0, max: 19 }),
    fc.integer({ min: 4, max: 12 }),
    fc.integer({ min: 4, max: 9 }),
  ),
  radiusMm: fc.double({ min: 1.4, max: 3.6, noNaN: true }),
});

describe('contour shift', () => {
  it.each(['grow', 'shrink'] as const)('is what the reference was shifted by: %s', (kind) => {
    fc.assert(
      fc.property(grids, fc.constantFrom(1, 2), ({ spacingMm, centre, radiusMm }, point) => {
        const reference = ballMap(centre, radiusMm, 0, spacingMm);
        const geometry = { shape, spacingMm };
        const empty = new Uint8Array(voxelCount);
        const curves = gapDistances(reference, empty, geometry, [single], null)[0].region;
        const curve = kind === 'grow' ? curves.growCurve : curves.shrinkCurve;
        const shiftMm = curve.shiftsMm[Math.min(point, curve.shiftsMm.length - 1)];
        const prediction = shiftedNaively(reference, shiftMm, kind, spacingMm);
        const { region } = gapDistances(reference, prediction, geometry, [single], null)[0];
        const found = kind === 'grow' ? region.growMm : region.shrinkMm;
        expect(found.value).toBeCloseTo(shiftMm, 9);
      }),
      { numRuns: 25 },
    );
  });

  it('is 0 for a perfect prediction, and then leaves no part of the gap', () => {
    const reference = ballMap([9, 9, 7], 3, 5, [1, 1, 1]);
    const geometry = { shape, spacingMm: [1, 1, 1] as Triple };
    const [found] = gapDistances(reference, reference, geometry, [pairOf([1, 2], 2)], null);
    expect(found.region.meanMm.value).toBe(0);
    expect(found.labelDiceAtRegionShift.mean.value).toBe(1);
    expect([found.shapePart.value, found.accuracyPart.value]).toEqual([0, 0]);
    expect(found.boundary.shared.counts).toEqual([]);
  });

  it('gives parts that sum to the gap', () => {
    const geometry = { shape, spacingMm: [1, 1, 1] as Triple };
    fc.assert(
      fc.property(
        fc.double({ min: 2.5, max: 5, noNaN: true }),
        fc.double({ min: 1.5, max: 3, noNaN: true }),
        (inner, shell) => {
          const reference = ballMap([9, 9, 7], 3, 5, [1, 1, 1]);
          const prediction = ballMap([10, 9, 7], inner, inner + shell, [1, 1, 1]);
          const pair = pairOf([1, 2], 2);
          const { gap } = gapAccount(jointHistogram(reference, prediction), pair, null);
          const [found] = gapDistances(reference, prediction, geometry, [pair], null);
          expect(
            (found.shapePart.value ?? Number.NaN) + (found.accuracyPart.value ?? Number.NaN),
          ).toBeCloseTo(gap, 12);
        },
      ),
    );
  });

  it('says why it is undefined', () => {
    const geometry = { shape, spacingMm: [1, 1, 1] as Triple };
    const ball = ballMap([9, 9, 7], 3, 0, [1, 1, 1]);
    const apart = ballMap([0, 0, 0], 2, 0, [1, 1, 1]);
    const empty = new Uint8Array(voxelCount);
    const shiftOf = (reference: Uint8Array, prediction: Uint8Array) =>
      gapDistances(reference, prediction, geometry, [single], null)[0].region;
    expect(shiftOf(empty, empty).growMm).toEqual({ value: null, reason: 'both-empty' });
    expect(shiftOf(empty, ball).shrinkMm).toEqual({ value: null, reason: 'reference-empty' });
    expect(shiftOf(ball, empty).growMm).toEqual({ value: null, reason: 'prediction-empty' });
    expect(shiftOf(ball, empty).shrinkMm.value).toBeGreaterThan(3);
    expect(shiftOf(ball, apart).growMm).toEqual({ value: null, reason: 'never-reached' });
    const full = new Uint8Array(voxelCount).fill(1);
    expect(shiftOf(full, ball)).toMatchObject({
      growMm: { value: null, reason: 'never-reached' },
      shrinkMm: { value: null, reason: 'never-reached' },
    });
  });

  it('leaves out voxels under the ignore label, but measures the boundary where it is', () => {
    const geometry = { shape: [7, 1, 1] as Triple, spacingMm: [1, 1, 1] as Triple };
    const reference = Uint8Array.of(0, 0, 1, 1, 9, 9, 0);
    const prediction = Uint8Array.of(0, 1, 1, 1, 1, 1, 1);
    const [{ region, boundary }] = gapDistances(reference, prediction, geometry, [single], 9);
    expect(region.dice).toBeCloseTo(4 / 6, 12);
    expect(region.growCurve.shiftsMm).toEqual([0, 1, 2]);
    expect(region.growCurve.dice[1]).toBeCloseTo(4 / 5, 12);
    expect(boundary.shared).toEqual({ distancesMm: [1, 3], counts: [1, 1] });
  });
});

describe('errors by distance to the boundary', () => {
  it('are all counted within the largest τ, child errors only when the error lies inside', () => {
    const spacingMm: Triple = [1, 1, 1];
    const reference = ballMap([9, 9, 7], 3, 6, spacingMm);
    const prediction = ballMap([9, 9, 7], 4, 6, spacingMm);
    const pair = pairOf([1, 2], 2);
    const account = gapAccount(jointHistogram(reference, prediction), pair, null);
    const [{ boundary }] = gapDistances(reference, prediction, { shape, spacingMm }, [pair], null);
    expect(voxelsWithin(boundary.child, largestTauMm)).toBe(account.childVoxels);
    expect(account.childVoxels).toBeGreaterThan(0);
    expect([boundary.shared.counts, boundary.relieved.counts]).toEqual([[], []]);
  });

  it('find errors far from the curve that the shift needed', () => {
    const reference = new Uint8Array(voxelCount);
    reference.fill(1, 0, 10);
    const prediction = reference.slice();
    prediction[18] = 1;
    prediction[9] = 0;
    const [{ boundary }] = gapDistances(
      reference,
      prediction,
      { shape, spacingMm: [1, 1, 1] },
      [single],
      null,
    );
    expect(boundary.shared).toEqual({ distancesMm: [1, 9], counts: [1, 1] });
  });

  it('have a default τ of the largest voxel edge, at least 1 mm', () => {
    expect([defaultTauMm([0.5, 0.5, 0.7]), defaultTauMm([0.7, 0.7, 5])]).toEqual([1, 5]);
  });
});
