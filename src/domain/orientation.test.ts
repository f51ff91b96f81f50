import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Geometry } from './geometry';
import { caseOrientation } from './orientation';

const shape: Geometry['shape'] = [8, 9, 10];
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/** Axis i of the grid runs along world axis `order[i]`, backwards where its sign is -1. */
function header(order: readonly number[], signs: readonly number[], origin: readonly number[]): Geometry {
  const affine = [0, 0, 0, origin[0], 0, 0, 0, origin[1], 0, 0, 0, origin[2], 0, 0, 0, 1];
  order.forEach((world, axis) => {
    affine[4 * world + axis] = signs[axis];
  });
  return { shape, spacingMm: [1, 1, 1], affine };
}

const upright = header([0, 1, 2], [1, 1, 1], [0, 0, 0]);
const sign = fc.constantFrom(1, -1);

test('a side is certain only where headers that lie apart point every axis the same way', () => {
  fc.assert(
    fc.property(fc.constantFrom(...orders), fc.tuple(sign, sign, sign), (order, signs) => {
      // Half a voxel off every lattice of whole voxels, so that the headers never place both grids alike.
      const labels = header(order, signs, [0.5, 0.5, 300.5]);
      const isSame = order.every((world, axis) => world === axis) && signs.every((value) => value === 1);
      const sideDoubt = isSame ? null : 'contradicting';
      expect(caseOrientation(labels, upright)).toEqual({ geometry: upright, sideDoubt });
    }),
  );
});

test('the headers of brats-ssa contradict each other, and the image orients', () => {
  const big: Geometry['shape'] = [240, 240, 155];
  const image = { ...header([0, 1, 2], [1, 1, 1], [0, 239, 0]), shape: big };
  const labels = { ...header([0, 1, 2], [-1, -1, 1], [0, 0, 0]), shape: big };
  expect(caseOrientation(labels, image)).toEqual({ geometry: image, sideDoubt: 'contradicting' });
});

test('a header without a form orients nothing where another has one', () => {
  const apart = header([0, 1, 2], [-1, 1, 1], [0.5, 0.5, 0.5]);
  const withoutForm: Geometry = { ...upright, isUnplaced: true };
  const unplaced = { ...apart, isUnplaced: true } as const;
  expect(caseOrientation(apart, withoutForm)).toEqual({ geometry: apart, sideDoubt: 'unplaced' });
  expect(caseOrientation(unplaced, upright)).toEqual({ geometry: upright, sideDoubt: 'unplaced' });
  expect(caseOrientation(withoutForm, null)).toEqual({ geometry: withoutForm, sideDoubt: 'unplaced' });
});

test('label maps that contradict each other leave no side certain, whatever the image says', () => {
  const labels: Geometry = { ...upright, sideDoubt: 'contradicting' };
  expect(caseOrientation(labels, null).sideDoubt).toBe('contradicting');
  expect(caseOrientation(labels, upright).sideDoubt).toBe('contradicting');
});

test('an image on another grid lies where its header says and orients nothing', () => {
  const coarse: Geometry = { ...header([0, 1, 2], [-1, 1, 1], [7, 0, 0]), shape: [4, 9, 10] };
  expect(caseOrientation(upright, coarse)).toEqual({ geometry: upright, sideDoubt: null });
});
