import { Unzip, type UnzipFile } from 'fflate';
import { streamChunks, throwIfCancelled, unreadable } from './gunzippedChunks';
import { badNpz } from './npyHeader';

const SLICE_BYTES = 1 << 20;

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
 * Finds the entry of this name in a zip file (stored or deflated). Its compressed bytes are held, its content
 * is not. Throws a ProblemError: 'bad-npz' when the zip is damaged, has no such entry, or packs it otherwise;
 * 'cancelled'.
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
    const found = names.length > 0 ? names.slice(0, 5).join(', ') : 'nothing';
    throw badNpz(path, `no ${name} in it, but ${found}`);
  }
  if (!isWhole) throw badNpz(path, 'the zip file ends too early');
  const content = new Blob(stored);
  const stream = content.stream();
  const inflated = compression === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'));
  return { storedBytes: content.size, chunks: checked(path, inflated, signal) };
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
