import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, labelBoxes } from './labelBoxes';

/** The same boxes, voxel by voxel. */
function boxesSlowly(voxels: readonly number[], columns: number, rows: number): Map<number, Box> {
  const boxes = new Map<number, Box>();
  voxels.forEach((value, voxel) => {
    if (value === 0) return;
    const place = [voxel % columns, Math.floor(voxel / columns) % rows, Math.floor(voxel / (columns * rows))];
    const box = boxes.get(value);
    const lower = place.map((at, axis) => Math.min(at, box?.lower[axis] ?? at));
    const upper = place.map((at, axis) => Math.max(at + 1, box?.upper[axis] ?? 0));
    boxes.set(value, { lower: lower as Box['lower'], upper: upper as Box['upper'] });
  });
  return boxes;
}

const maps = fc
  .record({
    columns: fc.integer({ min: 1, max: 9 }),
    rows: fc.integer({ min: 1, max: 5 }),
    slices: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ columns, rows, slices }) =>
    fc.record({
      shape: fc.constant<[number, number, number]>([columns, rows, slices]),
      voxels: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 255), {
        minLength: columns * rows * slices,
        maxLength: columns * rows * slices,
      }),
    }),
  );

describe('labelBoxes', () => {
  it('finds the box of every label, in maps of one byte and of two, from any byte of a buffer on', () => {
    fc.assert(
      fc.property(maps, fc.integer({ min: 0, max: 5 }), ({ shape, voxels }, offset) => {
        const expected = boxesSlowly(voxels, shape[0], shape[1]);
        const view = new Uint8Array(voxels.length + offset).subarray(offset);
        view.set(voxels);
        expect(labelBoxes(view, shape)).toEqual(expected);
        expect(labelBoxes(Uint16Array.from(voxels), shape)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
