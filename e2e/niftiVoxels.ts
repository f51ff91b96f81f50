import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A label map read without the app's own reader, so that the two can be held against each other. */
export function niftiVoxels(path: string): {
  shape: number[];
  at: (x: number, y: number, z: number) => number;
} {
  const bytes = gunzipSync(readFileSync(path));
  const shape = [42, 44, 46].map((offset) => bytes.readInt16LE(offset));
  const datatype = bytes.readInt16LE(70);
  const start = bytes.readFloatLE(108);
  const readers: Record<number, [number, (offset: number) => number]> = {
    2: [1, (offset) => bytes.readUInt8(offset)],
    16: [4, (offset) => bytes.readFloatLE(offset)],
    64: [8, (offset) => bytes.readDoubleLE(offset)],
    256: [1, (offset) => bytes.readInt8(offset)],
  };
  const [size, read] = readers[datatype];
  return { shape, at: (x, y, z) => read(start + size * (x + shape[0] * (y + shape[1] * z))) };
}
