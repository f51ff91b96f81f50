/** Why no picture may say R or L without a word: headers contradict each other, or one has no form. */
export type SideDoubt = 'contradicting' | 'unplaced';

/**
 * The voxel grid of a volume: voxel counts and edges (mm) along its axes as stored in the file. A grid that is one
 * voxel thick has two dimensions: where voxels are compared, its edge across is 1 mm, whatever the file says
 * (`flattened`).
 */
export interface Geometry {
  shape: [number, number, number];
  spacingMm: [number, number, number];
  /** Voxel index to millimetres (RAS+), 4×4, row by row. */
  affine: number[];
  /** The file does not say where its voxels lie: the affine is made up, and no side can be told from it. */
  isUnplaced?: true;
  /** What another label map's header says against this one, on whose grid it lies voxel by voxel. */
  sideDoubt?: SideDoubt;
}

export function voxelCount({ shape }: Pick<Geometry, 'shape'>): number {
  return shape[0] * shape[1] * shape[2];
}

type Grid = Pick<Geometry, 'shape' | 'spacingMm'>;

/** The axis along which a grid is one voxel thick, the last if there are several; null when it has three dimensions. */
export function flatAxis({ shape }: Pick<Geometry, 'shape'>): 0 | 1 | 2 | null {
  const axis = shape.lastIndexOf(1);
  return axis < 0 ? null : (axis as 0 | 1 | 2);
}

export type Dimensions = 2 | 3;

export function dimensionsOf(grid: Pick<Geometry, 'shape'>): Dimensions {
  return flatAxis(grid) === null ? 3 : 2;
}

/**
 * The grid with an edge of 1 mm across where it is flat, since no file knows that edge: nnU-Net 1 writes 999 mm.
 * Then mm² of a slice and mm³ of its voxels are one number, and so are mm of a contour and mm² of its wall. A
 * missing direction across becomes the one at right angles to the two others.
 */
export function flattened(grid: Geometry): Geometry {
  const axis = flatAxis(grid);
  if (axis === null) return grid;
  const column = (index: number) => [0, 4, 8].map((row) => grid.affine[row + index]);
  const [u, v] = [column((axis + 1) % 3), column((axis + 2) % 3)];
  const across = column(axis).some((part) => part !== 0)
    ? column(axis)
    : [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  const length = Math.hypot(...across) || 1;
  const affine = grid.affine.slice();
  across.forEach((part, row) => {
    affine[4 * row + axis] = part / length;
  });
  return { ...grid, affine, spacingMm: flatSpacing(grid) };
}

/** The spacing of a grid with an edge of 1 mm across where it is flat. */
export function flatSpacing(grid: Grid): Geometry['spacingMm'] {
  const axis = flatAxis(grid);
  return axis === null ? grid.spacingMm : (grid.spacingMm.with(axis, 1) as Geometry['spacingMm']);
}

/** The voxel edges (mm) along the axes that a grid has. */
export function edgesMm(grid: Grid): number[] {
  const flat = flatAxis(grid);
  return grid.spacingMm.filter((_, axis) => axis !== flat);
}

export type SizeUnit = 'mL' | 'cm²';

/** The unit of every size: volumes in mL, the areas of two dimensions in cm². */
export function sizeUnit(dimensions: Dimensions): SizeUnit {
  return dimensions === 2 ? 'cm²' : 'mL';
}

/** The volume of one voxel. */
export function voxelMm3({ spacingMm: [x, y, z] }: Pick<Grid, 'spacingMm'>): number {
  return x * y * z;
}

/** The size of one voxel in its sizeUnit. */
export function voxelSize(grid: Grid): number {
  return sizeOfMm(voxelMm3(grid), dimensionsOf(grid));
}

/** mm³ in mL, mm² in cm². */
export function sizeOfMm(size: number, dimensions: Dimensions): number {
  return size / (dimensions === 2 ? 100 : 1000);
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

/** The affine that leads back from millimetres to voxel indices, 4×4, row by row; null when there is none. */
export function mmToVoxel(affine: readonly number[]): number[] | null {
  const [a, b, c, p, d, e, f, q, g, h, i, r] = affine;
  const minors = [e * i - f * h, c * h - b * i, b * f - c * e];
  const determinant = a * minors[0] + d * minors[1] + g * minors[2];
  if (!Number.isFinite(1 / determinant)) return null;
  const rows = [
    minors,
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ].map((row) => row.map((value) => value / determinant));
  return [...rows.flatMap(([x, y, z]) => [x, y, z, -(x * p + y * q + z * r)]), 0, 0, 0, 1];
}

/** Headers agree when no corner of the grid lies farther off than this share of the smallest voxel edge. */
const latticeToleranceVoxels = 1e-3;

/** Whether two grids have the same size and their headers place the same voxel at the same place. */
export function isSameGrid(first: Geometry, second: Geometry): boolean {
  return (
    isSameShape(first, second) &&
    headerDistanceMm(first, second) <= latticeToleranceVoxels * Math.min(...first.spacingMm)
  );
}
