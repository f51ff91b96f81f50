import { NIFTI1, NIFTI2 } from 'nifti-reader-js';
import { failure, ProblemError } from '../domain/errors';
import { flattened, type Geometry } from '../domain/geometry';
import type { StoredHeader } from './openVolume';
import type { VolumeHeader } from './voxelSink';
import { isVoxelType, voxelTypes } from './voxelTypes';

const NIFTI1_BYTES = 348;
const NIFTI2_BYTES = 540;

/** As much of a file's beginning as its header can need. */
export const MAX_HEADER_BYTES = NIFTI2_BYTES;

/**
 * Reads a NIfTI-1 or -2 header in either byte order from the first bytes of a file; `isPair` when the voxels
 * lie in a file of their own. Throws a ProblemError: 'not-nifti', 'truncated-data' (shorter than a header),
 * 'bad-dimensions', 'not-3d' (fewer than two dimensions) or 'unsupported-datatype'.
 */
export function niftiHeader(path: string, bytes: Uint8Array, isPair: boolean): StoredHeader {
  const header = parse(path, bytes, isPair);
  const count = header.dims[0];
  const dims = header.dims.slice(1, Math.min(Math.max(count, 1), 7) + 1);
  const dimensions = dims.join('×');
  if (!(count >= 1 && count <= 7) || dims.some((length) => !(length > 0 && Number.isSafeInteger(length)))) {
    throw new ProblemError(failure('bad-dimensions', path, { dimensions }).problem);
  }
  if (dims.length < 2) throw new ProblemError(failure('not-3d', path, { dimensions }).problem);
  const shape: Geometry['shape'] = [dims[0], dims[1], dims[2] ?? 1];
  const datatype = header.datatypeCode;
  if (!isVoxelType(datatype)) {
    throw new ProblemError(failure('unsupported-datatype', path, { datatype }).problem);
  }
  // nibabel's rules: pixdim counts by size, 0 as 1; a slope of 0 or NaN scales nothing.
  const edges = shape.map((_, axis) => {
    const edge = axis < dims.length ? header.pixDims[axis + 1] : 1;
    return Math.abs(edge) || (Number.isNaN(edge) ? edge : 1);
  });
  const scale = mmPerUnit[header.xyzt_units & 7] ?? 1;
  const spacingMm = edges.map((edge) => toMm(edge, scale));
  if (!spacingMm.every(Number.isFinite)) {
    const spacing = `${dimensions} (${spacingMm.join('×')} mm)`;
    throw new ProblemError(failure('bad-dimensions', path, { dimensions: spacing }).problem);
  }
  const isScaled = Number.isFinite(header.scl_slope) && header.scl_slope !== 0;
  const placed = placeOf(header, shape, edges, bytes);
  const affine = placed.affine.map((value, index) => (index < 12 ? toMm(value, scale) : value));
  const headerBytes = header instanceof NIFTI1 ? NIFTI1_BYTES : NIFTI2_BYTES;
  return {
    geometry: {
      shape,
      spacingMm: spacingMm as Geometry['spacingMm'],
      affine,
      ...(placed.hasForm ? {} : { isUnplaced: true }),
    },
    ...contradiction(spacingMm, affine, shape),
    ...unstated(header.pixDims.slice(1, 4)),
    channels: dims.slice(3).reduce((product, length) => product * length, 1),
    voxelType: voxelTypes[datatype],
    isLittleEndian: header.littleEndian,
    // Behind the header and its four extension bytes at the earliest; 0 is written by nibabel and means that.
    dataOffset: Math.max(Math.trunc(header.vox_offset) || 0, isPair ? 0 : headerBytes + 4),
    slope: isScaled ? header.scl_slope : 1,
    intercept: isScaled && Number.isFinite(header.scl_inter) ? header.scl_inter : 0,
  };
}

/** The library's own readHeader would also gunzip and read extensions; its two classes do neither here. */
function parse(path: string, bytes: Uint8Array, isPair: boolean): NIFTI1 | NIFTI2 {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes.length < 4 ? 0 : Math.min(view.getUint32(0, true), view.getUint32(0, false));
  if (size !== NIFTI1_BYTES && size !== NIFTI2_BYTES)
    throw new ProblemError(failure('not-nifti', path, {}).problem);
  if (bytes.length < size) {
    const facts = { expectedBytes: size, foundBytes: bytes.length };
    throw new ProblemError(failure('truncated-data', path, facts).problem);
  }
  const header = size === NIFTI1_BYTES ? new NIFTI1() : new NIFTI2();
  header.readHeader(bytes.slice(0, size).buffer);
  const version = size === NIFTI1_BYTES ? 1 : 2;
  const magic = isPair ? [`ni${version}`, `n+${version}`] : [`n+${version}`];
  if (!magic.some((start) => header.magic.startsWith(start))) {
    throw new ProblemError(failure('not-nifti', path, {}).problem);
  }
  if (header instanceof NIFTI2) {
    // The library reads big-endian 64-bit numbers wrongly when they are negative.
    const int64 = (offset: number) => Number(view.getBigInt64(offset, header.littleEndian));
    header.dims = Array.from({ length: 8 }, (_, index) => int64(16 + index * 8));
    header.vox_offset = int64(168);
  }
  return header;
}

