import { squaredSteps } from './distanceTransform';
import { type Box, boxAround, boxShape } from './labelBoxes';

type Triple = readonly [number, number, number];

/** A voxel that no site shares its row with. */
const NO_SITE = 65_535;

/** Scratch, one entry a voxel of the box around queries and sites; grows and is reused by every later call. */
let stepsAlongX = new Uint16Array(0);
let nearestRows = new Uint16Array(0);

/**
 * Sites ready to be searched from the voxels of a box; all places count from the box's lower corner. Fields
 * share their scratch: making one ends the use of the one before.
 */
export interface SiteField {
  columns: number;
  rows: number;
  lower: Triple;
  /** The rows and slices between which sites lie, and the slices without any. */
  firstRow: number;
  lastRow: number;
  firstSlice: number;
  lastSlice: number;
  isEmptySlice: Uint8Array;
  weights: Triple;
}

/**
 * The exact squared distance (mm²) from each query to the nearest site; both are positions in `grid`, x
 * fastest, its sides under 65,535. Infinity when there is no site. Only what the queries ask for is computed:
 * distances along x in the rows with sites, then from each query a search along z, and in each slice along y,
 * that ends as soon as nothing nearer can come. What was found along y is kept for the next query, so that
 * surfaces far apart stay cheap.
 */
export function nearestSquaredDistances(
  queries: readonly number[],
  sites: readonly number[],
  grid: Triple,
  spacingMm: Triple,
): Float64Array {
  const squared = new Float64Array(queries.length).fill(Number.POSITIVE_INFINITY);
  if (queries.length === 0 || sites.length === 0) return squared;
  const { weights, unitMm2 } = squaredSteps(spacingMm);
  const { lower, upper } = boxAround([boundsOf(sites, grid), boundsOf(queries, grid)]) as Box;
  const field = siteField({ lower, upper }, sites, grid, weights);
  const [gridColumns, gridRows] = grid;
  for (let index = 0; index < queries.length; index++) {
    const line = Math.floor(queries[index] / gridColumns);
    const gridSlice = Math.floor(line / gridRows);
    const x = queries[index] - line * gridColumns - lower[0];
    squared[index] =
      squaredToSite(field, x, line - gridSlice * gridRows - lower[1], gridSlice - lower[2]) * unitMm2;
  }
  return squared;
}

/** The exact squared distance, in weights, from a voxel of the field's box to the nearest site. */
export function squaredToSite(field: SiteField, x: number, y: number, z: number): number {
  const { firstSlice, lastSlice, isEmptySlice, weights } = field;
  let nearest = Number.POSITIVE_INFINITY;
  const furthest = Math.max(z - firstSlice, lastSlice - z);
  for (let away = Math.max(0, firstSlice - z, z - lastSlice); away <= furthest; away++) {
    const least = weights[2] * away * away;
    if (least >= nearest) break;
    const below = z - away;
    const above = z + away;
    if (below >= firstSlice && below <= lastSlice && isEmptySlice[below] === 0) {
      nearest = Math.min(nearest, least + squaredInSlice(field, x, y, below));
    }
    if (away > 0 && above >= firstSlice && above <= lastSlice && isEmptySlice[above] === 0) {
      nearest = Math.min(nearest, least + squaredInSlice(field, x, y, above));
    }
  }
  return nearest;
}

