import type { NVImage } from '@niivue/niivue';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framedPart, headOf, wholePart } from './headBox';

type Triple = [number, number, number];
const shape: Triple = [40, 30, 20];

function imageWith(box: [Triple, Triple], air: number, tissue: number, noiseAt: number[] = []): NVImage {
  const img = new Float32Array(shape[0] * shape[1] * shape[2]).fill(air);
  const [first, last] = box;
  for (let z = first[2]; z <= last[2]; z++)
    for (let y = first[1]; y <= last[1]; y++)
      for (let x = first[0]; x <= last[0]; x++) img[x + shape[0] * (y + shape[1] * z)] = tissue;
  for (const voxel of noiseAt) img[voxel] = tissue;
  const range = { robust_min: Math.min(air, tissue), robust_max: Math.max(air, tissue) };
  return { img, dims: [3, ...shape], hdr: { scl_slope: 1 }, ...range } as unknown as NVImage;
}

const span = (count: number) =>
  fc.tuple(fc.integer({ min: 1, max: count - 2 }), fc.integer({ min: 1, max: count - 2 })).map((ends) => {
    const [low, high] = ends.sort((one, other) => one - other);
    return [low, high] as const;
  });

test('finds a head in whatever air, also where it is darker, and not a stray voxel', () => {
  const grey = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(span(40), span(30), span(20), grey, grey, (x, y, z, air, tissue) => {
      fc.pre(Math.abs(air - tissue) > 10);
      const box: [Triple, Triple] = [
        [x[0], y[0], z[0]],
        [x[1], y[1], z[1]],
      ];
      // In the smallest slices a stray voxel is no longer little.
      fc.pre([x, y, z].every(([low, high]) => high - low > 3));
      const head = headOf(imageWith(box, air, tissue, [shape[0] * shape[1] * 19]))!;
      [x, y, z].forEach(([low, high], axis) => {
        expect(head.low[axis]).toBeCloseTo(low / shape[axis], 9);
        expect(head.high[axis]).toBeCloseTo((high + 1) / shape[axis], 9);
      });
    }),
  );
});

test('a black image has no head: labels are framed with room, and everything where there are none', () => {
  const black = imageWith([shape, shape], 0, 0);
  expect(headOf(black)).toBeNull();
  const grid = { shape, turns: [1, 2, 3] as Triple, step: 1 };
  expect(framedPart(grid, null, null)).toEqual(wholePart);
  const { low, high } = framedPart(grid, null, { first: [10, 10, 10], last: [19, 19, 14] });
  for (const axis of [0, 1, 2]) {
    expect(low[axis]).toBeLessThan(10 / shape[axis]);
    expect(high[axis]).toBeGreaterThan([20, 20, 15][axis] / shape[axis]);
  }
});

test('head and labels are framed together, turned as NiiVue turns the file', () => {
  const grid = { shape, turns: [-2, 1, 3] as Triple, step: 1 };
  const head = { low: [0.25, 0.2, 0.1] as Triple, high: [0.75, 0.6, 0.9] as Triple };
  // A label outside of the head, at the far end of the file's second axis.
  const { low, high } = framedPart(grid, head, { first: [20, 29, 10], last: [20, 29, 10] });
  expect(low[0]).toBeLessThanOrEqual(0);
  expect(high[0]).toBeCloseTo(0.8, 1);
  expect(low[1]).toBeCloseTo(0.25, 1);
  expect(high[1]).toBeCloseTo(0.75, 1);
});
