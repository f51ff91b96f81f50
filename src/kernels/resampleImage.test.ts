import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Geometry, mmToVoxel, voxelCount, voxelToMm } from '../domain/geometry';
import { resampleImage } from './resampleImage';

type Triple = [number, number, number];

/** A grid whose axes run right, anterior and superior, or against them where the edge is negative. */
function gridOf(shape: Triple, edges: Triple, origin: Triple = [0, 0, 0]): Geometry {
  const [x, y, z] = edges;
  return {
    shape,
    spacingMm: [Math.abs(x), Math.abs(y), Math.abs(z)],
    affine: [x, 0, 0, origin[0], 0, y, 0, origin[1], 0, 0, z, origin[2], 0, 0, 0, 1],
  };
}

/** The intensity that a place in space has, in every grid. */
function field([x, y, z]: readonly number[]): number {
  return 3 * x - 2 * y + 5 * z + 7;
}

function imageOf(geometry: Geometry, valueAt = field): Float32Array {
  const [columns, rows] = geometry.shape;
  return Float32Array.from({ length: voxelCount(geometry) }, (_, index) =>
    valueAt(
      voxelToMm(geometry.affine, [
        index % columns,
        Math.floor(index / columns) % rows,
        Math.floor(index / (columns * rows)),
      ]),
    ),
  );
}

test('an intensity that grows evenly through space is the same on every grid inside the image', () => {
  const edge = fc.double({ min: 0.3, max: 3, noNaN: true });
  const sign = fc.constantFrom(1, -1);
  const anyEdge = fc.tuple(edge, sign).map(([length, direction]) => length * direction);
  const image = gridOf([12, 10, 9], [2, -2, 3], [-11, 9, -12]);
  fc.assert(
    fc.property(fc.tuple(anyEdge, anyEdge, anyEdge), (edges) => {
      const onto = gridOf([3, 3, 3], edges, [-edges[0], -edges[1], -edges[2]]);
      const { voxels, covered } = resampleImage(imageOf(image), image, onto);
      expect(covered).toBe(27);
      const expected = imageOf(onto);
      voxels.forEach((value, index) => {
        expect(value).toBeCloseTo(expected[index], 3);
      });
    }),
  );
});

test('beyond the rim of the outermost voxels lies the smallest intensity, and is not counted as covered', () => {
  const image = gridOf([2, 1, 1], [1, 1, 1]);
  const onto = gridOf([6, 1, 1], [0.5, 1, 1], [-1, 0, 0]);
  const { voxels, covered } = resampleImage(Float32Array.from([10, 20]), image, onto);
  expect([...voxels]).toEqual([10, 10, 10, 15, 20, 20]);
  expect(covered).toBe(5);
  const far = resampleImage(Float32Array.from([10, -3]), image, gridOf([2, 2, 1], [1, 1, 1], [50, 0, 0]));
  expect(far).toEqual({ voxels: new Float32Array(4).fill(-3), covered: 0 });
});

test('a voxel that is no number leaves its neighbours as they are', () => {
  const grid = gridOf([3, 1, 1], [1, 1, 1]);
  const { voxels } = resampleImage(Float32Array.from([1, Number.NaN, 3]), grid, grid);
  expect([...voxels]).toEqual([1, Number.NaN, 3]);
});

test('an image that its header gives no volume covers nothing', () => {
  const flat = gridOf([2, 2, 2], [1, 0, 1]);
  expect(mmToVoxel(flat.affine)).toBeNull();
  expect(resampleImage(new Float32Array(8), flat, gridOf([2, 2, 2], [1, 1, 1])).covered).toBe(0);
});

test('the way back from millimetres leads to the voxel that one came from', () => {
  const number = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(fc.array(number, { minLength: 12, maxLength: 12 }), (top) => {
      const affine = [...top, 0, 0, 0, 1];
      const back = mmToVoxel(affine);
      fc.pre(back !== null);
      const place = voxelToMm(back!, voxelToMm(affine, [5, 7, 11]));
      [5, 7, 11].forEach((index, axis) => {
        expect(place[axis]).toBeCloseTo(index, 6);
      });
    }),
  );
});
