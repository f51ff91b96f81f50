import { type Geometry, headerDistanceMm, isSameGrid, isSameShape } from './geometry';

/** How to walk another grid along the axes of the reference: its axis for each of them, and which way. */
export interface Reorientation {
  axes: [number, number, number];
  isFlipped: [boolean, boolean, boolean];
}

/**
 * How another grid lies to the reference: voxel by voxel the same by size and header; the same places in space
 * with axes flipped or permuted; the same size but placed apart by the headers, with the largest distance of a
 * voxel and the turn that the headers' directions ask for (null when they point the same way); or of another
 * size. A header without a form is made up and turns nothing: sizes alone decide.
 */
export type Alignment =
  | { kind: 'same-grid' }
  | { kind: 'reoriented'; reorientation: Reorientation }
  | { kind: 'headers-apart'; distanceMm: number; byHeader: Reorientation | null }
  | { kind: 'grid-mismatch' };

/** What a person said of a pair whose axes run differently: turned as the headers say, or as they are stored. */
export type AskedTurn = 'by-header' | 'by-voxel';

/**
 * How another grid lies to the reference when a person may have asked for the other way: axes that would be turned
 * lie apart by their headers where they are to be compared as stored, if the sizes let them.
 */
export function alignAsked(reference: Geometry, other: Geometry, asked: AskedTurn | null): Alignment {
  const alignment = alignGeometry(reference, other);
  if (asked !== 'by-voxel' || alignment.kind !== 'reoriented' || !isSameShape(reference, other)) {
    return alignment;
  }
  const distanceMm = headerDistanceMm(reference, other);
  return { kind: 'headers-apart', distanceMm, byHeader: alignment.reorientation };
}

/** The turn that brings the other grid's voxels into the order of the reference; null for as they are. */
export function turnOf(alignment: Alignment, asked: AskedTurn | null): Reorientation | null {
  if (alignment.kind === 'reoriented') return alignment.reorientation;
  return alignment.kind === 'headers-apart' && asked === 'by-header' ? alignment.byHeader : null;
}

/** Decides how to compare two grids; voxels are never resampled. */
export function alignGeometry(reference: Geometry, other: Geometry): Alignment {
  if (reference.isUnplaced || other.isUnplaced) {
    return { kind: isSameShape(reference, other) ? 'same-grid' : 'grid-mismatch' };
  }
  const reorientation = directionsBetween(reference, other);
  if (reorientation && isSameLattice(reference, other, reorientation)) {
    return isIdentity(reorientation) ? { kind: 'same-grid' } : { kind: 'reoriented', reorientation };
  }
  if (!isSameShape(reference, other)) return { kind: 'grid-mismatch' };
  return {
    kind: 'headers-apart',
    distanceMm: headerDistanceMm(reference, other),
    byHeader: reorientation && !isIdentity(reorientation) ? reorientation : null,
  };
}

function isIdentity({ axes, isFlipped }: Reorientation): boolean {
  return axes.every((axis, index) => axis === index && !isFlipped[index]);
}

/**
 * The turn that brings the other grid's axes nearest to the reference's; null when an axis has no clear
 * partner or the sizes would not match.
 */
function directionsBetween(reference: Geometry, other: Geometry): Reorientation | null {
  const ours = directions(reference);
  const theirs = directions(other);
  const cosines = ours.map((our) => theirs.map((their) => our.reduce((sum, x, k) => sum + x * their[k], 0)));
  const axes = cosines.map((row) => {
    const sizes = row.map(Math.abs);
    return sizes.indexOf(Math.max(...sizes));
  }) as [number, number, number];
  const isMatch =
    new Set(axes).size === 3 && axes.every((axis, index) => other.shape[axis] === reference.shape[index]);
  if (!isMatch) return null;
  // An axis of one voxel is the same both ways.
  const isFlipped = axes.map((axis, index) => other.shape[axis] > 1 && cosines[index][axis] < 0);
  return { axes, isFlipped: isFlipped as [boolean, boolean, boolean] };
}

/** Axes nearer to each other than 45° point the same way. */
const sameWay = Math.SQRT1_2;

/** Whether each axis of one grid runs as that of the other does. */
export function pointTheSameWay(first: Geometry, second: Geometry): boolean {
  const others = directions(second);
  return directions(first).every(
    (direction, axis) =>
      direction.reduce((sum, part, world) => sum + part * others[axis][world], 0) > sameWay,
  );
}

/** The unit vectors along a grid's axes. */
function directions({ affine }: Geometry): number[][] {
  return [0, 1, 2].map((axis) => {
    const column = [affine[axis], affine[4 + axis], affine[8 + axis]];
    const length = Math.hypot(...column);
    return column.map((value) => value / length);
  });
}

/** Whether the turned grid's corners lie on the reference's, measured in the smaller of its voxel edges. */
function isSameLattice(reference: Geometry, other: Geometry, { axes, isFlipped }: Reorientation): boolean {
  const affine = other.affine.slice();
  for (let row = 0; row < 3; row++) {
    const at = row * 4;
    axes.forEach((axis, index) => {
      const step = other.affine[at + axis];
      affine[at + index] = isFlipped[index] ? -step : step;
      if (isFlipped[index]) affine[at + 3] += step * (other.shape[axis] - 1);
    });
  }
  return isSameGrid(reference, { ...reference, affine });
}
