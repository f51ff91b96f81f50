import { failure, ProblemError } from '../domain/errors';
import { type VoxelType, voxelTypes } from './voxelTypes';

/** What an .npy file says about the values that follow. */
export interface NpyHeader {
  shape: number[];
  isFortranOrder: boolean;
  voxelType: VoxelType;
  isLittleEndian: boolean;
  dataOffset: number;
}

/** As many first bytes as tell how long the header is. */
export const NPY_START_BYTES = 12;

/** numpy 1 has no more axes, numpy 2 twice as many, and region probabilities have four. */
const MOST_AXES = 32;

/** Half floats become floats: JavaScript has no array of them on every platform that we run on. */
const float16: VoxelType = {
  bytes: 2,
  view: (buffer, byteOffset, length) =>
    Float32Array.from(new Uint16Array(buffer, byteOffset, length), floatOfHalf),
};

function floatOfHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const typesByName: Record<string, VoxelType> = {
  f2: float16,
  f4: voxelTypes[16],
  f8: voxelTypes[64],
  i1: voxelTypes[256],
  i2: voxelTypes[4],
  i4: voxelTypes[8],
  i8: voxelTypes[1024],
  u1: voxelTypes[2],
  u2: voxelTypes[512],
  u4: voxelTypes[768],
  u8: voxelTypes[1280],
  b1: voxelTypes[2],
};

/** A ProblemError that says why region probabilities cannot be used. */
export function badNpz(path: string, detail: string): ProblemError {
  return new ProblemError(failure('bad-npz', path, { detail }).problem);
}

/** How many bytes the header takes, from the first NPY_START_BYTES; 'bad-npz' when they are not numpy's. */
export function npyHeaderBytes(path: string, start: Uint8Array): number {
  const isNumpy =
    start.length >= NPY_START_BYTES && String.fromCharCode(...start.subarray(0, 6)) === '\x93NUMPY';
  if (!isNumpy || start[6] < 1 || start[6] > 3) throw badNpz(path, 'not a numpy array');
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  return start[6] === 1 ? 10 + view.getUint16(8, true) : 12 + view.getUint32(8, true);
}

/** Reads the header of an .npy file, versions 1 to 3; throws 'bad-npz' as a ProblemError. */
export function npyHeader(path: string, start: Uint8Array): NpyHeader {
  const dataOffset = npyHeaderBytes(path, start);
  const text = new TextDecoder().decode(start.subarray(start[6] === 1 ? 10 : 12, dataOffset));
  const type = /'descr':\s*'([<>|=])([a-z]\d)'/.exec(text);
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const shapeText = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (start.length < dataOffset || !order || shapeText === undefined) {
    throw badNpz(path, 'the header of its array is damaged');
  }
  const voxelType = type ? typesByName[type[2]] : undefined;
  if (!type || !voxelType) {
    throw badNpz(
      path,
      `arrays of type ${(/'descr':\s*([^,]{0,40})/.exec(text)?.[1] ?? 'unknown').replace(/\p{Cc}/gu, '·')}`,
    );
  }
  const shape = shapeText
    .split(',')
    .filter((length) => length.trim() !== '')
    .map(Number);
  if (shape.length > MOST_AXES) throw badNpz(path, `an array of ${shape.length} axes`);
  if (!shape.every(Number.isSafeInteger))
    throw badNpz(path, `impossible shape (${shapeText.slice(0, 80).replace(/\s+/g, ' ')})`);
  return {
    shape,
    isFortranOrder: order === 'True',
    voxelType,
    isLittleEndian: type[1] !== '>',
    dataOffset,
  };
}
