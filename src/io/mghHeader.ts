import { failure, ProblemError } from '../domain/errors';
import type { StoredHeader } from './openVolume';
import { placeVolume } from './placeVolume';
import { voxelTypes } from './voxelTypes';

/** The header of MGH, all of it big-endian; the voxels follow. */
export const MGH_HEADER_BYTES = 284;

const types: Record<number, StoredHeader['voxelType']> = {
  0: voxelTypes[2],
  1: voxelTypes[8],
  3: voxelTypes[16],
  4: voxelTypes[4],
  10: voxelTypes[512],
};

/** Times, angle and field of view: five floats, of which older writers leave the last away. */
const FOOTER_BYTES = 20;
/** A tag of FreeSurfer's has a number below this. */
const MOST_TAGS = 1000;

/** Whether what stands behind the voxels is that footer, and after it a tag if anything; voxels are neither. */
function isFooter(bytes: number, start: Uint8Array): boolean {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (bytes !== FOOTER_BYTES - 4 && bytes !== FOOTER_BYTES && bytes < FOOTER_BYTES + 8) return false;
  for (let at = 0; at < Math.min(bytes, FOOTER_BYTES); at += 4) {
    const size = Math.abs(view.getFloat32(at));
    if (!(size === 0 || (size > 1e-9 && size < 1e9))) return false;
  }
  const tag = bytes > FOOTER_BYTES ? view.getInt32(FOOTER_BYTES) : 1;
  return tag > 0 && tag < MOST_TAGS;
}

/**
 * The header of a FreeSurfer volume (.mgh, .mgz). Throws a ProblemError: 'not-this-format', 'truncated-data',
 * 'unsupported-datatype' and those of placeVolume. A file that says that its directions are not known
 * (goodRASFlag) is coronal with edges of 1 mm, as FreeSurfer takes it, and unplaced.
 */
export function mghHeader(path: string, bytes: Uint8Array<ArrayBuffer>): StoredHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The low byte is the version; above it FreeSurfer keeps what the volume is for.
  if (bytes.length < 4 || (view.getInt32(0) & 0xffff00ff) !== 1) {
    throw new ProblemError(failure('not-this-format', path, { format: 'MGH' }).problem);
  }
  if (bytes.length < MGH_HEADER_BYTES) {
    const facts = { expectedBytes: MGH_HEADER_BYTES, foundBytes: bytes.length };
    throw new ProblemError(failure('truncated-data', path, facts).problem);
  }
  const [width, height, depth, frames, type] = [4, 8, 12, 16, 20].map((at) => view.getInt32(at));
  const lengths = [width, height, depth, ...(frames === 1 ? [] : [frames])];
  const voxelType = types[type];
  if (!voxelType) throw new ProblemError(failure('unsupported-datatype', path, { datatype: type }).problem);
  const isPlaced = view.getInt16(28) > 0;
  const floats = (at: number) => [0, 4, 8].map((step) => view.getFloat32(at + step));
  const spacing = isPlaced ? floats(30) : [1, 1, 1];
  const directions = isPlaced
    ? [42, 54, 66].map(floats)
    : [
        [-1, 0, 0],
        [0, 0, -1],
        [0, 1, 0],
      ];
  const center = isPlaced ? floats(78) : [0, 0, 0];
  const origin = center.map((place, row) =>
    lengths
      .slice(0, 3)
      .reduce((sum, length, axis) => sum - (directions[axis][row] * spacing[axis] * length) / 2, place),
  );
  return {
    geometry: placeVolume(path, {
      lengths,
      spacing,
      directions,
      origin,
      space: 'RAS',
      isUnplaced: !isPlaced,
    }),
    channels: frames,
    slope: 1,
    intercept: 0,
    voxelType,
    isLittleEndian: false,
    dataOffset: MGH_HEADER_BYTES,
    mayFollow: isFooter,
  };
}
