import { failure, ProblemError } from '../domain/errors';
import type { Geometry } from '../domain/geometry';

/** How a format places its voxels, one entry an axis of the file. */
export interface Placement {
  lengths: readonly number[];
  /** Edges in mm. */
  spacing: readonly number[];
  /** A vector of any length for each axis. */
  directions: readonly (readonly number[])[];
  /** The first voxel's centre. */
  origin: readonly number[];
  /** Where x, y and z of these vectors grow to. */
  space: 'LPS' | 'RAS' | 'LAS';
  /** The format or the file does not say how the voxels lie. */
  isUnplaced?: boolean;
}

/** Below this share of a cube's volume, axes lie in one plane as far as floats tell. */
const FLAT = 1e-6;

/**
 * The grid of a volume, in RAS. Throws a ProblemError: 'not-3d' (fewer than two axes), 'bad-dimensions' (lengths
 * that are no counts, edges that are not above 0) or 'bad-directions' (not finite, or all in one plane).
 */
export function placeVolume(path: string, placement: Placement): Geometry {
  const { lengths, spacing, space } = placement;
  const dimensions = lengths.join('×');
  const isCount = lengths.every((length) => length > 0 && Number.isSafeInteger(length));
  if (!isCount) throw new ProblemError(failure('bad-dimensions', path, { dimensions }).problem);
  if (lengths.length < 2) throw new ProblemError(failure('not-3d', path, { dimensions }).problem);
  const isFlat = lengths.length === 2;
  const edges = isFlat ? [spacing[0], spacing[1], 1] : [0, 1, 2].map((axis) => spacing[axis]);
  if (!edges.every((edge) => edge > 0 && Number.isFinite(edge))) {
    const facts = { dimensions: `${dimensions} (${edges.join('×')} mm)` };
    throw new ProblemError(failure('bad-dimensions', path, facts).problem);
  }
  const vectors = isFlat ? withAcross(placement.directions) : placement.directions;
  const origin = isFlat ? [0, 1, 2].map((axis) => placement.origin[axis] ?? 0) : placement.origin;
  const directions = [0, 1, 2].map((axis) => {
    const [x, y, z] = vectors[axis];
    const length = Math.hypot(x, y, z);
    return [x / length, y / length, z / length];
  });
  const [[a, d, g], [b, e, h], [c, f, i]] = directions;
  const volume = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!(Math.abs(volume) > FLAT) || !origin.every(Number.isFinite)) {
    const shown = placement.directions.map((vector) => `(${vector.join(', ')})`).join(' ');
    throw new ProblemError(failure('bad-directions', path, { directions: shown.slice(0, 120) }).problem);
  }
  const signs = { LPS: [-1, -1, 1], RAS: [1, 1, 1], LAS: [-1, 1, 1] }[space];
  const rows = signs.flatMap((sign, row) =>
    // Adding 0 leaves no negative zeros.
    [...edges.map((edge, axis) => sign * directions[axis][row] * edge + 0), sign * origin[row] + 0],
  );
  return {
    shape: [lengths[0], lengths[1], isFlat ? 1 : lengths[2]],
    spacingMm: [edges[0], edges[1], edges[2]],
    affine: [...rows, 0, 0, 0, 1],
    ...(placement.isUnplaced ? { isUnplaced: true } : {}),
  };
}

/** The two axes of a slice, of two or three parts, and the one across them. */
function withAcross(axes: Placement['directions']): number[][] {
  const [u, v] = [axes[0], axes[1]].map((axis) => [0, 1, 2].map((part) => axis[part] ?? 0));
  return [u, v, [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]];
}
