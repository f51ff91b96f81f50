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

/** The bytes of a file in NiiVue's voxel order; the same array where the file has that order already. */
export function inRasOrder({ shape, turns }: RasGrid, bytes: Uint8Array): Uint8Array {
  if (turns.every((turn, index) => turn === index + 1)) return bytes;
  const strides = [1, shape[0], shape[0] * shape[1]];
  const axes = turns.map((turn) => {
    const axis = Math.abs(turn) - 1;
    const count = shape[axis];
    return {
      count,
      start: turn < 0 ? (count - 1) * strides[axis] : 0,
      step: turn < 0 ? -strides[axis] : strides[axis],
    };
  });
  const [x, y, z] = axes;
  const turned = new Uint8Array(bytes.length);
  let to = 0;
  for (let slice = 0; slice < z.count; slice++) {
    for (let row = 0; row < y.count; row++) {
      let from = x.start + y.start + z.start + row * y.step + slice * z.step;
      for (let column = 0; column < x.count; column++) {
        turned[to++] = bytes[from];
        from += x.step;
      }
    }
  }
  return turned;
}
