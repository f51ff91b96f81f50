import type { Codes, VoxelBox } from '../domain/pairCodes';

export type Voxel = [number, number, number];

/**
 * How NiiVue turns a file's axes: its axis i (right, anterior, superior) is the file's axis |turns[i]|,
 * counted from 1, reversed where negative. NiiVue calls it `permRAS`.
 */
export interface RasGrid {
  shape: Voxel;
  turns: Voxel;
}

/** The centre of a file's voxel as a fraction (0 to 1) along NiiVue's three axes. */
export function fractionOf({ shape, turns }: RasGrid, voxel: Voxel): Voxel {
  return turns.map((turn) => {
    const axis = Math.abs(turn) - 1;
    const fraction = (voxel[axis] + 0.5) / shape[axis];
    return turn < 0 ? 1 - fraction : fraction;
  }) as Voxel;
}

/** The file's voxel at a fraction along NiiVue's axes; outside the volume the nearest one. */
export function voxelAt({ shape, turns }: RasGrid, fraction: ArrayLike<number>): Voxel {
  const voxel: Voxel = [0, 0, 0];
  turns.forEach((turn, index) => {
    const axis = Math.abs(turn) - 1;
    const along = turn < 0 ? 1 - fraction[index] : fraction[index];
    voxel[axis] = Math.min(shape[axis] - 1, Math.max(0, Math.floor(along * shape[axis])));
  });
  return voxel;
}

/** All voxels of a volume. */
export function wholeBox({ shape }: RasGrid): VoxelBox {
  return { first: [0, 0, 0], last: shape.map((count) => count - 1) as Voxel };
}

export function isSameRasGrid(first: RasGrid, second: RasGrid): boolean {
  return String([first.shape, first.turns]) === String([second.shape, second.turns]);
}

export function isRasOrder({ turns }: RasGrid): boolean {
  return turns.every((turn, index) => turn === index + 1);
}

/** A box of the file's voxels in NiiVue's voxels. */
export function rasBox({ shape, turns }: RasGrid, { first, last }: VoxelBox): VoxelBox {
  const ends = turns.map((turn) => {
    const axis = Math.abs(turn) - 1;
    const highest = shape[axis] - 1;
    return turn < 0 ? [highest - last[axis], highest - first[axis]] : [first[axis], last[axis]];
  });
  return { first: ends.map(([start]) => start) as Voxel, last: ends.map(([, end]) => end) as Voxel };
}

/** Writes one box (in NiiVue's voxels) of codes from the file's order into NiiVue's, each as `byteOf` says. */
export function copyBox(
  { shape, turns }: RasGrid,
  codes: Codes,
  byteOf: Uint8Array,
  target: Uint8Array,
  { first, last }: VoxelBox,
): void {
  const strides = [1, shape[0], shape[0] * shape[1]];
  const [x, y, z] = turns.map((turn) => {
    const axis = Math.abs(turn) - 1;
    const count = shape[axis];
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
