import { squaredSteps } from './distanceTransform';

type Triple = readonly [number, number, number];

/** What the x pass found in a row: no voxel of the other side, some, or nothing else. */
const EMPTY = 0;
const MIXED = 1;
const FULL = 2;

/** Distances of the voxels on one side of a mask's boundary to the other side (METRICS.md §5). */
export interface SideDistances {
  /** Per voxel of the box: squared distance (mm²), exact up to the limit; 0 on the other side. */
  squaredMm2: Float64Array;
  /** Squared distances (mm²) of single voxels, exact up to another limit (mm), Infinity beyond. */
  search(voxels: readonly number[], limitMm: number): Float64Array;
}

/** The field of one side: rows are numbered y + rows·z. */
interface Field {
  columns: number;
  rows: number;
  slices: number;
  weights: readonly [number, number, number];
  lineStates: Uint8Array;
}

/**
 * The squared distance of every voxel of one side ('inside' or 'outside' of the mask `isInside`, 0 or 1, x
 * fastest) to the nearest voxel centre of the other. What lies beyond the box does not exist. Distances above
 * `limitMm` come out too large. Near a boundary, trying the few rows within the limit is several times as
 * fast as the unlimited transform of distanceTransform.ts.
 */
export function sideDistances(
  isInside: Uint8Array,
  shape: Triple,
  spacingMm: Triple,
  side: 'inside' | 'outside',
  limitMm: number,
): SideDistances {
  const { weights, unitMm2 } = squaredSteps(spacingMm);
  const [columns, rows, slices] = shape;
  const field: Field = { columns, rows, slices, weights, lineStates: new Uint8Array(rows * slices) };
  const alongX = distancesAlongX(isInside, field, side === 'inside' ? 0 : 1);
  const reach = (axis: number) => Math.floor(limitMm / spacingMm[axis] + 1e-6);
  const alongXY = lowestAlong(alongX, field, 1, reach(1));
  const squaredMm2 = lowestAlong(alongXY, field, 2, reach(2));
  if (unitMm2 !== 1) {
    for (let voxel = 0; voxel < squaredMm2.length; voxel++) squaredMm2[voxel] *= unitMm2;
  }
  return {
    squaredMm2,
    search: (voxels, searchMm) => {
      const offsets = offsetsWithin(field, searchMm, spacingMm);
      const limit = (searchMm + 1e-9) ** 2 / unitMm2;
      return Float64Array.from(voxels, (voxel) => searchFrom(voxel, alongX, field, offsets, limit) * unitMm2);
    },
  };
}

/** Squared steps along x to the nearest voxel whose mask value is `site`; Infinity in rows without. */
function distancesAlongX(isInside: Uint8Array, field: Field, site: number): Float64Array {
  const { columns, weights, lineStates } = field;
  const squared = new Float64Array(isInside.length);
  for (let line = 0; line < lineStates.length; line++) {
    const start = line * columns;
    const end = start + columns;
    let sites = 0;
    for (let voxel = start; voxel < end; voxel++) if (isInside[voxel] === site) sites++;
    lineStates[line] = sites === 0 ? EMPTY : sites === columns ? FULL : MIXED;
    if (sites === 0) squared.fill(Number.POSITIVE_INFINITY, start, end);
    if (lineStates[line] !== MIXED) continue;
    let steps = Number.POSITIVE_INFINITY;
    for (let voxel = start; voxel < end; voxel++) {
      steps = isInside[voxel] === site ? 0 : steps + 1;
      squared[voxel] = steps;
    }
    steps = Number.POSITIVE_INFINITY;
    for (let voxel = end - 1; voxel >= start; voxel--) {
      steps = isInside[voxel] === site ? 0 : steps + 1;
      const nearest = Math.min(steps, squared[voxel]);
      squared[voxel] = weights[0] * nearest * nearest;
    }
  }
  return squared;
}

/** One more axis (1: y, 2: z): the least of the rows up to `reach` away plus the squared way to them. */
function lowestAlong(source: Float64Array, field: Field, axis: 1 | 2, reach: number): Float64Array {
  const { columns, rows, slices, weights, lineStates } = field;
  const target = source.slice();
  const stride = axis === 1 ? 1 : rows;
  const length = axis === 1 ? rows : slices;
  const reached = lineStates.slice();
  for (let line = 0; line < lineStates.length; line++) {
    if (lineStates[line] === FULL) continue;
    const place = axis === 1 ? line % rows : Math.floor(line / rows);
    for (let away = -reach; away <= reach; away++) {
      if (away === 0 || place + away < 0 || place + away >= length) continue;
      const other = line + away * stride;
      if (lineStates[other] === EMPTY) continue;
      reached[line] = MIXED;
      lowerLine(target, line * columns, source, other * columns, columns, weights[axis] * away * away);
    }
  }
  field.lineStates = reached;
  return target;
}

function lowerLine(
  target: Float64Array,
  targetStart: number,
  source: Float64Array,
  sourceStart: number,
  length: number,
  squaredWay: number,
): void {
  for (let step = 0; step < length; step++) {
    const squared = source[sourceStart + step] + squaredWay;
    if (squared < target[targetStart + step]) target[targetStart + step] = squared;
  }
}

interface Offset {
  y: number;
  z: number;
  squared: number;
}

/** The rows within the limit, nearest first. */
function offsetsWithin({ weights }: Field, limitMm: number, spacingMm: Triple): Offset[] {
  const offsets: Offset[] = [];
  const rows = Math.floor(limitMm / spacingMm[1] + 1e-6);
  const slices = Math.floor(limitMm / spacingMm[2] + 1e-6);
  for (let z = -slices; z <= slices; z++) {
    for (let y = -rows; y <= rows; y++) {
      offsets.push({ y, z, squared: weights[1] * y * y + weights[2] * z * z });
    }
  }
  return offsets.sort((first, second) => first.squared - second.squared);
}

function searchFrom(
  voxel: number,
  alongX: Float64Array,
  { columns, rows, slices }: Field,
  offsets: readonly Offset[],
  limit: number,
): number {
  const line = Math.floor(voxel / columns);
  const slice = Math.floor(line / rows);
  const row = line - slice * rows;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { y, z, squared } of offsets) {
    if (squared > limit || squared >= nearest) break;
    if (row + y < 0 || row + y >= rows || slice + z < 0 || slice + z >= slices) continue;
    const found = alongX[voxel + (z * rows + y) * columns] + squared;
    if (found < nearest) nearest = found;
  }
  return nearest <= limit ? nearest : Number.POSITIVE_INFINITY;
}