/** The squared distance, in weights, from (x, y) to the nearest site of a slice that has one. */
function squaredInSlice(field: SiteField, x: number, y: number, slice: number): number {
  const { columns, rows, firstRow, lastRow, weights } = field;
  const [weightX, weightY] = weights;
  const sliceStart = slice * rows * columns + x;
  const voxel = sliceStart + y * columns;
  const known = nearestRows[voxel];
  if (known !== 0) {
    const steps = stepsAlongX[sliceStart + (known - 1) * columns];
    const away = known - 1 - y;
    return weightX * steps * steps + weightY * away * away;
  }
  let nearest = Number.POSITIVE_INFINITY;
  let nearestRow = 0;
  const furthest = Math.max(y - firstRow, lastRow - y);
  for (let away = Math.max(0, firstRow - y, y - lastRow); away <= furthest; away++) {
    const least = weightY * away * away;
    if (least >= nearest) break;
    for (let side = away === 0 ? 1 : -1; side <= 1; side += 2) {
      const row = y + side * away;
      if (row < firstRow || row > lastRow) continue;
      const steps = stepsAlongX[sliceStart + row * columns];
      if (steps === NO_SITE) continue;
      const squared = least + weightX * steps * steps;
      if (squared >= nearest) continue;
      nearest = squared;
      nearestRow = row;
    }
  }
  nearestRows[voxel] = nearestRow + 1;
  return nearest;
}

/**
 * The field of at least one site within `box`, which must hold them all: each row that has one is filled with
 * the steps to the nearest in the row. Sites are positions in `grid`, x fastest.
 */
export function siteField(
  { lower, upper }: Box,
  sites: readonly number[],
  grid: Triple,
  weights: Triple,
): SiteField {
  const siteBox = boundsOf(sites, grid);
  const [columns, rows, slices] = boxShape({ lower, upper });
  clearScratch(columns * rows * slices);
  const isEmptyRow = new Uint8Array(rows * slices).fill(1);
  const isEmptySlice = new Uint8Array(slices).fill(1);
  for (const site of sites) {
    const gridLine = Math.floor(site / grid[0]);
    const gridSlice = Math.floor(gridLine / grid[1]);
    const slice = gridSlice - lower[2];
    const line = slice * rows + gridLine - gridSlice * grid[1] - lower[1];
    stepsAlongX[line * columns + site - gridLine * grid[0] - lower[0]] = 0;
    isEmptyRow[line] = 0;
    isEmptySlice[slice] = 0;
  }
  for (let line = 0; line < rows * slices; line++) {
    if (isEmptyRow[line] === 0) fillRow(line * columns, (line + 1) * columns);
  }
  return {
    columns,
    rows,
    lower,
    firstRow: siteBox.lower[1] - lower[1],
    lastRow: siteBox.upper[1] - 1 - lower[1],
    firstSlice: siteBox.lower[2] - lower[2],
    lastSlice: siteBox.upper[2] - 1 - lower[2],
    isEmptySlice,
    weights,
  };
}

function clearScratch(voxelCount: number): void {
  if (stepsAlongX.length < voxelCount) {
    stepsAlongX = new Uint16Array(voxelCount);
    nearestRows = new Uint16Array(voxelCount);
  }
  stepsAlongX.fill(NO_SITE, 0, voxelCount);
  nearestRows.fill(0, 0, voxelCount);
}

/** Each voxel's steps to the nearest 0 of the row, which has at least one. */
function fillRow(start: number, end: number): void {
  let steps = NO_SITE;
  for (let voxel = start; voxel < end; voxel++) {
    if (stepsAlongX[voxel] === 0) steps = 0;
    else if (steps !== NO_SITE) stepsAlongX[voxel] = ++steps;
  }
  steps = NO_SITE;
  for (let voxel = end - 1; voxel >= start; voxel--) {
    if (stepsAlongX[voxel] === 0) steps = 0;
    else if (steps !== NO_SITE && ++steps < stepsAlongX[voxel]) stepsAlongX[voxel] = steps;
  }
}

function boundsOf(positions: readonly number[], [columns, rows]: Triple): Box {
  let [x0, y0, z0] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [x1, y1, z1] = [0, 0, 0];
  for (const position of positions) {
    const line = Math.floor(position / columns);
    const z = Math.floor(line / rows);
    const y = line - z * rows;
    const x = position - line * columns;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
    if (z < z0) z0 = z;
    if (z > z1) z1 = z;
  }
  return { lower: [x0, y0, z0], upper: [x1 + 1, y1 + 1, z1 + 1] };
}
