import { type Geometry, mmToVoxel, voxelCount, voxelToMm } from '../domain/geometry';

/** An image drawn onto another grid, and how many voxels of that grid lie inside the image. */
export interface ResampledImage {
  voxels: Float32Array<ArrayBuffer>;
  covered: number;
}

/** How far (voxels) a place may lie beyond the outermost voxel centres: to the rim of those voxels. */
const rim = 0.5;

/**
 * The intensities of an image (x fastest) at the voxel centres of another grid, where both headers place them in
 * space: trilinear between the eight voxels around, the outermost voxel up to its rim. Places outside the image
 * get its smallest finite value (0 when it has none). For display only; label maps are never resampled. Nothing
 * is covered when the image's affine has no inverse, or when a header does not say where its voxels lie.
 */
export function resampleImage(image: Float32Array, from: Geometry, onto: Geometry): ResampledImage {
  const outside = smallestFinite(image);
  const voxels = new Float32Array(voxelCount(onto)).fill(outside);
  const inverse = mmToVoxel(from.affine);
  if (!inverse || from.isUnplaced || onto.isUnplaced) return { voxels, covered: 0 };
  const place = (x: number, y: number, z: number) => voxelToMm(inverse, voxelToMm(onto.affine, [x, y, z]));
  const [width, height, depth] = onto.shape;
  const origin = place(0, 0, 0);
  const step = place(1, 0, 0).map((value, axis) => value - origin[axis]);
  const [columns, rows, slices] = from.shape;
  const plane = columns * rows;
  let covered = 0;
  for (let z = 0, to = 0; z < depth; z++) {
    for (let y = 0; y < height; y++, to += width) {
      const start = place(0, y, z);
      const [first, last] = insideOf(start, step, from.shape, width);
      covered += Math.max(0, last - first);
      for (let x = first; x < last; x++) {
        const i = clamped(start[0] + step[0] * x, columns);
        const j = clamped(start[1] + step[1] * x, rows);
        const k = clamped(start[2] + step[2] * x, slices);
        const [i0, j0, k0] = [Math.floor(i), Math.floor(j), Math.floor(k)];
        const corner = i0 + columns * j0 + plane * k0;
        const right = i0 + 1 < columns ? 1 : 0;
        const behind = j0 + 1 < rows ? columns : 0;
        const above = k0 + 1 < slices ? plane : 0;
        const [u, v, w] = [i - i0, j - j0, k - k0];
        const near = between(
          between(image[corner], image[corner + right], u),
          between(image[corner + behind], image[corner + behind + right], u),
          v,
        );
        const far = between(
          between(image[corner + above], image[corner + above + right], u),
          between(image[corner + above + behind], image[corner + above + behind + right], u),
          v,
        );
        voxels[to + x] = between(near, far, w);
      }
    }
  }
  return { voxels, covered };
}

/** A neighbour without weight does not count, so that a NaN beside a voxel leaves the voxel as it is. */
function between(first: number, second: number, share: number): number {
  return share === 0 ? first : first + (second - first) * share;
}

function clamped(place: number, length: number): number {
  return Math.min(length - 1, Math.max(0, place));
}

/** The half-open run of x for which start + step · x lies inside the image along every axis. */
function insideOf(
  start: readonly number[],
  step: readonly number[],
  shape: readonly number[],
  width: number,
): [number, number] {
  let [first, last] = [0, width];
  for (let axis = 0; axis < 3; axis++) {
    const lowest = -rim - start[axis];
    const highest = shape[axis] - 1 + rim - start[axis];
    if (Math.abs(step[axis]) < 1e-9) {
      if (lowest > 0 || highest < 0) return [0, 0];
      continue;
    }
    const ends = [lowest / step[axis], highest / step[axis]];
    first = Math.max(first, Math.ceil(Math.min(...ends)));
    last = Math.min(last, Math.floor(Math.max(...ends)) + 1);
  }
  return [first, Math.max(first, last)];
}

function smallestFinite(image: Float32Array): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of image) if (value < smallest && value > Number.NEGATIVE_INFINITY) smallest = value;
  return smallest === Number.POSITIVE_INFINITY ? 0 : smallest;
}
