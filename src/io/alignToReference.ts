import { type Alignment, alignGeometry, type Reorientation } from '../domain/alignGeometry';
import { failure, type Result, success } from '../domain/errors';
import { type Geometry, isSameShape } from '../domain/geometry';
import type { LabelMap } from '../domain/labelMap';
import type { GeometryWarning } from '../domain/results';

const SPACING_TOLERANCE = 1e-3;

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
  // A header without a form turns nothing: its axes are made up.
  const isUnplaced = here.isUnplaced ?? there.isUnplaced ?? false;
  const byVoxel: Alignment = { kind: isSameShape(here, there) ? 'same-grid' : 'grid-mismatch' };
  const alignment = isUnplaced ? byVoxel : alignGeometry(here, there);
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
