import { expect, test } from 'vitest';
import { axisPlane, planeAxis } from './planeAxis';

const upright = {
  affine: [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1],
};
/** Stored sagittally: x runs to the front, y up, z to the right. */
const sagittal = {
  affine: [0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1],
};

test('finds the stored axis of each plane, whichever way the volume is stored', () => {
  expect((['sagittal', 'coronal', 'axial'] as const).map((plane) => planeAxis(plane, upright))).toEqual([
    0, 1, 2,
  ]);
  expect((['sagittal', 'coronal', 'axial'] as const).map((plane) => planeAxis(plane, sagittal))).toEqual([
    2, 0, 1,
  ]);
  expect([0, 1, 2].map((axis) => axisPlane(axis, sagittal))).toEqual(['coronal', 'axial', 'sagittal']);
});

test('an oblique volume gives each plane an axis of its own', () => {
  const part = Math.SQRT1_2;
  const affine = [part, -part, 0, 0, part, part, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const axes = (['sagittal', 'coronal', 'axial'] as const).map((plane) => planeAxis(plane, { affine }));
  expect([...axes].sort()).toEqual([0, 1, 2]);
  expect(axes[2]).toBe(2);
});
