import type { Codes } from './pairCodes';

/** A view as what a byte holds: the byte of every code, and the RGBA of each of the 256 bytes. */
export interface ColorBytes {
  byteOf: Uint8Array;
  lut: Uint8ClampedArray;
}

const bytes = 256;

/**
 * Brings a view's colours (RGBA by code) into 256. Up to 256 codes a byte is its code. Of more, codes of one colour
 * share a byte, and those of a 257th colour take the nearest one. Where the bytes of `before` can show this view,
 * they are kept, for voxels that are written in them need not be written anew.
 */
export function colorBytes(colors: Uint8ClampedArray, before: ColorBytes | null = null): ColorBytes {
  const count = colors.length / 4;
  const kept = before?.byteOf.length === count ? lutOf(before.byteOf, colors) : null;
  if (before && kept) return { byteOf: before.byteOf, lut: kept };
  const byteOf = count <= bytes ? Uint8Array.from({ length: count }, (_, code) => code) : numbered(colors);
  return { byteOf, lut: lutOf(byteOf, colors) ?? firstOf(byteOf, colors) };
}

/** Whether the bytes are the codes themselves. */
export function isPlain({ byteOf }: ColorBytes): boolean {
  return byteOf.every((byte, code) => byte === code);
}

/** The codes as bytes of a view; the same array where a byte is its code. */
export function bytesOf(codes: Codes, view: ColorBytes): Uint8Array<ArrayBuffer> {
  if (codes instanceof Uint8Array && isPlain(view)) return codes;
  const { byteOf } = view;
  const written = new Uint8Array(codes.length);
  for (let voxel = 0; voxel < codes.length; voxel++) written[voxel] = byteOf[codes[voxel]];
  return written;
}

function numbered(colors: Uint8ClampedArray): Uint8Array {
  const words = new Uint32Array(colors.slice().buffer);
  const byteOfColor = new Map<number, number>();
  const first: number[] = [];
  return Uint8Array.from(words, (word, code) => {
    const known = byteOfColor.get(word);
    if (known !== undefined) return known;
    const byte = first.length < bytes ? first.push(code) - 1 : nearest(colors, code, first);
    byteOfColor.set(word, byte);
    return byte;
  });
}

function nearest(colors: Uint8ClampedArray, code: number, candidates: readonly number[]): number {
  const squared = (other: number) =>
    [0, 1, 2, 3].reduce((sum, part) => sum + (colors[4 * code + part] - colors[4 * other + part]) ** 2, 0);
  const distances = candidates.map(squared);
  return distances.indexOf(Math.min(...distances));
}

/** The colours of the bytes; null when codes of one byte have different colours. */
function lutOf(byteOf: Uint8Array, colors: Uint8ClampedArray): Uint8ClampedArray | null {
  const lut = firstOf(byteOf, colors);
  const isShared = (part: number, code: number) => lut[4 * byteOf[code] + part] === colors[4 * code + part];
  for (let code = 0; code < byteOf.length; code++) {
    for (let part = 0; part < 4; part++) if (!isShared(part, code)) return null;
  }
  return lut;
}

/** The colour of the first code of each byte. */
function firstOf(byteOf: Uint8Array, colors: Uint8ClampedArray): Uint8ClampedArray {
  const lut = new Uint8ClampedArray(4 * bytes);
  for (let code = byteOf.length - 1; code >= 0; code--) {
    lut.set(colors.subarray(4 * code, 4 * code + 4), 4 * byteOf[code]);
  }
  return lut;
}
