import { failure, ProblemError } from '../domain/errors';
import { voxelCount } from '../domain/geometry';
import { gunzippedChunks } from './gunzippedChunks';
import { MAX_HEADER_BYTES, type NiftiHeader, niftiHeader } from './niftiHeader';
import type { Inflate, VolumeFile } from './volumeFile';
import { VoxelBlocks } from './voxelBlocks';
import type { VoxelSink } from './voxelSink';

/** Deflate packs at most this many bytes into one, so a header that promises more is wrong. */
const MAX_DEFLATE_RATIO = 1032;

/**
 * Streams a NIfTI file through the sink that `open` makes of its header; the inflated file is never held, and
 * the sink is opened only when the file can hold what the header promises. Throws a ProblemError: those of
 * gunzippedChunks and niftiHeader, 'truncated-data', and whatever `open` and the sink throw.
 */
export async function readNifti<Sink extends VoxelSink>(
  { path, blob, companion }: VolumeFile,
  open: (header: NiftiHeader) => Sink,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<{ header: NiftiHeader; sink: Sink }> {
  const chunks = gunzippedChunks(path, blob, signal, inflate);
  try {
    const start = await readStart(chunks);
    const header = niftiHeader(path, start, companion !== undefined);
    const voxelBytes = voxelCount(header.geometry) * header.channels * header.voxelType.bytes;
    const data = companion ? gunzippedChunks(path, companion, signal, inflate) : joined(start, chunks);
    const mayHoldBytes = (companion ?? blob).size * MAX_DEFLATE_RATIO;
    if (header.dataOffset + voxelBytes > mayHoldBytes) {
      throw truncated(path, header.dataOffset + voxelBytes, await lengthOf(data));
    }
    const sink = open(header);
    await pour(path, data, header, voxelBytes, sink);
    return { header, sink };
  } finally {
    await chunks.return(undefined);
  }
}

/** The first chunks joined until they hold any header, or the whole of a shorter file. */
async function readStart(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let start = new Uint8Array(0);
  while (start.length < MAX_HEADER_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    const longer = new Uint8Array(start.length + next.value.length);
    longer.set(start);
    longer.set(next.value, start.length);
    start = longer;
  }
  return start;
}

async function* joined(start: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  yield* rest;
}

async function lengthOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const chunk of chunks) length += chunk.length;
  return length;
}

/** Reads to the end even when all voxels are there: only then is the checksum known to be right. */
async function pour(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  { dataOffset, voxelType, isLittleEndian }: NiftiHeader,
  voxelBytes: number,
  sink: VoxelSink,
): Promise<void> {
  const blocks = new VoxelBlocks(voxelType, isLittleEndian);
  const dataEnd = dataOffset + voxelBytes;
  let position = 0;
  for await (const chunk of chunks) {
    const from = Math.max(dataOffset - position, 0);
    const to = Math.min(dataEnd - position, chunk.length);
    if (from < to) sink.add(blocks.push(chunk.subarray(from, to)));
    position += chunk.length;
  }
  if (position < dataEnd) throw truncated(path, dataEnd, position);
}

function truncated(path: string, expectedBytes: number, foundBytes: number): ProblemError {
  return new ProblemError(failure('truncated-data', path, { expectedBytes, foundBytes }).problem);
}
