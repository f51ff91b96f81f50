import { failure, ProblemError } from '../domain/errors';
import { blobPieces } from './blobPieces';
import type { Inflate, Packing } from './volumeFile';

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
async function* inflateByPlatform(blob: Blob, packing: Packing = 'gzip'): AsyncGenerator<Uint8Array> {
  let givenBytes = 0;
  try {
    for await (const chunk of inflateOneMember(blob, packing)) {
      givenBytes += chunk.length;
      yield chunk;
    }
    return;
  } catch {
    // Its words differ from browser to browser; those of the slower reader are zlib's.
  }
  const { inflateMembers } = await import('./inflateMembers');
  let toSkip = givenBytes;
  for await (const chunk of inflateMembers(blob, packing)) {
    if (chunk.length > toSkip) yield toSkip === 0 ? chunk : chunk.slice(toSkip);
    toSkip = Math.max(0, toSkip - chunk.length);
  }
}

function inflateOneMember(blob: Blob, packing: Packing): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream(packing === 'gzip' ? 'gzip' : 'deflate');
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

/** Deflate packs at most this many bytes into one, so a header that promises more is wrong. */
export const MAX_DEFLATE_RATIO = 1032;

/** The content of a file on its way: `mostBytes` is what it can come to at most, however well it was packed. */
export interface OpenedContent {
  chunks: AsyncGenerator<Uint8Array>;
  mostBytes: number;
}

/**
 * The content of a file chunk by chunk, gunzipped when it is gzip by its first bytes. Throws a ProblemError:
 * 'empty-file', 'unreadable-file', 'not-gzip' (only the name says .gz) or 'cancelled', and from the chunks
 * 'unreadable-file', 'truncated-gzip', 'corrupt-gzip' or 'cancelled'. The last chunk has come only when the
 * checksum is right.
 */
export async function openContent(
  path: string,
  blob: Blob,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<OpenedContent> {
  throwIfCancelled(path, signal);
  if (blob.size === 0) throw new ProblemError(failure('empty-file', path, {}).problem);
  const isZipped = await isGzip(blob).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (!isZipped && path.toLowerCase().endsWith('.gz')) {
    throw new ProblemError(failure('not-gzip', path, {}).problem);
  }
  return openPacked(path, blob, isZipped ? 'gzip' : 'none', signal, inflate);
}

/** The same where it is known how the bytes are packed; they need not start like it. */
export function openPacked(
  path: string,
  blob: Blob,
  packing: Packing | 'none',
  signal?: AbortSignal,
  inflate: Inflate = inflateByPlatform,
): OpenedContent {
  const mostBytes = packing === 'none' ? blob.size : blob.size * MAX_DEFLATE_RATIO;
  return { chunks: unpacked(path, blob, packing, signal, inflate), mostBytes };
}

function unpacked(
  path: string,
  blob: Blob,
  packing: Packing | 'none',
  signal: AbortSignal | undefined,
  inflate: Inflate,
): AsyncGenerator<Uint8Array> {
  if (packing === 'none') return watched(path, blobPieces(blob), signal, (error) => unreadable(path, error));
  const content = packing === 'gzip' ? inflate(blob) : inflateByPlatform(blob, packing);
  return watched(path, content, signal, (error) => damaged(path, error));
}

/**
 * The chunks of a content; what goes wrong in it is thrown as `problemOf` says, and 'cancelled' once the signal is
 * aborted. Stopping early stops the content.
 */
export async function* watched(
  path: string,
  content: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
  problemOf: (error: unknown) => ProblemError,
): AsyncGenerator<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await chunks.next().catch((error: unknown) => {
        throw problemOf(error);
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

const endsEarly = /unexpected end/i;

/** The problem of a file that could not be inflated, by zlib's words, which pako and Node share. */
function damaged(path: string, error: unknown): ProblemError {
  const detail = error instanceof Error ? error.message : String(error);
  const { problem } = endsEarly.test(detail)
    ? failure('truncated-gzip', path, {})
    : failure('corrupt-gzip', path, { detail });
  return new ProblemError(problem);
}

/** The bytes of a blob from `start` to `end`, or to its own end; throws 'unreadable-file' as a ProblemError. */
export async function readBytes(
  path: string,
  blob: Blob,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.slice(start, end).arrayBuffer());
  } catch (error) {
    throw unreadable(path, error);
  }
}
