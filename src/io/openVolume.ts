import { failure, ProblemError } from '../domain/errors';
import { type OpenedContent, openContent, openPacked, readBytes } from './openContent';
import { joined, readStart } from './pourVoxels';
import type { Inflate, Packing, VolumeFile } from './volumeFile';
import type { VolumeHeader } from './voxelSink';
import type { VoxelType } from './voxelTypes';

/** What a header of any format says about the voxels that follow. */
export interface StoredHeader extends VolumeHeader {
  /** 'text' for numbers written out. */
  voxelType: VoxelType | 'text';
  isLittleEndian: boolean;
  /** Where the voxels begin in their content, once it is unpacked; from its end where that is negative. */
  dataOffset: number;
  /** Whether so many bytes, which start so, may stand behind the voxels; any where this is missing. */
  mayFollow?: (bytes: number, start: Uint8Array) => boolean;
  /** The channels of a voxel lie side by side instead of one volume behind the other. */
  isInterleaved?: boolean;
}

/** A header and the content that its voxels lie in. */
export interface OpenedVolume extends OpenedContent {
  header: StoredHeader;
}

/**
 * Opens a file that begins with a binary header of `headerBytes` and is gzip as a whole or not at all. Throws what
 * openContent and `parse` throw; `parse` gets fewer bytes where the file is shorter.
 */
export async function openBinary(
  { path, blob, companion }: VolumeFile,
  headerBytes: number,
  parse: (start: Uint8Array<ArrayBuffer>) => StoredHeader,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<OpenedVolume> {
  const { chunks, mostBytes } = await openContent(path, blob, signal, inflate);
  let isHandedOn = false;
  try {
    const start = await readStart(chunks, headerBytes);
    const header = parse(start);
    if (companion) return { header, ...(await openContent(path, companion, signal, inflate)) };
    isHandedOn = true;
    return { header, chunks: joined(start, chunks), mostBytes };
  } finally {
    if (!isHandedOn) await chunks.return(undefined);
  }
}

/** What a header of text says beside that: how the voxels are packed and in which file they lie. */
export interface TextHeader extends StoredHeader {
  packing: Packing | 'none';
  /** The name that the header gives; null for the bytes behind the header. */
  dataFile: string | null;
}

const FIRST_BYTES = 1 << 16;
const MOST_HEADER_BYTES = 1 << 22;

/**
 * Opens a file that begins with lines of text, of which `endOf` finds the end (null where it has not come yet;
 * `isWhole` when there is no more) in the bytes as Latin-1. Throws 'empty-file', 'unreadable-file',
 * 'missing-data-file', 'not-this-format' (no end in 4 MB), what `parse` throws, and from the chunks what openPacked
 * says.
 */
export async function openText(
  { path, blob, companion }: VolumeFile,
  format: { name: string; endOf: (text: string, isWhole: boolean) => number | null },
  parse: (text: string) => TextHeader,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<OpenedVolume> {
  if (blob.size === 0) throw new ProblemError(failure('empty-file', path, {}).problem);
  for (let bytes = FIRST_BYTES; bytes <= MOST_HEADER_BYTES; bytes *= 8) {
    const start = await readBytes(path, blob, 0, bytes);
    const end = format.endOf(latin1(start), bytes >= blob.size);
    if (end === null) continue;
    const header = parse(new TextDecoder().decode(start.subarray(0, end)));
    const { dataFile, packing } = header;
    if (dataFile !== null && !companion) {
      throw new ProblemError(failure('missing-data-file', path, { dataFile: shortened(dataFile) }).problem);
    }
    const data = dataFile === null ? blob.slice(end) : companion!;
    return { header, ...openPacked(path, data, packing, signal, inflate) };
  }
  throw new ProblemError(failure('not-this-format', path, { format: format.name }).problem);
}

/** One character a byte, so that places in the text are places in the file; TextDecoder knows no true Latin-1. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

const MOST_SHOWN = 80;

/** As much of a header's text as a message has room for, without what a terminal would obey. */
export function shortened(text: string): string {
  const shown = text.slice(0, MOST_SHOWN).replace(/\p{Cc}/gu, '·');
  return text.length > MOST_SHOWN ? `${shown}…` : shown;
}

/** A line of a header that cannot mean anything. */
export function badLine(path: string, line: string): ProblemError {
  return new ProblemError(failure('bad-header-line', path, { line: shortened(line) }).problem);
}

/** A line of a header that says something which is not read. */
export function unknownLine(path: string, line: string): ProblemError {
  return new ProblemError(failure('unsupported-format', path, { detail: shortened(line) }).problem);
}

/** A line that a header needs and does not have. */
export function missingLine(path: string, name: string): ProblemError {
  return new ProblemError(failure('missing-header-line', path, { name }).problem);
}

/** The numbers of a line; throws 'bad-header-line' unless there are `count` finite ones. */
export function numbersOf(path: string, name: string, value: string, count: number): number[] {
  const words = value.split(/\s+/, count + 1);
  const numbers = words.map(Number);
  if (numbers.length !== count || words.includes('') || !numbers.every(Number.isFinite)) {
    throw badLine(path, `${name}: ${value}`);
  }
  return numbers;
}
