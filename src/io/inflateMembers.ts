import {
  Z_BUF_ERROR,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
} from 'pako';
import { blobPieces } from './blobPieces';
import type { Inflate, Packing } from './volumeFile';

/** Larger ones cost more in memory that was never touched than they save. */
const CHUNK_BYTES = 2 ** 16;
/** zlib's codes for the largest window with either checksum. */
const windowBits: Record<Packing, number> = { gzip: 31, zlib: 15 };

/**
 * Inflates as `gzip -t` reads: members behind each other (bgzip, pigz) are one content, each held to its checksum,
 * and zeros behind the last are padding. Throws an Error at damage, at an early end and at other bytes behind.
 */
export async function* inflateMembers(blob: Blob, packing: Packing = 'gzip'): ReturnType<Inflate> {
  const stream = new ZStream();
  zlibInflateInit2(stream, windowBits[packing]);
  let place: 'start' | 'inside' | 'behind' | 'padding' = 'start';
  for await (const piece of blobPieces(blob)) {
    stream.input = piece;
    stream.next_in = 0;
    stream.avail_in = piece.length;
    while (stream.avail_in > 0) {
      if (place === 'behind' && piece[stream.next_in] === 0) place = 'padding';
      if (place === 'padding') {
        if (!isPadding(piece.subarray(stream.next_in))) throw new Error('bytes behind the padding');
        break;
      }
      if (place === 'behind') zlibInflateReset(stream);
      place = 'inside';
      let isFull = true;
      while (place === 'inside' && (stream.avail_in > 0 || isFull)) {
        stream.output = new Uint8Array(CHUNK_BYTES);
        stream.next_out = 0;
        stream.avail_out = CHUNK_BYTES;
        const status = zlibInflate(stream, Z_NO_FLUSH);
        if (status === Z_STREAM_END) place = 'behind';
        else if (status !== Z_OK && status !== Z_BUF_ERROR) throw new Error(stream.msg || 'damaged data');
        isFull = stream.avail_out === 0;
        if (stream.next_out > 0) yield stream.output.subarray(0, stream.next_out);
      }
    }
  }
  if (place !== 'behind' && place !== 'padding') throw new Error('unexpected end of file');
}

/** What may lie behind the last member: zeros and nothing else. */
export function isPadding(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
