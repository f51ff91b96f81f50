import { failure, ProblemError } from '../domain/errors';
import { badNpz } from './npyHeader';
import {
  MAX_DEFLATE_RATIO,
  type OpenedContent,
  readBytes,
  streamChunks,
  throwIfCancelled,
  watched,
} from './openContent';

const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
/** A comment behind the end is at most this long. */
const MAX_COMMENT_BYTES = 0xffff;
const DIRECTORY_SIGNATURE = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
/** An archive of thousands of arrays has less. */
const MAX_DIRECTORY_BYTES = 1 << 24;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
/** Deflate's longest block without compression. */
const STORED_BLOCK_BYTES = 0xffff;
const gzipHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

/** What the directory at the end of a zip file says of one entry. */
interface Listed {
  name: string;
  flags: number;
  method: number;
  /** Checksum and length of the content, as they end a gzip file. */
  trailer: Uint8Array<ArrayBuffer>;
  storedBytes: number;
  bytes: number;
  offset: number;
}

/**
 * Finds the entry of the first of these names in a zip file, stored or deflated, and checks its content against the
 * checksum and the length that the file's directory gives; nothing of it is held. Throws a ProblemError: 'bad-npz'
 * when the zip is damaged, encrypted, above 4 GB or packs the entry otherwise, 'npz-without-array',
 * 'unreadable-file', 'cancelled'; the chunks throw the first and the last two as well.
 */
export async function zipEntry(
  path: string,
  blob: Blob,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<OpenedContent & { name: string }> {
  throwIfCancelled(path, signal);
  const entries = await directoryOf(path, blob);
  const [entry, second] =
    names.map((name) => entries.filter((listed) => listed.name === name)).find((named) => named.length > 0) ??
    [];
  if (!entry) {
    const found = entries
      .slice(0, 5)
      .map((listed) => listed.name.slice(0, 60).replace(/\p{Cc}/gu, '·'))
      .join(', ');
    throw new ProblemError(failure('npz-without-array', path, { array: names[0], found }).problem);
  }
  if (second) throw badNpz(path, `two entries are named ${entry.name}`);
  const data = await dataOf(path, blob, entry);
  const parts = entry.method === 0 ? storedBlocks(data) : [data];
  const gzip = new Blob([gzipHeader, ...parts, entry.trailer]).stream();
  const inflated = streamChunks(gzip.pipeThrough(new DecompressionStream('gzip')));
  const chunks = watched(path, inflated, signal, (error) =>
    damaged(path, error instanceof Error ? error.message : String(error)),
  );
  return {
    name: entry.name,
    chunks,
    mostBytes: Math.min(entry.bytes, entry.storedBytes * MAX_DEFLATE_RATIO),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(path: string, detail: string): ProblemError {
  return badNpz(path, `damaged zip file: ${detail}`);
}

async function directoryOf(path: string, blob: Blob): Promise<Listed[]> {
  const start = new DataView((await readBytes(path, blob, 0, 4)).buffer);
  const tailStart = Math.max(0, blob.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = viewOf(await readBytes(path, blob, tailStart, blob.size));
  let at = tail.byteLength - END_BYTES;
  const isEnd = () =>
    tail.getUint32(at, true) === END_SIGNATURE &&
    tail.getUint16(at + 20, true) === tail.byteLength - at - END_BYTES;
  while (at >= 0 && !isEnd()) at--;
  if (at < 0) {
    const isZip = start.byteLength === 4 && start.getUint32(0, true) === LOCAL_SIGNATURE;
    throw badNpz(path, isZip ? 'the zip file ends too early' : 'no zip file');
  }
  const count = tail.getUint16(at + 10, true);
  const bytes = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  if (offset === 0xffffffff || count === 0xffff) throw badNpz(path, 'a zip file above 4 GB');
  if (offset + bytes !== tailStart + at || bytes > MAX_DIRECTORY_BYTES) {
    throw damaged(path, 'its directory is not where it should be');
  }
  return listed(path, await readBytes(path, blob, offset, offset + bytes), count);
}

function listed(path: string, directory: Uint8Array<ArrayBuffer>, count: number): Listed[] {
  const view = viewOf(directory);
  const entries: Listed[] = [];
  let at = 0;
  while (at + DIRECTORY_ENTRY_BYTES <= directory.length) {
    if (view.getUint32(at, true) !== DIRECTORY_SIGNATURE) break;
    const nameEnd = at + DIRECTORY_ENTRY_BYTES + view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(directory.subarray(at + DIRECTORY_ENTRY_BYTES, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      trailer: Uint8Array.of(
        ...directory.subarray(at + 16, at + 20),
        ...directory.subarray(at + 24, at + 28),
      ),
      storedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== directory.length || entries.length !== count) throw damaged(path, 'its directory');
  return entries;
}

/** Where an entry's bytes lie; what stands before them has to say the same as the directory. */
async function dataOf(path: string, blob: Blob, entry: Listed): Promise<Blob> {
  if (entry.flags & 1) throw badNpz(path, 'its arrays are encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw badNpz(path, `packed by method ${entry.method} of zip`);
  if (entry.storedBytes === 0xffffffff || entry.bytes === 0xffffffff) {
    throw badNpz(path, 'an array above 4 GB');
  }
  const header = viewOf(await readBytes(path, blob, entry.offset, entry.offset + LOCAL_HEADER_BYTES));
  const isWhole = header.byteLength === LOCAL_HEADER_BYTES && header.getUint32(0, true) === LOCAL_SIGNATURE;
  if (!isWhole) throw damaged(path, 'an entry is not where it should be');
  if (header.getUint16(6, true) & 1) throw badNpz(path, 'its arrays are encrypted');
  const isPackedAlike = header.getUint16(8, true) === entry.method;
  const isLengthAlike = entry.method !== 0 || entry.storedBytes === entry.bytes;
  if (!isPackedAlike || !isLengthAlike) throw damaged(path, 'two accounts of one entry');
  const start = entry.offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.storedBytes > blob.size) throw badNpz(path, 'the zip file ends too early');
  return blob.slice(start, start + entry.storedBytes);
}

/**
 * Bytes as they are, in deflate's blocks without compression: dressed as gzip, an entry is checked by the platform
 * whether it was deflated or not.
 */
function storedBlocks(data: Blob): BlobPart[] {
  const parts: BlobPart[] = [];
  for (let start = 0; start === 0 || start < data.size; start += STORED_BLOCK_BYTES) {
    const block = data.slice(start, start + STORED_BLOCK_BYTES);
    const isLast = start + STORED_BLOCK_BYTES >= data.size;
    const head = new Uint8Array(5);
    head[0] = isLast ? 1 : 0;
    viewOf(head).setUint16(1, block.size, true);
    viewOf(head).setUint16(3, ~block.size & 0xffff, true);
    parts.push(head, block);
  }
  return parts;
}
