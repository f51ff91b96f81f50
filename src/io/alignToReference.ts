import { type AskedTurn, alignAsked, type Reorientation, turnOf } from '../domain/alignGeometry';
import { failure, type Result, success } from '../domain/errors';
import { flatAxis, type Geometry, isSameShape, type SideDoubt } from '../domain/geometry';
import type { LabelMap } from '../domain/labelMap';
import { doubtBetween } from '../domain/orientation';
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

/** A label map's grid and the file that it came from. */
export interface NamedGrid {
  file: string;
  map: Pick<LabelMap, 'geometry'>;
}

/** A label map and the file that it came from. */
export interface NamedMap {
  file: string;
  map: LabelMap;
}

/**
 * A prediction's voxels in the order of its reference, what a person should know about the headers, and whether they
 * still point different ways. Maps that the headers place apart are compared voxel by voxel, as nnU-Net does, and
 * maps with turned axes by header; either the other way round when a person `asked` for it. 'grid-mismatch' when the
 * sizes differ.
 */
export function alignToReference(
  reference: NamedGrid,
  prediction: NamedMap,
  asked: AskedTurn | null,
): Result<{ voxels: LabelMap['voxels']; warnings: GeometryWarning[]; sideDoubt: SideDoubt | null }> {
  const [here, there] = [reference.map.geometry, prediction.map.geometry];
  const files = { file: prediction.file, otherFile: reference.file };
  const alignment = alignAsked(here, there, asked);
  if (alignment.kind === 'grid-mismatch') return gridMismatch(reference, prediction);
  const warnings: GeometryWarning[] = [];
  const turn = turnOf(alignment, asked);
  if (alignment.kind === 'headers-apart') {
    const { distanceMm } = alignment;
    const isTurnable = alignment.byHeader !== null;
    warnings.push({ kind: 'headers-apart', ...files, distanceMm, isTurnable });
  }
  if (turn) {
    const isTurnable = alignment.kind === 'headers-apart' || isSameShape(here, there);
    warnings.push({ kind: 'reoriented', ...files, isTurnable });
  }
  const axes = turn?.axes ?? [0, 1, 2];
  const isSpacingSame = here.spacingMm.every((edge, index) => {
    return (
      index === flatAxis(here) || Math.abs(edge - there.spacingMm[axes[index]]) <= SPACING_TOLERANCE * edge
    );
  });
  if (!isSpacingSame) warnings.push({ kind: 'spacing-differs', ...files });
  const { voxels } = prediction.map;
  return success({
    voxels: turn ? reorient(voxels, there.shape, turn) : voxels,
    warnings,
    sideDoubt: turn ? null : doubtBetween(here, there),
  });
}

/** That two files lie on different grids, with both. */
export function gridMismatch(
  { file: otherFile, map: { geometry: here } }: NamedGrid,
  { file, map: { geometry: there } }: NamedGrid,
) {
  return failure('grid-mismatch', file, {
    otherFile,
    shape: there.shape.join('×'),
    otherShape: here.shape.join('×'),
    spacing: spacingText(there),
    otherSpacing: spacingText(here),
  });
}

function spacingText({ spacingMm }: Geometry): string {
  return spacingMm.map((edge) => Number(edge.toPrecision(4))).join('×');
}
