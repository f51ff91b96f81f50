import { type Geometry, voxelCount } from '../domain/geometry';

/**
 * More voxels than a graphics card holds for two panes, in five bytes each: a CT of 512 × 512 has 256 slices then.
 */
const mostDrawn = 2 ** 26;

/** One voxel of so many along each axis is drawn: 1 for all but very large volumes. */
export function drawnStep(geometry: Pick<Geometry, 'shape'>): number {
  let step = 1;
  while (voxelCount(drawnGrid(geometry, step)) > mostDrawn) step++;
  return step;
}

function drawnGrid({ shape }: Pick<Geometry, 'shape'>, step: number): Pick<Geometry, 'shape'> {
  return { shape: shape.map((count) => Math.ceil(count / step)) as Geometry['shape'] };
}

/** The grid of which each voxel stands for `step` voxels along each axis, the first of which is drawn. */
export function coarsened(geometry: Geometry, step: number): Geometry {
  if (step === 1) return geometry;
  const affine = geometry.affine.slice();
  for (const row of [0, 4, 8]) {
    const columns = geometry.affine.slice(row, row + 3);
    affine[row + 3] += ((step - 1) / 2) * columns.reduce((sum, part) => sum + part, 0);
    columns.forEach((part, axis) => {
      affine[row + axis] = part * step;
    });
  }
  const spacingMm = geometry.spacingMm.map((edge) => edge * step) as Geometry['spacingMm'];
  return { ...geometry, ...drawnGrid(geometry, step), spacingMm, affine };
}
