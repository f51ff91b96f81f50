import type { Geometry } from '../../domain/geometry';

/** A box of whole voxels in a grid: the tumour and its errors are made only there, because it is 6 times faster. */
export interface CropBox {
  geometry: Geometry;
  /** First voxel (x, y, z) of the box in the whole grid. */
  start: [number, number, number];
}

/** The smallest box that holds every ball (centre and radius in mm), cut to the grid; axes must be unturned. */
export function cropBox(
  whole: Geometry,
  balls: { centreMm: readonly number[]; radiusMm: number }[],
): CropBox {
  const axes = [0, 1, 2].map((axis) => {
    const originMm = whole.affine[axis * 4 + 3];
    const toVoxel = (mm: number) => (mm - originMm) / whole.spacingMm[axis];
    const low = Math.min(...balls.map((ball) => toVoxel(ball.centreMm[axis] - ball.radiusMm)));
    const high = Math.max(...balls.map((ball) => toVoxel(ball.centreMm[axis] + ball.radiusMm)));
    const first = Math.max(0, Math.floor(low));
    return { first, count: Math.min(whole.shape[axis] - 1, Math.ceil(high)) - first + 1 };
  });
  const [x, y, z] = axes;
  const affine = [...whole.affine];
  axes.forEach(({ first }, axis) => {
    affine[axis * 4 + 3] += first * whole.spacingMm[axis];
  });
  return {
    geometry: { ...whole, shape: [x.count, y.count, z.count], affine },
    start: [x.first, y.first, z.first],
  };
}

/** The voxels of the box, taken out of the whole grid. */
export function cut<Voxels extends Uint8Array | Float32Array>(
  source: Voxels,
  whole: Geometry,
  box: CropBox,
  target: Voxels,
): Voxels {
  forEachRow(whole, box, (inWhole, inBox, count) => {
    target.set(source.subarray(inWhole, inWhole + count), inBox);
  });
  return target;
}

/** Puts the voxels of the box back into the whole grid. */
export function paste<Voxels extends Uint8Array | Float32Array>(
  source: Voxels,
  whole: Geometry,
  box: CropBox,
  target: Voxels,
): Voxels {
  forEachRow(whole, box, (inWhole, inBox, count) => {
    target.set(source.subarray(inBox, inBox + count), inWhole);
  });
  return target;
}

function forEachRow(
  whole: Geometry,
  { geometry, start }: CropBox,
  visit: (inWhole: number, inBox: number, count: number) => void,
): void {
  const [width, height, depth] = geometry.shape;
  for (let k = 0; k < depth; k++) {
    for (let j = 0; j < height; j++) {
      const inWhole = ((k + start[2]) * whole.shape[1] + j + start[1]) * whole.shape[0] + start[0];
      visit(inWhole, (k * height + j) * width, width);
    }
  }
}
