import { squaredSteps } from './distanceTransform';
import { type SiteField, siteField, squaredToSite } from './nearestElements';

type Triple = [number, number, number];

/** The voxels on both sides of a mask's boundary that touch across a face, as positions in the box. */
export interface Boundary {
  inside: number[];
  outside: number[];
}

/** Both sides of the boundary of a mask (not 0 inside, x fastest); beyond the box there is nothing. */
export function boundaryOf(isInside: Uint8Array, [columns, rows, slices]: Readonly<Triple>): Boundary {
  const boundary: Boundary = { inside: [], outside: [] };
  const area = columns * rows;
  let voxel = 0;
  for (let z = 0; z < slices; z++) {
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++, voxel++) {
        const side = isInside[voxel];
        const isAtBoundary =
          (x > 0 && isInside[voxel - 1] !== side) ||
          (x < columns - 1 && isInside[voxel + 1] !== side) ||
          (y > 0 && isInside[voxel - columns] !== side) ||
          (y < rows - 1 && isInside[voxel + columns] !== side) ||
          (z > 0 && isInside[voxel - area] !== side) ||
          (z < slices - 1 && isInside[voxel + area] !== side);
        if (isAtBoundary) boundary[side === 0 ? 'outside' : 'inside'].push(voxel);
      }
    }
  }
  return boundary;
}

/**
 * The squared distances (mm²) of one side's voxels to the nearest voxel centre on the other side of the
 * boundary (METRICS.md §5). The nearest one always touches the boundary, so only those are searched.
 */
export interface SideDistances {
  /** Of these positions in the box. */
  of(voxels: readonly number[]): Float64Array;
  /** Of every voxel of this side within reach (mm), in no order; those marked in `isLeftOut` are left out. */
  within(reachMm: number, isLeftOut: Uint8Array | null): Float64Array;
}

/**
 * Distances of the side of the boundary voxels `here` to the other side's, `there`; `isInside` is the mask (0
 * or 1) in a box of `shape`. Valid until the next call, which takes over the scratch.
 */
export function sideDistances(
  isInside: Uint8Array,
  shape: Readonly<Triple>,
  spacingMm: Readonly<Triple>,
  here: readonly number[],
  there: readonly number[],
): SideDistances {
  if (here.length === 0 || there.length === 0) {
    const none = new Float64Array(0);
    return { of: () => none, within: () => none };
  }
  const { weights, unitMm2 } = squaredSteps(spacingMm);
  const field = siteField({ lower: [0, 0, 0], upper: [...shape] }, there, shape, weights);
  return {
    of: (voxels) => Float64Array.from(voxels, (voxel) => squaredFrom(field, shape, voxel) * unitMm2),
    within: (reachMm, isLeftOut) => {
      const limit = (reachMm + 1e-9) ** 2 / unitMm2;
      return flood(isInside, shape, field, here, limit, isLeftOut).map((squared) => squared * unitMm2);
    },
  };
}

function squaredFrom(field: SiteField, [columns, rows]: Readonly<Triple>, voxel: number): number {
  const line = Math.floor(voxel / columns);
  const z = Math.floor(line / rows);
  return squaredToSite(field, voxel - line * columns, line - z * rows, z);
}

/**
 * Walks from the boundary to all voxels of the same side within the limit. A step from any voxel towards its
 * nearest on the other side brings it nearer, so whatever is within reach is reached.
 */
function flood(
  isInside: Uint8Array,
  [columns, rows, slices]: Readonly<Triple>,
  field: SiteField,
  starts: readonly number[],
  limit: number,
  isLeftOut: Uint8Array | null,
): Float64Array {
  const area = columns * rows;
  const side = isInside[starts[0]];
  const isSeen = new Uint8Array(isInside.length);
  for (const start of starts) isSeen[start] = 1;
  const found: number[] = [];
  const open = [...starts];
  const step = (voxel: number) => {
    if (isSeen[voxel] !== 0 || isInside[voxel] !== side) return;
    isSeen[voxel] = 1;
    open.push(voxel);
  };
  for (let next = 0; next < open.length; next++) {
    const voxel = open[next];
    const line = Math.floor(voxel / columns);
    const z = Math.floor(line / rows);
    const y = line - z * rows;
    const x = voxel - line * columns;
    const squared = squaredToSite(field, x, y, z);
    if (squared > limit) continue;
    if (isLeftOut === null || isLeftOut[voxel] === 0) found.push(squared);
    if (x > 0) step(voxel - 1);
    if (x < columns - 1) step(voxel + 1);
    if (y > 0) step(voxel - columns);
    if (y < rows - 1) step(voxel + columns);
    if (z > 0) step(voxel - area);
    if (z < slices - 1) step(voxel + area);
  }
  return Float64Array.from(found);
}
