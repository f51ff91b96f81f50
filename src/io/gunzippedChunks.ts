import { failure, ProblemError } from '../domain/errors';
import { blobPieces } from './blobPieces';
import { gzipDamage } from './gzipDamage';
import type { Inflate } from './volumeFile';

/** The chunks of a stream; Chromium before 124 and Safari cannot iterate one. Stopping early cancels it. */
export async function* streamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    // Rejects with the stream's own error, which read() has thrown already.
    await reader.cancel().catch(() => {});
  }
}

/**
 * Inflates with DecompressionStream, which both browsers and Node have. It takes one member and nothing behind it,
 * so where it stops, a slower reader takes the file from the start and goes on behind what was given already.
 */
const inflateByPlatform: Inflate = async function* (blob) {
  let givenBytes = 0;
  let reason: unknown;
  try {
    for await (const chunk of inflateOneMember(blob)) {
      givenBytes += chunk.length;
      yield chunk;
    }
    return;
  } catch (error) {
    reason = error;
  }
  const { inflateMembers } = await import('./inflateMembers');
  let toSkip = givenBytes;
  try {
    for await (const chunk of inflateMembers(blob)) {
      if (chunk.length > toSkip) yield toSkip === 0 ? chunk : chunk.slice(toSkip);
      toSkip = Math.max(0, toSkip - chunk.length);
    }
  } catch {
    throw reason;
  }
};

function inflateOneMember(blob: Blob): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  void feed(blob, writable);
  return streamChunks(readable);
}

/** Whatever goes wrong here is an error of the readable side, too, where it is told. */
async function feed(blob: Blob, writable: WritableStream<BufferSource>): Promise<void> {
  const writer = writable.getWriter();
  // Written but not yet taken when the reader stops: its rejection says nothing new.
  writer.closed.catch(() => {});
  try {
    for await (const piece of blobPieces(blob)) {
      await writer.ready;
      writer.write(piece).catch(() => {});
    }
    await writer.close();
  } catch (reason) {
    await writer.abort(reason).catch(() => {});
  }
}

/** True when the content starts like gzip, whatever its name. */
async function isGzip(blob: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** Throws 'cancelled' as a ProblemError once the signal is aborted. */
export function throwIfCancelled(path: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ProblemError(failure('cancelled', path, {}).problem);
}

/**
 * The content of a file chunk by chunk, gunzipped when it is gzip by its first bytes. Throws a ProblemError:
 * 'empty-file', 'unreadable-file', 'not-gzip' (only the name says .gz), 'truncated-gzip', 'corrupt-gzip' or
 * 'cancelled'. The last chunk has come only when the checksum is right.
 */
export async function* gunzippedChunks(
  path: string,
  blob: Blob,
  signal?: AbortSignal,
  inflate: Inflate = inflateByPlatform,
): AsyncGenerator<Uint8Array> {
  throwIfCancelled(path, signal);
  if (blob.size === 0) throw new ProblemError(failure('empty-file', path, {}).problem);
  const isZipped = await isGzip(blob).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (!isZipped && path.toLowerCase().endsWith('.gz')) {
    throw new ProblemError(failure('not-gzip', path, {}).problem);
  }
  const chunks = (isZipped ? inflate(blob) : blobPieces(blob))[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await chunks.next().catch(async (error: unknown) => {
        throw isZipped ? new ProblemError(await gzipDamage(path, blob, error)) : unreadable(path, error);
      });
      throwIfCancelled(path, signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

/** The problem of a file that could not be read at all, with the platform's own words. */
export function unreadable(path: string, error: unknown): ProblemError {
  return new ProblemError(failure('unreadable-file', path, { detail: String(error) }).problem);
}