/** By the first three bits of xyzt_units: metres, millimetres, microns; without a unit they are millimetres. */
const mmPerUnit: Readonly<Record<number, number>> = { 1: 1000, 2: 1, 3: 1e-3 };

/** Headers hold floats: 1,000 microns are 1 mm and not 1.0000000474974513. */
function toMm(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(7));
}

/** By how much the edges of a form may differ from those of pixdim before a header contradicts itself. */
const EDGE_TOLERANCE = 0.01;

/** An edge of 0 states nothing. */
function unstated(edges: readonly number[]): Pick<VolumeHeader, 'unstatedAxes'> {
  const unstatedAxes = [0, 1, 2].filter((axis) => edges[axis] === 0);
  return unstatedAxes.length > 0 ? { unstatedAxes } : {};
}

/** The edges that the affine implies, where they are not those of pixdim; an axis of one voxel says nothing. */
function contradiction(
  spacingMm: readonly number[],
  affine: readonly number[],
  shape: readonly number[],
): Pick<VolumeHeader, 'contradictingMm'> {
  const implied = [0, 1, 2].map((axis) => Math.hypot(affine[axis], affine[4 + axis], affine[8 + axis]));
  const isApart = implied.some(
    (edge, axis) => shape[axis] > 1 && Math.abs(edge - spacingMm[axis]) > EDGE_TOLERANCE * spacingMm[axis],
  );
  return isApart ? { contradictingMm: implied as [number, number, number] } : {};
}

/**
 * Voxel to the header's unit by nibabel's rule: the sform when its code is above 0, else the qform when its code is,
 * else pixdim with the grid's centre at the origin and x reversed. A form that is not finite or has no volume
 * is passed over, which nibabel does not do.
 */
function placeOf(
  header: NIFTI1 | NIFTI2,
  shape: Geometry['shape'],
  edges: number[],
  bytes: Uint8Array,
): { affine: number[]; hasForm: boolean } {
  const forms = [
    ...(header.sform_code > 0 ? [sform(header, bytes)] : []),
    ...(header.qform_code > 0 ? [qform(header, edges)] : []),
  ];
  // A file of two dimensions need not say what lies across them.
  const spacingMm = edges as Geometry['spacingMm'];
  const whole = (affine: number[]) =>
    header.dims[0] < 3 ? flattened({ shape, spacingMm, affine }).affine : affine;
  const form = forms.map(whole).find(isUsable);
  return { affine: form ?? baseAffine(shape, edges), hasForm: form !== undefined };
}

/** From the bytes: the library's `affine` prefers a qform with the higher code. */
function sform(header: NIFTI1 | NIFTI2, bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (index: number) =>
    header instanceof NIFTI1
      ? view.getFloat32(280 + index * 4, header.littleEndian)
      : view.getFloat64(400 + index * 8, header.littleEndian);
  return [...Array.from({ length: 12 }, (_, index) => number(index)), 0, 0, 0, 1];
}

/**
 * The quaternion as nibabel reads it, except that a vector longer than 1, which nibabel refuses, is taken for a
 * half turn. The library has no quaternion for NIfTI-2.
 */
function qform(header: NIFTI1 | NIFTI2, edges: number[]): number[] {
  const vector = [header.quatern_b, header.quatern_c, header.quatern_d];
  const real = Math.sqrt(Math.max(1 - vector.reduce((sum, part) => sum + part * part, 0), 0));
  const length = Math.hypot(real, ...vector);
  const [a, b, c, d] = [real, ...vector].map((part) => part / length);
  const [x, y] = edges;
  const z = header.pixDims[0] < 0 ? -edges[2] : edges[2];
  return [
    ...[
      (a * a + b * b - c * c - d * d) * x,
      2 * (b * c - a * d) * y,
      2 * (b * d + a * c) * z,
      header.qoffset_x,
    ],
    ...[
      2 * (b * c + a * d) * x,
      (a * a + c * c - b * b - d * d) * y,
      2 * (c * d - a * b) * z,
      header.qoffset_y,
    ],
    ...[
      2 * (b * d - a * c) * x,
      2 * (c * d + a * b) * y,
      (a * a + d * d - b * b - c * c) * z,
      header.qoffset_z,
    ],
    ...[0, 0, 0, 1],
  ];
}

function baseAffine(shape: number[], [x, y, z]: number[]): number[] {
  const center = shape.map((length) => (length - 1) / 2);
  return [
    ...[-x, 0, 0, center[0] * x],
    ...[0, y, 0, -center[1] * y],
    ...[0, 0, z, -center[2] * z],
    ...[0, 0, 0, 1],
  ];
}

function isUsable([a, b, c, x, d, e, f, y, g, h, i, z]: number[]): boolean {
  const volume = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  return volume !== 0 && Number.isFinite(volume) && [x, y, z].every(Number.isFinite);
}
