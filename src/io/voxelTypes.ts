/** A typed array that holds decoded voxels; 64-bit integers come as doubles. */
export type Numbers =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** How the voxels of one NIfTI data type lie in the file. */
export interface VoxelType {
  bytes: 1 | 2 | 4 | 8;
  /** A view of `length` voxels at an aligned place of little-endian bytes. */
  view: (buffer: ArrayBufferLike, byteOffset: number, length: number) => Numbers;
}

/** Low and high words of 64-bit integers; exact up to 2^53, which is far beyond any label. */
function doubles(words: Uint32Array, highWords: Uint32Array | Int32Array): Float64Array {
  const values = new Float64Array(words.length / 2);
  for (let index = 0; index < values.length; index++) {
    values[index] = highWords[2 * index + 1] * 2 ** 32 + words[2 * index];
  }
  return values;
}

/** Every real data type of NIfTI that has a typed array, by its code. */
export const voxelTypes = {
  2: { bytes: 1, view: (buffer, at, length) => new Uint8Array(buffer, at, length) },
  4: { bytes: 2, view: (buffer, at, length) => new Int16Array(buffer, at, length) },
  8: { bytes: 4, view: (buffer, at, length) => new Int32Array(buffer, at, length) },
  16: { bytes: 4, view: (buffer, at, length) => new Float32Array(buffer, at, length) },
  64: { bytes: 8, view: (buffer, at, length) => new Float64Array(buffer, at, length) },
  256: { bytes: 1, view: (buffer, at, length) => new Int8Array(buffer, at, length) },
  512: { bytes: 2, view: (buffer, at, length) => new Uint16Array(buffer, at, length) },
  768: { bytes: 4, view: (buffer, at, length) => new Uint32Array(buffer, at, length) },
  1024: {
    bytes: 8,
    view: (buffer, at, length) =>
      doubles(new Uint32Array(buffer, at, 2 * length), new Int32Array(buffer, at, 2 * length)),
  },
  1280: {
    bytes: 8,
    view: (buffer, at, length) =>
      doubles(new Uint32Array(buffer, at, 2 * length), new Uint32Array(buffer, at, 2 * length)),
  },
} as const satisfies Record<number, VoxelType>;

export function isVoxelType(code: number): code is keyof typeof voxelTypes {
  return code in voxelTypes;
}
