import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyBox,
  drawnCount,
  fractionOf,
  type RasGrid,
  rasBox,
  type Voxel,
  voxelAt,
  wholeBox,
} from './rasGrid';

const orders: Voxel[] = [
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
  [2, 3, 1],
  [3, 1, 2],
  [3, 2, 1],
];

const grids = fc
  .tuple(
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    fc.constantFrom(...orders),
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    fc.constantFrom(1, 2, 3),
  )
  .map(
    ([shape, order, flips, step]): RasGrid => ({
      shape,
      step,
      turns: order.map((axis, index) => (flips[index] ? -axis : axis)) as Voxel,
    }),
  );

function everyVoxel([columns, rows, slices]: Voxel): Voxel[] {
  return [...Array(columns * rows * slices).keys()].map((index) => [
    index % columns,
    Math.floor(index / columns) % rows,
    Math.floor(index / (columns * rows)),
  ]);
}

const same = Uint8Array.from({ length: 256 }, (_, byte) => byte);

function inRasOrder(grid: RasGrid, bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  const target = new Uint8Array(drawnCount(grid));
  copyBox(grid, bytes, same, target, rasBox(grid, wholeBox(grid)));
  return target;
}

describe('the grid that NiiVue turns to right, anterior, superior', () => {
  it('finds a voxel again from its fraction, for all 48 orientations', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        for (const voxel of everyVoxel(grid.shape)) {
          expect(voxelAt(grid, fractionOf(grid, voxel))).toEqual(voxel);
        }
      }),
    );
  });

  it('writes codes of any kind as the bytes that stand for them', () => {
    const grid: RasGrid = { shape: [2, 1, 1], turns: [-1, 2, 3], step: 1 };
    const target = new Uint8Array(2);
    const byteOf = new Uint8Array(70_000).fill(7, 69_999);
    copyBox(grid, Uint32Array.of(0, 69_999), byteOf, target, wholeBox(grid));
    expect([...target]).toEqual([7, 0]);
  });

  it('puts the byte of a voxel where its fraction says', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const voxels = everyVoxel(grid.shape);
        const turned = inRasOrder(grid, Uint8Array.from(voxels.keys()));
        const counts = grid.turns.map((turn) => Math.ceil(grid.shape[Math.abs(turn) - 1] / grid.step));
        voxels.forEach((voxel, index) => {
          if (voxel.some((at) => at % grid.step !== 0)) return;
          const [x, y, z] = fractionOf(grid, voxel).map((part, axis) => Math.floor(part * counts[axis]));
          expect(turned[x + counts[0] * (y + counts[1] * z)]).toBe(index);
        });
      }),
    );
  });

  it('reverses the first two axes of a map whose axes run left and posterior', () => {
    const grid: RasGrid = { shape: [2, 2, 1], turns: [-1, -2, 3], step: 1 };
    expect([...inRasOrder(grid, Uint8Array.of(1, 2, 3, 4))]).toEqual([4, 3, 2, 1]);
    expect(fractionOf(grid, [0, 0, 0])).toEqual([0.75, 0.75, 0.5]);
  });

  it('takes the nearest voxel for a place outside the volume', () => {
    expect(voxelAt({ shape: [4, 4, 4], turns: [1, -2, 3], step: 1 }, [-0.2, 1.3, 1])).toEqual([0, 0, 3]);
  });
});

describe('copyBox', () => {
  it('turns the voxels of a box as it turns all of them, and touches no other', () => {
    const shape: Voxel = [3, 4, 5];
    const bytes = Uint8Array.from({ length: 60 }, (_, voxel) => voxel + 1);
    const box = { first: [1, 0, 2] as Voxel, last: [2, 1, 4] as Voxel };
    for (const turns of [
      [1, 2, 3],
      [-1, -2, 3],
      [3, -1, 2],
    ] as Voxel[]) {
      const grid: RasGrid = { shape, turns, step: 1 };
      const marked = bytes.map((_, voxel) => {
        const place = [voxel % 3, Math.floor(voxel / 3) % 4, Math.floor(voxel / 12)];
        const isInside = place.every((at, axis) => at >= box.first[axis] && at <= box.last[axis]);
        return isInside ? bytes[voxel] : 0;
      });
      const target = new Uint8Array(60);
      copyBox(grid, bytes, same, target, rasBox(grid, box));
      expect([...target]).toEqual([...inRasOrder(grid, marked)]);
    }
  });
});
