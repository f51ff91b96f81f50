import { failure, ProblemError } from '../domain/errors';
import { VoxelBlocks } from './voxelBlocks';
import type { VoxelSink } from './voxelSink';
import type { VoxelType } from './voxelTypes';

/** Padding behind the values of a format that allows it; more is not read, however far it would inflate. */
const MOST_SURPLUS_BYTES = 1 << 24;

/** Of what stands behind the values so much is shown to the format. */
const MOST_LOOKED_AT = 32;

/** Where and how a header says that the values lie. */
export interface VoxelLayout {
  dataOffset: number;
  count: number;
  voxelType: VoxelType;
  isLittleEndian: boolean;
  /** Whether so many bytes, which start so, may stand behind the values; any where this is missing. */
  mayFollow?: (bytes: number, start: Uint8Array) => boolean;
}

/** `already` and the next chunks joined until they hold `bytes`, or the whole of a shorter file. */
export async function readStart(
  chunks: AsyncIterator<Uint8Array>,
  bytes: number,
  already = new Uint8Array(0),
): Promise<Uint8Array<ArrayBuffer>> {
  let start = already;
  while (start.length < bytes) {
    const next = await chunks.next();
    if (next.done) break;
    const longer = new Uint8Array(start.length + next.value.length);
    longer.set(start);
    longer.set(next.value, start.length);
    start = longer;
  }
  return start;
}

/** `start` and whatever comes after it. */
export async function* joined(
  start: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield start;
  yield* rest;
}

/**
 * Streams the values of a file through the sink that `open` makes. A promise of more bytes than `mostBytes`
 * never reaches `open`, so that nothing is allocated for it. Reads to the end even
 * when all values are there, since only then is a checksum known to be right, but stops where far more comes than
 * is promised. Throws 'truncated-data' or 'surplus-data' as a ProblemError, and whatever `open` and the sink
 * throw.
 */
export async function pourVoxels<Sink extends VoxelSink>(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  { dataOffset, count, voxelType, isLittleEndian, mayFollow }: VoxelLayout,
  mostBytes: number,
  open: () => Sink,
): Promise<Sink> {
  const dataEnd = dataOffset + count * voxelType.bytes;
  const isPossible = dataEnd <= mostBytes;
  const sink = isPossible ? open() : undefined;
  const blocks = new VoxelBlocks(voxelType, isLittleEndian);
  let position = 0;
  const following: number[] = [];
  for await (const chunk of chunks) {
    const from = Math.max(dataOffset - position, 0);
    const to = Math.min(dataEnd - position, chunk.length);
    if (from < to) sink?.add(blocks.push(chunk.subarray(from, to)));
    if (mayFollow && position + chunk.length > dataEnd && following.length < MOST_LOOKED_AT) {
      const start = Math.max(dataEnd - position, 0);
      following.push(...chunk.subarray(start, start + MOST_LOOKED_AT - following.length));
    }
    position += chunk.length;
    if (position > dataEnd + MOST_SURPLUS_BYTES) break;
  }
  if (!sink || position < dataEnd) {
    const facts = { expectedBytes: dataEnd, foundBytes: position };
    throw new ProblemError(failure('truncated-data', path, facts).problem);
  }
  const surplus = position - dataEnd;
  if (
    surplus > MOST_SURPLUS_BYTES ||
    (surplus > 0 && mayFollow && !mayFollow(surplus, Uint8Array.from(following)))
  ) {
    const facts = { expectedBytes: dataEnd, foundBytes: position };
    throw new ProblemError(failure('surplus-data', path, facts).problem);
  }
  return sink;
}
