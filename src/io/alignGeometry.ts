import { failure, type Result, success } from '../domain/errors';
import { type Geometry, headerDistanceMm } from '../domain/geometry';
import type { LabelMap } from '../domain/labelMap';
import type { GeometryWarning } from '../domain/results';

/** Headers agree when no corner of the grid lies farther off than this. */
const LATTICE_TOLERANCE_VOXELS = 1e-3;
const SPACING_TOLERANCE = 1e-3;

/** How to walk another grid along the axes of the reference: its axis for each of them, and which way. */
export interface Reorientation {
  axes: [number, number, number];
  isFlipped: [boolean, boolean, boolean];
}

/**
 * How another grid lies to the reference: voxel by voxel the same by size and header; the same places in space
 * with axes flipped or permuted; the same size but placed apart by the headers, with the largest distance of a
 * voxel and the turn that the headers' directions ask for (null when they point the same way); or of another
 * size.
 */
export type Alignment =
  | { kind: 'same-grid' }
  | { kind: 'reoriented'; reorientation: Reorientation }
  | { kind: 'headers-apart'; distanceMm: number; byHeader: Reorientation | null }
  | { kind: 'grid-mismatch' };

/** Decides how to compare two grids; voxels are never resampled. */
export function alignGeometry(reference: Geometry, other: Geometry): Alignment {
  const reorientation = directionsBetween(reference, other);
  if (reorientation && isSameLattice(reference, other, reorientation)) {
    return isIdentity(reorientation) ? { kind: 'same-grid' } : { kind: 'reoriented', reorientation };
  }
  if (!reference.shape.every((count, axis) => count === other.shape[axis])) return { kind: 'grid-mismatch' };
  return {
    kind: 'headers-apart',
    distanceMm: headerDistanceMm(reference, other),
    byHeader: reorientation && !isIdentity(reorientation) ? reorientation : null,
  };
}

/** The voxels of another grid in the order of the reference: a copy of the same type. */
export function reorient<Voxels extends Uint8Array | Uint16Array | Float32Array>(
  voxels: Voxels,
  shape: Geometry['shape'],
  { axes, isFlipped }: Reorientation,
): Voxels {
  const strides = [1, shape[0], shape[0] * shape[1]];
  const steps = axes.map((axis, index) => (isFlipped[index] ? -strides[axis] : strides[axis]));
  const [width, height, depth] = axes.map((axis) => shape[axis]);
  let slice = axes.reduce(
    (start, axis, index) => (isFlipped[index] ? start + (shape[axis] - 1) * strides[axis] : start),
    0,
  );
  const turned = voxels.slice() as Voxels;
  let to = 0;
  for (let z = 0; z < depth; z++, slice += steps[2]) {
    let row = slice;
    for (let y = 0; y < height; y++, row += steps[1]) {
      let from = row;
      for (let x = 0; x < width; x++, from += steps[0]) turned[to++] = voxels[from];
    }
  }
  return turned;
}

/** A label map and the file that it came from. */
export interface NamedMap {
  file: string;
  map: LabelMap;
}

/**
 * A prediction's voxels in the order of its reference, and what a person should know about the headers. Maps
 * that the headers place apart are compared voxel by voxel, as nnU-Net does, or turned `byHeader` when a
 * person asked for it. 'grid-mismatch' when the sizes differ.
 */
export function alignToReference(
  reference: NamedMap,
  prediction: NamedMap,
  byHeader: boolean,
): Result<{ voxels: LabelMap['voxels']; warnings: GeometryWarning[] }> {
  const [here, there] = [reference.map.geometry, prediction.map.geometry];
  const files = { file: prediction.file, otherFile: reference.file };
  const alignment = alignGeometry(here, there);
  if (alignment.kind === 'grid-mismatch') {
    return failure('grid-mismatch', prediction.file, {
      otherFile: reference.file,
      shape: there.shape.join('×'),
      otherShape: here.shape.join('×'),
      spacing: spacingText(there),
      otherSpacing: spacingText(here),
    });
  }
  const warnings: GeometryWarning[] = [];
  let turn = alignment.kind === 'reoriented' ? alignment.reorientation : null;
  if (alignment.kind === 'headers-apart') {
    const { distanceMm } = alignment;
    const isTurnable = alignment.byHeader !== null;
    warnings.push({ kind: 'headers-apart', ...files, distanceMm, isTurnable });
    if (byHeader) turn = alignment.byHeader;
  }
  if (turn) warnings.push({ kind: 'reoriented', ...files });
  const axes = turn?.axes ?? [0, 1, 2];
  const isSpacingSame = here.spacingMm.every((edge, index) => {
    return Math.abs(edge - there.spacingMm[axes[index]]) <= SPACING_TOLERANCE * edge;
  });
  if (!isSpacingSame) warnings.push({ kind: 'spacing-differs', ...files });
  const { voxels } = prediction.map;
  return success({ voxels: turn ? reorient(voxels, there.shape, turn) : voxels, warnings });
}

function spacingText({ spacingMm }: Geometry): string {
  return spacingMm.map((edge) => Number(edge.toPrecision(4))).join('×');
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
  const isFlipped = axes.map((axis, index) => cosines[index][axis] < 0) as [boolean, boolean, boolean];
  return { axes, isFlipped };
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
  const distanceMm = headerDistanceMm(reference, { ...reference, affine });
  return distanceMm <= LATTICE_TOLERANCE_VOXELS * Math.min(...reference.spacingMm);
}
