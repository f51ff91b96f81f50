import { Unzip, type UnzipFile } from 'fflate';
import { failure, ProblemError } from '../domain/errors';
import { streamChunks, throwIfCancelled, unreadable } from './gunzippedChunks';
import { badNpz } from './npyHeader';

const SLICE_BYTES = 1 << 20;
/** The directory ends a zip file; an archive of thousands of arrays has less of it. */
const DIRECTORY_BYTES = 1 << 20;
const DIRECTORY_ENTRY_BYTES = 46;
const DIRECTORY_SIGNATURE = 0x02014b50;
const gzipHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

/** Hands a zip entry's bytes on as they are stored: the platform inflates them faster than a library. */
function asStored(compression: number) {
  return class {
    static readonly compression = compression;
    ondata: UnzipFile['ondata'] = () => {};
    push(data: Uint8Array<ArrayBuffer>, isFinal: boolean): void {
      this.ondata(null, data, isFinal);
    }
  };
}

/** An entry of a zip file: its stored size and its content, chunk by chunk. */
export interface ZipEntry {
  storedBytes: number;
  chunks: AsyncGenerator<Uint8Array>;
}

/**
 * Finds the entry of this name in a zip file, stored or deflated; only the checksum of a deflated one is
 * checked. Its compressed bytes are held, its content is not. Throws a ProblemError: 'bad-npz' when the zip is damaged or packs it otherwise,
 * 'npz-without-array', 'unreadable-file', 'cancelled'.
 */
export async function zipEntry(
  path: string,
  blob: Blob,
  name: string,
  signal?: AbortSignal,
): Promise<ZipEntry> {
  const names: string[] = [];
  const stored: Uint8Array<ArrayBuffer>[] = [];
  let compression = -1;
  let isWhole = false;
  const unzip = new Unzip((entry) => {
    names.push(entry.name);
    if (entry.name !== name || compression >= 0) return;
    compression = entry.compression;
    entry.ondata = (error, data, isFinal) => {
      if (error) throw error;
      stored.push(data.slice());
      isWhole = isFinal;
    };
    entry.start();
  });
  unzip.register(asStored(0));
  unzip.register(asStored(8));
  for (let start = 0; start < blob.size && !isWhole; start += SLICE_BYTES) {
    throwIfCancelled(path, signal);
    const buffer = await blob
      .slice(start, start + SLICE_BYTES)
      .arrayBuffer()
      .catch((error: unknown) => {
        throw unreadable(path, error);
      });
    const slice = new Uint8Array(buffer);
    try {
      unzip.push(slice, start + SLICE_BYTES >= blob.size);
    } catch (error) {
      throw badNpz(path, `damaged zip file: ${(error as Error).message}`);
    }
  }
  if (compression < 0) {
    if (names.length === 0) throw badNpz(path, 'no zip file');
    const found = names.slice(0, 5).join(', ');
    throw new ProblemError(failure('npz-without-array', path, { array: name, found }).problem);
  }
  if (!isWhole) throw badNpz(path, 'the zip file ends too early');
  const storedBytes = stored.reduce((sum, part) => sum + part.length, 0);
  if (compression === 0) return { storedBytes, chunks: checked(path, new Blob(stored).stream(), signal) };
  const trailer = gzipTrailer(new Uint8Array(await blob.slice(-DIRECTORY_BYTES).arrayBuffer()), name);
  if (!trailer) throw badNpz(path, 'the zip file ends too early');
  const gzip = new Blob([gzipHeader, ...stored, trailer]).stream();
  return { storedBytes, chunks: checked(path, gzip.pipeThrough(new DecompressionStream('gzip')), signal) };
}

/**
 * The checksum and length that the zip's directory gives for an entry, as they end a gzip file: dressed as
 * gzip, the entry is checked by the platform while it is inflated. fflate checks no checksum.
 */
function gzipTrailer(end: Uint8Array<ArrayBuffer>, name: string): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(end.buffer);
  const wanted = new TextEncoder().encode(name);
  for (let at = end.length - DIRECTORY_ENTRY_BYTES - wanted.length; at >= 0; at--) {
    if (view.getUint32(at, true) !== DIRECTORY_SIGNATURE) continue;
    if (wanted.every((byte, index) => end[at + DIRECTORY_ENTRY_BYTES + index] === byte)) {
      return Uint8Array.of(...end.subarray(at + 16, at + 20), ...end.subarray(at + 24, at + 28));
    }
  }
  return undefined;
}

async function* checked(
  path: string,
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const chunks = streamChunks(stream);
  try {
    while (true) {
      const next = await chunks.next().catch((error: unknown) => {
        throw badNpz(path, `damaged zip file: ${error instanceof Error ? error.message : error}`);
      });
      throwIfCancelled(path, signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return(undefined);
  }
}
