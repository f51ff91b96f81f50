import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestTauMm } from '../domain/contourShift';
import { packBits } from './bitMask';
import { countFrom } from './boundaryDistance';

type Triple = [number, number, number];

/** Distances of all voxels but the sites, one by one. */
function distancesNaively(isSite: Uint8Array, [columns, rows, slices]: Triple, spacingMm: Triple): number[] {
  const voxels = Array.from({ length: columns * rows * slices }, (_, voxel) => ({
    place: [voxel % columns, Math.floor(voxel / columns) % rows, Math.floor(voxel / columns / rows)],
    isSite: isSite[voxel] !== 0,
  }));
  const sites = voxels.filter((voxel) => voxel.isSite);
  return voxels
    .filter((voxel) => !voxel.isSite)
    .map(({ place }) =>
      Math.min(
        ...sites.map((site) =>
          Math.hypot(...place.map((step, axis) => (step - site.place[axis]) * spacingMm[axis])),
        ),
      ),
    );
}

const fields = fc.record({
  shape: fc.tuple(fc.constantFrom(3, 8, 34), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })),
  spacingMm: fc.constantFrom<Triple>([1, 1, 1], [0.9375, 0.9375, 1.2], [0.7, 0.9, 3], [0.51, 0.773, 1.31]),
  seeds: fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
  limitMm: fc.constantFrom(0, 1, 2.5, 6, 40),
});

describe('countFrom', () => {
  it('counts the voxels at each distance that naive search finds, near by growing or by a transform', () => {
    fc.assert(
      fc.property(fields, ({ shape, spacingMm, seeds, limitMm }) => {
        const isSite = new Uint8Array(shape[0] * shape[1] * shape[2]);
        for (const seed of seeds) isSite[seed % isSite.length] = 1;
        const everywhere = packBits(new Uint8Array(isSite.length).fill(1), shape);
        const { near, errors } = countFrom(packBits(isSite, shape), spacingMm, {
          isLeftOut: null,
          errors: [everywhere],
          limitMm,
          isEnough: () => false,
        });
        const naive = distancesNaively(isSite, shape, spacingMm);
        for (const [counted, limit] of [
          [near, limitMm],
          [errors[0], largestTauMm],
        ] as const) {
          const expected = naive.filter((distance) => distance <= limit + 1e-9);
          expect(counted.counts.reduce((sum, count) => sum + count, 0)).toBe(expected.length);
          counted.distancesMm.forEach((distance, index) => {
            const same = expected.filter((other) => Math.abs(other - distance) < 1e-8);
            expect(same.length).toBe(counted.counts[index]);
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});
