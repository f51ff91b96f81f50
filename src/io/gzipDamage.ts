import { FlateErrorCode, Gunzip } from 'fflate';
import { failure, type Problem } from '../domain/errors';

const SLICE_BYTES = 1 << 20;
const endsEarly = /truncat|unexpected end|end of file|without reaching/i;

/**
 * Why a gzip file could not be inflated: 'truncated-gzip', 'corrupt-gzip' or 'unreadable-file'. The platform's
 * own errors differ from browser to browser, so the file is inflated once more by fflate, which tells an early
 * end from damaged data but checks no checksum: what it can read to the end has a wrong one. The platform's
 * words decide only whether the eight bytes after the data are cut off or wrong.
 */
export async function gzipDamage(path: string, blob: Blob, platformError: unknown): Promise<Problem> {
  let inflatedBytes = 0;
  const gunzip = new Gunzip((chunk) => {
    inflatedBytes += chunk.length;
  });
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    let slice: Uint8Array;
    try {
      slice = new Uint8Array(await blob.slice(start, start + SLICE_BYTES).arrayBuffer());
    } catch (error) {
      return failure('unreadable-file', path, { detail: String(error) }).problem;
    }
    try {
      gunzip.push(slice, start + SLICE_BYTES >= blob.size);
    } catch (error) {
      const { code, message } = error as { code?: number; message: string };
      return code === FlateErrorCode.UnexpectedEOF
        ? failure('truncated-gzip', path, {}).problem
        : failure('corrupt-gzip', path, { detail: message }).problem;
    }
  }
  const trailer = new DataView(await blob.slice(-4).arrayBuffer());
  const isWholeLength = trailer.byteLength === 4 && trailer.getUint32(0, true) === inflatedBytes % 2 ** 32;
  if (!isWholeLength && endsEarly.test(String(platformError))) {
    return failure('truncated-gzip', path, {}).problem;
  }
  const detail = isWholeLength ? 'wrong checksum' : 'wrong length after the data';
  return failure('corrupt-gzip', path, { detail }).problem;
}
