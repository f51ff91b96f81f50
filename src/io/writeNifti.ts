import type { Geometry } from '../domain/geometry';
import { voxelCount } from '../domain/geometry';
import type { Numbers } from './voxelTypes';

const HEADER_BYTES = 352;

/** What is written: voxels x fastest, `channels` volumes behind each other (one unless said otherwise). */
export interface NiftiContent {
  voxels: Numbers;
  geometry: Geometry;
  channels?: number;
}

/** NIfTI's code for the type of an array. */
function datatypeOf(voxels: Numbers): number {
  if (voxels instanceof Uint8Array) return 2;
  if (voxels instanceof Int16Array) return 4;
  if (voxels instanceof Int32Array) return 8;
  if (voxels instanceof Float32Array) return 16;
  if (voxels instanceof Float64Array) return 64;
  if (voxels instanceof Int8Array) return 256;
  if (voxels instanceof Uint16Array) return 512;
  return 768;
}

/**
 * A NIfTI-1 file (.nii, little-endian, unscaled) of the array's own type, the affine as sform. Throws a
 * RangeError when the voxels do not fill the grid or an axis is longer than NIfTI-1 can say (32,767).
 */
export function writeNifti({ voxels, geometry, channels = 1 }: NiftiContent): Uint8Array<ArrayBuffer> {
  if (voxels.length !== voxelCount(geometry) * channels) {
    throw new RangeError(`${voxels.length} voxels for ${geometry.shape.join('×')}×${channels}`);
  }
  const lengths = channels === 1 ? geometry.shape : [...geometry.shape, channels];
  if (lengths.some((length) => length > 32_767)) throw new RangeError(`too long: ${lengths.join('×')}`);
  const file = new Uint8Array(HEADER_BYTES + voxels.byteLength);
  const header = new DataView(file.buffer);
  header.setInt32(0, 348, true);
  [lengths.length, ...lengths, 1, 1, 1, 1, 1].slice(0, 8).forEach((length, index) => {
    header.setInt16(40 + index * 2, length, true);
  });
  header.setInt16(70, datatypeOf(voxels), true);
  header.setInt16(72, voxels.BYTES_PER_ELEMENT * 8, true);
  [1, ...geometry.spacingMm, 1, 1, 1, 1].forEach((edge, index) => {
    header.setFloat32(76 + index * 4, edge, true);
  });
  header.setFloat32(108, HEADER_BYTES, true);
  header.setFloat32(112, 1, true);
  header.setUint8(123, 2); // millimetres
  header.setInt16(254, 2, true); // sform: aligned
  geometry.affine.slice(0, 12).forEach((value, index) => {
    header.setFloat32(280 + index * 4, value, true);
  });
  file.set([0x6e, 0x2b, 0x31], 344); // "n+1"
  file.set(new Uint8Array(voxels.buffer, voxels.byteOffset, voxels.byteLength), HEADER_BYTES);
  return file;
}

/** The same as .nii.gz. */
export async function writeNiftiGz(content: NiftiContent): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = new Blob([writeNifti(content)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(zipped).arrayBuffer());
}
