type Triple = readonly [number, number, number];

/** Neighbouring lines that are gathered together, so that strided passes use whole cache lines. */
const TILE_LINES = 8;

/** Spacings count as whole multiples of a common step up to this many steps in the first axis. */
const MOST_STEPS = 1000;

/** Scratch of one pass; grows to the longest axis seen and is reused by every later call. */
let tile = new Float64Array(0);
let heights = new Float64Array(0);
let centres = new Int32Array(0);
let starts = new Float64Array(0);

/**
 * The exact squared Euclidean distance (mm²) from each voxel centre to the nearest site's centre, x fastest;
 * Infinity everywhere when there is no site. `isSite` is not 0 at sites. Where the spacings are whole
 * multiples of a common step (any isotropic grid), sums are integers until one last multiplication, so
 * equal distances are equal numbers. Writes into `output` when given. Lower envelopes of parabolas, axis by
 * axis: Felzenszwalb and Huttenlocher, Theory of Computing 8 (2012).
 */
export function squaredDistances(
  isSite: Uint8Array,
  shape: Triple,
  spacingMm: Triple,
  output: Float64Array = new Float64Array(isSite.length),
): Float64Array {
  const [columns, rows, slices] = shape;
  const area = columns * rows;
  const { weights, unitMm2 } = squaredSteps(spacingMm);
  distancesAlongX(isSite, columns, weights[0], output);
  for (let slice = 0; slice < slices; slice++) {
    lowerAlong(output, slice * area, columns, rows, columns, weights[1]);
  }
  lowerAlong(output, 0, area, slices, area, weights[2]);
  if (unitMm2 !== 1) {
    for (let voxel = 0; voxel < area * slices; voxel++) output[voxel] *= unitMm2;
  }
  return output;
}

/**
 * The squared voxel edges as whole numbers of `unitMm2` where the edges have a common step, else in mm² with
 * a unit of 1.
 */
export function squaredSteps(spacingMm: Triple): { weights: [number, number, number]; unitMm2: number } {
  const [first, second, third] = spacingMm;
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const secondSteps = Math.round((second / first) * steps);
    const thirdSteps = Math.round((third / first) * steps);
    if (isSame(secondSteps * first, second * steps) && isSame(thirdSteps * first, third * steps)) {
      return { weights: [steps ** 2, secondSteps ** 2, thirdSteps ** 2], unitMm2: (first / steps) ** 2 };
    }
  }
  return { weights: [first ** 2, second ** 2, third ** 2], unitMm2: 1 };
}

/** Equal but for the rounding of one product and one quotient. */
function isSame(first: number, second: number): boolean {
  return first > 0 && Math.abs(first - second) <= 1e-14 * second;
}

function distancesAlongX(isSite: Uint8Array, columns: number, weight: number, output: Float64Array): void {
  for (let start = 0; start < isSite.length; start += columns) {
    const end = start + columns;
    let site = -1;
    for (let voxel = start; voxel < end; voxel++) {
      if (isSite[voxel] !== 0) site = voxel;
      output[voxel] = site < 0 ? Number.POSITIVE_INFINITY : weight * (voxel - site) * (voxel - site);
    }
    if (site < 0) continue;
    for (let voxel = site - 1; voxel >= start; voxel--) {
      if (isSite[voxel] !== 0) site = voxel;
      const squared = weight * (site - voxel) * (site - voxel);
      if (squared < output[voxel]) output[voxel] = squared;
    }
  }
}

/** One pass: `lineCount` neighbouring lines of `length` voxels that lie `stride` apart, from `offset` on. */
function lowerAlong(
  volume: Float64Array,
  offset: number,
  lineCount: number,
  length: number,
  stride: number,
  weight: number,
): void {
  if (length < 2) return;
  growScratch(length);
  for (let first = 0; first < lineCount; first += TILE_LINES) {
    const lines = Math.min(TILE_LINES, lineCount - first);
    for (let step = 0; step < length; step++) {
      const from = offset + first + step * stride;
      for (let line = 0; line < lines; line++) tile[line * length + step] = volume[from + line];
    }
    for (let line = 0; line < lines; line++) lowerLine(line * length, length, weight);
    for (let step = 0; step < length; step++) {
      const to = offset + first + step * stride;
      for (let line = 0; line < lines; line++) volume[to + line] = tile[line * length + step];
    }
  }
}

function growScratch(length: number): void {
  if (heights.length >= length) return;
  tile = new Float64Array(length * TILE_LINES);
  heights = new Float64Array(length);
  centres = new Int32Array(length);
  starts = new Float64Array(length);
}

/**
 * Replaces a line of the tile, f, by min over q of f(q) + weight·(p − q)². On whole numbers the quotient that
 * says where two parabolas meet rounds to the right side of every voxel, so the result is exact.
 */
function lowerLine(offset: number, length: number, weight: number): void {
  let last = -1;
  for (let here = 0; here < length; here++) {
    const height = tile[offset + here];
    if (height === Number.POSITIVE_INFINITY) continue;
    let start = Number.NEGATIVE_INFINITY;
    while (last >= 0) {
      const there = centres[last];
      start = ((height - heights[last]) / (weight * (here - there)) + here + there) / 2;
      if (start > starts[last]) break;
      last--;
      start = Number.NEGATIVE_INFINITY;
    }
    last++;
    heights[last] = height;
    centres[last] = here;
    starts[last] = start;
  }
  if (last < 0) return;
  let parabola = 0;
  for (let here = 0; here < length; here++) {
    while (parabola < last && starts[parabola + 1] <= here) parabola++;
    const away = here - centres[parabola];
    tile[offset + here] = heights[parabola] + weight * away * away;
  }
}
