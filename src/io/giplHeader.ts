import { failure, ProblemError } from '../domain/errors';
import type { StoredHeader } from './openVolume';
import { placeVolume } from './placeVolume';
import { voxelTypes } from './voxelTypes';

/** The header of GIPL, all of it big-endian; the voxels follow. */
export const GIPL_HEADER_BYTES = 256;

const magics = [0x2ae389b8, 0xefffe9b0];
const types: Record<number, StoredHeader['voxelType']> = {
  1: voxelTypes[2],
  7: voxelTypes[256],
  8: voxelTypes[2],
  15: voxelTypes[4],
  16: voxelTypes[512],
  31: voxelTypes[768],
  32: voxelTypes[8],
  64: voxelTypes[16],
  65: voxelTypes[64],
};

/**
 * The header of a GIPL volume (.gipl, .gipl.gz); the format knows no directions. Throws a ProblemError:
 * 'not-this-format', 'truncated-data', 'unsupported-datatype' and those of placeVolume.
 */
export function giplHeader(path: string, bytes: Uint8Array<ArrayBuffer>): StoredHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < GIPL_HEADER_BYTES || !magics.includes(view.getUint32(252))) {
    throw new ProblemError(failure('not-this-format', path, { format: 'GIPL' }).problem);
  }
  const lengths = [0, 2, 4].map((at) => view.getUint16(at));
  // Volumes without a fourth axis say 0 or 1.
  const channels = Math.max(1, view.getUint16(6));
  const type = view.getUint16(8);
  const voxelType = types[type];
  if (!voxelType) throw new ProblemError(failure('unsupported-datatype', path, { datatype: type }).problem);
  return {
    geometry: placeVolume(path, {
      lengths,
      spacing: [10, 14, 18].map((at) => view.getFloat32(at)),
      directions: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      origin: [204, 212, 220].map((at) => view.getFloat64(at)),
      space: 'LPS',
      isUnplaced: true,
    }),
    channels,
    slope: 1,
    intercept: 0,
    voxelType,
    isLittleEndian: false,
    dataOffset: GIPL_HEADER_BYTES,
    mayFollow: () => false,
  };
}
