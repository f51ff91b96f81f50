import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dilateMask } from './dilateMask';

type Triple = [number, number, number];

function dilatedNaively(mask: Uint8Array, [columns, rows, slices]: Triple): Uint8Array {
  return mask.map((_, voxel) => {
    const x = voxel % columns;
    const y = Math.floor(voxel / columns) % rows;
    const z = Math.floor(voxel / columns / rows);
    for (let dz = -1; dz <= 1; dz++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (Math.abs(dx) + Math.abs(dy) + Math.abs(dz) > 2) continue;
          const isIn = x + dx >= 0 && x + dx < columns && y + dy >= 0 && y + dy < rows;
          if (!isIn || z + dz < 0 || z + dz >= slices) continue;
          if (mask[voxel + dx + dy * columns + dz * columns * rows] !== 0) return 1;
        }
      }
    }
    return 0;
  });
}

describe('dilateMask', () => {
  it('equals a naive dilation with the 18-neighbourhood, rows longer than a word too', () => {
    const shapes = fc.tuple(
      fc.constantFrom(1, 5, 31, 32, 33, 64, 70),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
    );
    const fields = shapes.chain((shape) =>
      fc.record({
        shape: fc.constant<Triple>(shape),
        seeds: fc.array(fc.nat(shape[0] * shape[1] * shape[2] - 1), { maxLength: 12 }),
        times: fc.integer({ min: 0, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(fields, ({ shape, seeds, times }) => {
        const mask = new Uint8Array(shape[0] * shape[1] * shape[2]);
        for (const seed of seeds) mask[seed] = 1;
        let expected: Uint8Array = mask;
        for (let time = 0; time < times; time++) expected = dilatedNaively(expected, shape);
        expect(dilateMask(mask, shape, times)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
