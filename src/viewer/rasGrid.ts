import type { Codes, VoxelBox } from '../domain/pairCodes';

export type Voxel = [number, number, number];

/**
 * How NiiVue turns a file's axes: its axis i (right, anterior, superior) is the file's axis |turns[i]|,
 * counted from 1, reversed where negative. NiiVue calls it `permRAS`.
 */
export interface RasGrid {
  /** Of the file. */
  shape: Voxel;
  turns: Voxel;
  /** NiiVue has one voxel for so many of the file along each axis, and holds the first of these. */
  step: number;
}

/** How many voxels NiiVue has along an axis of the file. */
function drawnAlong({ shape, step }: RasGrid, axis: number): number {
  return Math.ceil(shape[axis] / step);
}

/** The centre of a file's voxel as a fraction (0 to 1) along NiiVue's three axes. */
export function fractionOf(grid: RasGrid, voxel: Voxel): Voxel {
  return grid.turns.map((turn) => {
    const axis = Math.abs(turn) - 1;
    const fraction = (voxel[axis] + 0.5) / (drawnAlong(grid, axis) * grid.step);
    return turn < 0 ? 1 - fraction : fraction;
  }) as Voxel;
}

/** The file's voxel at a fraction along NiiVue's axes; outside the volume the nearest one. */
export function voxelAt(grid: RasGrid, fraction: ArrayLike<number>): Voxel {
  const voxel: Voxel = [0, 0, 0];
  grid.turns.forEach((turn, index) => {
    const axis = Math.abs(turn) - 1;
    const along = turn < 0 ? 1 - fraction[index] : fraction[index];
    const place = Math.floor(along * drawnAlong(grid, axis) * grid.step);
    voxel[axis] = Math.min(grid.shape[axis] - 1, Math.max(0, place));
  });
  return voxel;
}

/** All voxels of a volume. */
export function wholeBox({ shape }: RasGrid): VoxelBox {
  return { first: [0, 0, 0], last: shape.map((count) => count - 1) as Voxel };
}

export function isSameRasGrid(first: RasGrid, second: RasGrid): boolean {
  return String([first.shape, first.turns, first.step]) === String([second.shape, second.turns, second.step]);
}

/** Whether NiiVue's voxels are the file's, one by one. */
export function isRasOrder({ turns, step }: RasGrid): boolean {
  return step === 1 && turns.every((turn, index) => turn === index + 1);
}

/** How many voxels NiiVue has in all. */
export function drawnCount(grid: RasGrid): number {
  return [0, 1, 2].reduce((product, axis) => product * drawnAlong(grid, axis), 1);
}

/** A box of the file's voxels in NiiVue's voxels. */
export function rasBox(grid: RasGrid, { first, last }: VoxelBox): VoxelBox {
  const ends = grid.turns.map((turn) => {
    const axis = Math.abs(turn) - 1;
    const highest = drawnAlong(grid, axis) - 1;
    const [low, high] = [first, last].map((end) => Math.floor(end[axis] / grid.step));
    return turn < 0 ? [highest - high, highest - low] : [low, high];
  });
  return { first: ends.map(([start]) => start) as Voxel, last: ends.map(([, end]) => end) as Voxel };
}

/** Writes one box (in NiiVue's voxels) of codes from the file's order into NiiVue's, each as `byteOf` says. */
export function copyBox(
  grid: RasGrid,
  codes: Codes,
  byteOf: Uint8Array,
  target: Uint8Array,
  { first, last }: VoxelBox,
): void {
  const { shape } = grid;
  const strides = [1, shape[0], shape[0] * shape[1]].map((stride) => stride * grid.step);
  const [x, y, z] = grid.turns.map((turn) => {
    const axis = Math.abs(turn) - 1;
    const count = drawnAlong(grid, axis);
    return {
      count,
      start: turn < 0 ? (count - 1) * strides[axis] : 0,
      step: turn < 0 ? -strides[axis] : strides[axis],
    };
  });
  const origin = x.start + y.start + z.start + first[0] * x.step;
  for (let slice = first[2]; slice <= last[2]; slice++) {
    for (let row = first[1]; row <= last[1]; row++) {
      let from = origin + row * y.step + slice * z.step;
      const line = (slice * y.count + row) * x.count;
      for (let to = line + first[0]; to <= line + last[0]; to++) {
        target[to] = byteOf[codes[from]];
        from += x.step;
      }
    }
  }
}
