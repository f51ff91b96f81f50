/** The voxel grid of a volume: voxel counts and edges (mm) along its axes as stored in the file. */
export interface Geometry {
  shape: [number, number, number];
  spacingMm: [number, number, number];
  /** Voxel index to millimetres (RAS+), 4×4, row by row. */
  affine: number[];
}

export function voxelCount({ shape }: Pick<Geometry, 'shape'>): number {
  return shape[0] * shape[1] * shape[2];
}

export function voxelVolumeMl({ spacingMm }: Pick<Geometry, 'spacingMm'>): number {
  return (spacingMm[0] * spacingMm[1] * spacingMm[2]) / 1000;
}

export function isSameShape(first: Geometry, second: Geometry): boolean {
  return first.shape.every((count, axis) => count === second.shape[axis]);
}

/** The place of a voxel in millimetres: affine · (x, y, z, 1). */
export function voxelToMm(affine: readonly number[], voxel: readonly number[]): [number, number, number] {
  const row = (start: number) =>
    affine[start] * voxel[0] +
    affine[start + 1] * voxel[1] +
    affine[start + 2] * voxel[2] +
    affine[start + 3];
  return [row(0), row(4), row(8)];
}

/**
 * The largest distance (mm) between the places that two headers give to the same voxel. It is reached at a
 * corner of the grid, since both maps are affine. 0 when the headers agree.
 */
export function headerDistanceMm(first: Geometry, second: Geometry): number {
  let largest = 0;
  for (let corner = 0; corner < 8; corner++) {
    const voxel = first.shape.map((count, axis) => (corner & (1 << axis) ? count - 1 : 0));
    const there = voxelToMm(second.affine, voxel);
    const here = voxelToMm(first.affine, voxel);
    largest = Math.max(largest, Math.hypot(here[0] - there[0], here[1] - there[1], here[2] - there[2]));
  }
  return largest;
}
