import { squaredDistances, squaredSteps } from './distanceTransform';
import { type Box, boxAround, boxShape } from './labelBoxes';

type Triple = readonly [number, number, number];

/** A voxel that no site shares its row with. */
const NO_SITE = 65_535;

/** Where more than one voxel in this many is asked for, as in noise, transforming them all is faster. */
const DENSE_SHARE = 8;

/** Scratch, one entry a voxel of the box around queries and sites; grows and is reused by every later call. */
let stepsAlongX = new Uint16Array(0);
let nearestRows = new Uint16Array(0);

/** Ascending positions in a grid and the box around them, null when there are none. */
export interface PlacesInBox {
  positions: readonly number[];
  box: Box | null;
}

/**
 * Sites ready to be searched from the voxels of a box; all places count from the box's lower corner. Fields
 * share their scratch: making one ends the use of the one before.
 */
interface SiteField {
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
 * The exact squared distance (mm²) from each place in `from` to the nearest in `to`, both in `grid`, x
 * fastest, its sides under 65,535. Infinity when `to` is empty. Only what is asked for is computed: distances
 * along x in the rows with sites, then from each place a search along z, and in each slice along y, that ends
 * as soon as nothing nearer can come. What was found along y is kept for the next place, so that surfaces far
 * apart stay cheap.
 */
export function nearestSquaredDistances(
  from: PlacesInBox,
  to: PlacesInBox,
  grid: Triple,
  spacingMm: Triple,
): Float64Array {
  const queries = from.positions;
  const box = boxAround([from.box, to.box]);
  if (!box || to.positions.length === 0)
    return new Float64Array(queries.length).fill(Number.POSITIVE_INFINITY);
  const [columns, rows, slices] = boxShape(box);
  const isDense = queries.length * DENSE_SHARE > columns * rows * slices;
  return isDense
    ? distancesByTransform(queries, to.positions, box, grid, spacingMm)
    : distancesBySearch(queries, to.positions, box, grid, spacingMm);
}

function distancesBySearch(
  queries: readonly number[],
  sites: readonly number[],
  box: Box,
  grid: Triple,
  spacingMm: Triple,
): Float64Array {
  const { weights, unitMm2 } = squaredSteps(spacingMm);
  const field = siteField(box, sites, grid, weights);
  const [x0, y0, z0] = box.lower;
  const squared = new Float64Array(queries.length);
  for (let index = 0; index < queries.length; index++) {
    const line = Math.floor(queries[index] / grid[0]);
    const slice = Math.floor(line / grid[1]);
    const x = queries[index] - line * grid[0] - x0;
    squared[index] = squaredToSite(field, x, line - slice * grid[1] - y0, slice - z0) * unitMm2;
  }
  return squared;
}

function distancesByTransform(
  queries: readonly number[],
  sites: readonly number[],
  box: Box,
  grid: Triple,
  spacingMm: Triple,
): Float64Array {
  const shape = boxShape(box);
  const isSite = new Uint8Array(shape[0] * shape[1] * shape[2]);
  const placeInBox = (position: number) => {
    const line = Math.floor(position / grid[0]);
    const slice = Math.floor(line / grid[1]);
    const row = line - slice * grid[1] - box.lower[1];
    return ((slice - box.lower[2]) * shape[1] + row) * shape[0] + position - line * grid[0] - box.lower[0];
  };
  for (const site of sites) isSite[placeInBox(site)] = 1;
  const everywhere = squaredDistances(isSite, shape, spacingMm);
  return Float64Array.from(queries, (query) => everywhere[placeInBox(query)]);
}

/** The exact squared distance, in weights, from a voxel of the field's box to the nearest site. */
function squaredToSite(field: SiteField, x: number, y: number, z: number): number {
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
 * the steps to the nearest in the row. Sites are ascending positions in `grid`, x fastest.
 */
function siteField(
  { lower, upper }: Box,
  sites: readonly number[],
  grid: Triple,
  weights: Triple,
): SiteField {
  const [columns, rows, slices] = boxShape({ lower, upper });
  clearScratch(columns * rows * slices);
  const isEmptySlice = new Uint8Array(slices).fill(1);
  let firstRow = rows;
  let lastRow = 0;
  for (let first = 0, next = 0; first < sites.length; first = next) {
    const gridLine = Math.floor(sites[first] / grid[0]);
    const gridLineEnd = (gridLine + 1) * grid[0];
    while (next < sites.length && sites[next] < gridLineEnd) next++;
    const gridSlice = Math.floor(gridLine / grid[1]);
    const slice = gridSlice - lower[2];
    const row = gridLine - gridSlice * grid[1] - lower[1];
    fillRow(sites, first, next, gridLine * grid[0] + lower[0], (slice * rows + row) * columns, columns);
    isEmptySlice[slice] = 0;
    firstRow = Math.min(firstRow, row);
    lastRow = Math.max(lastRow, row);
  }
  const firstSlice = isEmptySlice.indexOf(0);
  const lastSlice = isEmptySlice.lastIndexOf(0);
  return { columns, rows, lower, firstRow, lastRow, firstSlice, lastSlice, isEmptySlice, weights };
}

function clearScratch(voxelCount: number): void {
  if (stepsAlongX.length < voxelCount) {
    stepsAlongX = new Uint16Array(voxelCount);
    nearestRows = new Uint16Array(voxelCount);
  }
  stepsAlongX.fill(NO_SITE, 0, voxelCount);
  nearestRows.fill(0, 0, voxelCount);
}

/** Fills a row with the steps to the nearest of its sites: those from `first` up to `next`. */
function fillRow(
  sites: readonly number[],
  first: number,
  next: number,
  gridStart: number,
  rowStart: number,
  columns: number,
): void {
  let column = 0;
  for (let index = first; index < next; index++) {
    const site = sites[index] - gridStart;
    const end = index + 1 < next ? (site + sites[index + 1] - gridStart + 1) >> 1 : columns;
    for (; column < site; column++) stepsAlongX[rowStart + column] = site - column;
    for (; column < end; column++) stepsAlongX[rowStart + column] = column - site;
  }
}
