import { describe, expect, test } from 'vitest';
import { foregroundBox, greyOf, planeAxes, sliceOf } from './displaySlice';

const shape = [2, 3, 4] as const;
const voxels = Uint8Array.from({ length: 24 }, (_, index) => index);
const whole = { columns: [0, 2], rows: [0, 3] } as { columns: [number, number]; rows: [number, number] };

describe('an axial slice for display', () => {
  test('of a RAS file begins at its right front corner', () => {
    const axes = planeAxes('axial', [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]);
    expect(axes.through).toBe(2);
    // x = 1 is the patient's right; the first row is the most anterior one, y = 2.
    expect([...sliceOf(voxels, shape, axes, 1, whole)]).toEqual([11, 10, 9, 8, 7, 6]);
  });

  test('of an LPS file shows the same place in the same corner', () => {
    const axes = planeAxes('axial', [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0]);
    expect([...sliceOf(voxels, shape, axes, 0, whole)]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('follows exchanged axes and oblique headers', () => {
    const axes = planeAxes('axial', [0.1, 0, 0.9, 0, 0.9, 0.1, 0, 0, 0, -0.9, 0.1, 0]);
    expect([axes.column.axis, axes.row.axis, axes.through]).toEqual([2, 0, 1]);
  });

  test('is cut to a square around the foreground, in mm and inside the volume', () => {
    const size = [40, 40, 2] as const;
    const codes = new Uint8Array(40 * 40 * 2);
    codes[10 + 40 * 20] = 5;
    codes[13 + 40 * 20] = 1;
    const axes = planeAxes('axial', [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]);
    const box = foregroundBox(codes, size, [1, 2, 1], axes, 4);
    expect(box.columns).toEqual([22, 34]);
    // The row is 20 from the back and so 19 from the front; 12 mm are 6 rows.
    expect(box.rows[1] - box.rows[0]).toBe(6);
    expect(box.rows[0]).toBeLessThanOrEqual(19);
    expect(box.rows[1]).toBeGreaterThan(19);
    const nothing = foregroundBox(new Uint8Array(40 * 40 * 2), size, [1, 2, 1], axes, 4);
    expect(nothing).toEqual({ columns: [0, 40], rows: [0, 40] });
  });
});

describe('a slice of another plane', () => {
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

  test('coronal, has the head above and the right of the patient on the left', () => {
    const axes = planeAxes('coronal', affine);
    expect(axes.through).toBe(1);
    const box = { columns: [0, 2], rows: [0, 4] } as typeof whole;
    expect([...sliceOf(voxels, shape, axes, 2, box)]).toEqual([23, 22, 17, 16, 11, 10, 5, 4]);
  });

  test('sagittal, has the head above and the back on the left, as the viewer has it', () => {
    const axes = planeAxes('sagittal', affine);
    expect(axes.through).toBe(0);
    const box = { columns: [0, 3], rows: [0, 4] } as typeof whole;
    expect([...sliceOf(voxels, shape, axes, 1, box)].slice(0, 6)).toEqual([19, 21, 23, 13, 15, 17]);
  });
});

describe('grey values', () => {
  test('span the tissue and leave the background black', () => {
    const values = Float32Array.from({ length: 1000 }, (_, index) => (index < 500 ? 0 : 100 + index));
    const grey = greyOf(values);
    expect(grey[0]).toBe(0);
    expect(grey[999]).toBe(255);
    expect(grey[750]).toBeGreaterThan(110);
    expect(grey[750]).toBeLessThan(145);
  });

  test('of an even image are black', () => {
    expect(Math.max(...greyOf(new Float32Array(9).fill(7)))).toBe(0);
  });
});
