import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squaredDistances } from './distanceTransform';
import { nearestSquaredDistances, type PlacesInBox } from './nearestElements';

type Triple = [number, number, number];

const grid: Triple = [9, 8, 7];
const voxels = grid[0] * grid[1] * grid[2];

/** A few places or very many, anywhere in the grid or all in one small part of it. */
const places = fc
  .tuple(fc.integer({ min: 0, max: voxels - 1 }), fc.constantFrom(20, 150, voxels))
  .chain(([first, span]) =>
    fc.uniqueArray(fc.integer({ min: first, max: Math.min(first + span, voxels) - 1 }), {
      minLength: 1,
      maxLength: 200,
    }),
  )
  .map((positions): PlacesInBox => {
    const ascending = positions.sort((one, other) => one - other);
    return { positions: ascending, box: { lower: [0, 0, 0], upper: grid } };
  });

const nowhere: PlacesInBox = { positions: [], box: null };

describe('nearestSquaredDistances', () => {
  it('equals the distance transform of the whole grid, to the bit', () => {
    const spacings = fc.constantFrom<Triple[]>([1, 1, 1], [0.7, 0.9, 3], [3, 1, 0.5]);
    fc.assert(
      fc.property(places, places, spacings, (from, to, spacingMm) => {
        const isSite = new Uint8Array(voxels);
        for (const position of to.positions) isSite[position] = 1;
        const everywhere = squaredDistances(isSite, grid, spacingMm);
        expect([...nearestSquaredDistances(from, to, grid, spacingMm)]).toEqual(
          from.positions.map((position) => everywhere[position]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is Infinity where there is nothing to reach, and nothing where there is nothing to start from', () => {
    const one: PlacesInBox = { positions: [5], box: { lower: [5, 0, 0], upper: [6, 1, 1] } };
    expect([...nearestSquaredDistances(one, nowhere, grid, [1, 1, 1])]).toEqual([Number.POSITIVE_INFINITY]);
    expect(nearestSquaredDistances(nowhere, one, grid, [1, 1, 1])).toHaveLength(0);
  });
});
