import { createGunzip } from 'node:zlib';
import { isPadding } from '../io/inflateMembers';
import type { Inflate } from '../io/volumeFile';

/** Large pieces make Node's zlib several times as fast as its DecompressionStream, which has 16 kB ones. */
const CHUNK_BYTES = 2 ** 20;

/** Gunzips a blob on zlib's own threads. A damaged file throws zlib's error from the iteration. */
export const inflateWithZlib: Inflate = async function* (blob) {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  gunzip.end(bytes);
  yield* gunzip;
  // zlib stops at the first zero behind a member and looks at nothing after it.
  if (!isPadding(bytes.subarray(gunzip.bytesWritten))) throw new Error('bytes behind the padding');
};
