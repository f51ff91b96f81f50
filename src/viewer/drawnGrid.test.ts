import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Geometry, voxelToMm } from '../domain/geometry';
import { coarsened, drawnStep } from './drawnGrid';

test('all voxels are drawn up to a CT of 256 slices, every second one of 900', () => {
  expect(drawnStep({ shape: [512, 512, 256] })).toBe(1);
  expect(drawnStep({ shape: [512, 512, 257] })).toBe(2);
  expect(drawnStep({ shape: [512, 512, 900] })).toBe(2);
  expect(drawnStep({ shape: [1024, 1024, 1024] })).toBe(3);
});

test('a coarse voxel lies amid the voxels that it stands for, whatever the header', () => {
  const part = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 12, maxLength: 12 }),
      fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
      fc.integer({ min: 1, max: 4 }),
      (rows, coarse, step) => {
        const fine: Geometry = { shape: [40, 41, 42], spacingMm: [1, 2, 3], affine: [...rows, 0, 0, 0, 1] };
        const { affine, shape, spacingMm } = coarsened(fine, step);
        const [first, last] = [0, step - 1].map((more) =>
          voxelToMm(
            fine.affine,
            coarse.map((at) => at * step + more),
          ),
        );
        const middle = first.map((mm, axis) => (mm + last[axis]) / 2);
        voxelToMm(affine, coarse).forEach((mm, axis) => {
          expect(mm).toBeCloseTo(middle[axis], 9);
        });
        expect(shape).toEqual([40, 41, 42].map((count) => Math.ceil(count / step)));
        expect(spacingMm).toEqual([step, 2 * step, 3 * step]);
      },
    ),
  );
});
