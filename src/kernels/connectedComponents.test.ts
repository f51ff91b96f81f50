import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentPlaces } from './componentPlaces';
import { type Connectivity, connectedComponents } from './connectedComponents';

type Triple = [number, number, number];

const connectivities: Connectivity[] = [6, 18, 26];

function floodFill(mask: Uint8Array, [columns, rows, slices]: Triple, connectivity: Connectivity) {
  const labels = new Int32Array(mask.length);
  const farthest = { 6: 1, 18: 2, 26: 3 }[connectivity];
  let count = 0;
  for (let seed = 0; seed < mask.length; seed++) {
    if (mask[seed] === 0 || labels[seed] !== 0) continue;
    labels[seed] = ++count;
    const open = [seed];
    for (let voxel = open.pop(); voxel !== undefined; voxel = open.pop()) {
      const x = voxel % columns;
      const y = Math.floor(voxel / columns) % rows;
      const z = Math.floor(voxel / columns / rows);
      for (let dz = -1; dz <= 1; dz++) {
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            if (dx * dx + dy * dy + dz * dz > farthest) continue;
            const isIn = x + dx >= 0 && y + dy >= 0 && z + dz >= 0;
            if (!isIn || x + dx >= columns || y + dy >= rows || z + dz >= slices) continue;
            const next = voxel + dx + dy * columns + dz * columns * rows;
            if (mask[next] === 0 || labels[next] !== 0) continue;
            labels[next] = count;
            open.push(next);
          }
        }
      }
    }
  }
  return { labels, count };
}

const field = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }))
  .chain((shape) =>
    fc.record({
      shape: fc.constant<Triple>(shape),
      mask: fc
        .tuple(
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
            minLength: shape[0] * shape[1] * shape[2],
            maxLength: shape[0] * shape[1] * shape[2],
          }),
          fc.double({ min: 0.05, max: 0.7, noNaN: true }),
        )
        .map(([values, density]) => Uint8Array.from(values, (value) => (value < density ? 7 : 0))),
    }),
  );

describe('connectedComponents', () => {
  it.each(connectivities)('equals a naive flood fill on random fields (%i neighbours)', (connectivity) => {
    fc.assert(
      fc.property(field, ({ mask, shape }) => {
        expect(connectedComponents(mask, shape, connectivity)).toEqual(floodFill(mask, shape, connectivity));
      }),
      { numRuns: 300 },
    );
  });

  it('joins voxels across an edge by 18, across a corner only by 26 neighbours', () => {
    const edge = Uint8Array.of(1, 0, 0, 1, 0, 0, 0, 0);
    const corner = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 1);
    const counts = (mask: Uint8Array) =>
      connectivities.map((connectivity) => connectedComponents(mask, [2, 2, 2], connectivity).count);
    expect(counts(edge)).toEqual([2, 1, 1]);
    expect(counts(corner)).toEqual([2, 2, 1]);
  });

  it('does not join the end of a row to the start of the next', () => {
    expect(connectedComponents(Uint8Array.of(0, 0, 1, 1, 0, 0), [3, 2, 1], 26).count).toBe(2);
  });

  it('finds nothing in an empty mask', () => {
    expect(connectedComponents(new Uint8Array(8), [2, 2, 2], 26)).toEqual({
      labels: new Int32Array(8),
      count: 0,
    });
  });

  it('keeps more runs than it first makes room for', () => {
    const mask = Uint8Array.from({ length: 6000 }, (_, voxel) => (voxel % 2 === 0 ? 1 : 0));
    expect(connectedComponents(mask, [6000, 1, 1], 6).count).toBe(3000);
  });
});

describe('componentPlaces', () => {
  it('gives size, bounding box and a centre that lies inside, even in a ring', () => {
    const ring = Int32Array.of(1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 2);
    const [first, second] = componentPlaces(ring, 2, [3, 4, 1]);
    expect(first).toMatchObject({ voxels: 8, box: { lower: [0, 0, 0], upper: [3, 3, 1] } });
    expect(ring[first.centre[0] + 3 * first.centre[1]]).toBe(1);
    expect(second).toEqual({ voxels: 1, box: { lower: [2, 3, 0], upper: [3, 4, 1] }, centre: [2, 3, 0] });
  });
});
