import type { Result } from '../domain/errors';
import { FloatSink } from './floatSink';
import { badNpz, NPY_START_BYTES, npyHeader, npyHeaderBytes } from './npyHeader';
import { openContent } from './openContent';
import { joined, pourVoxels, readStart } from './pourVoxels';
import { resultOf } from './resultOf';
import type { VolumeFile } from './volumeFile';

/** numpy's own reader takes no longer one than 10,000 bytes. */
const MAX_NPY_HEADER_BYTES = 1 << 16;

/** A numpy array as floats, in C order (the last axis fastest) whatever the file's order was. */
export interface NpyArray {
  shape: number[];
  values: Float32Array;
}

/** Reads an .npy file; the problems are 'bad-npz', 'truncated-data', 'too-large' and those of openContent. */
export function readNpy({ path, blob }: VolumeFile, signal?: AbortSignal): Promise<Result<NpyArray>> {
  return resultOf(async () => {
    const { chunks, mostBytes } = await openContent(path, blob, signal);
    return npyArray(path, chunks, mostBytes);
  });
}

/**
 * The array in a stream of .npy bytes that come to `mostBytes` at most. Throws a ProblemError:
 * 'bad-npz', 'truncated-data' or 'too-large'.
 */
export async function npyArray(
  path: string,
  chunks: AsyncGenerator<Uint8Array>,
  mostBytes: number,
): Promise<NpyArray> {
  try {
    let start = await readStart(chunks, NPY_START_BYTES);
    const headerBytes = npyHeaderBytes(path, start);
    if (headerBytes > MAX_NPY_HEADER_BYTES) throw badNpz(path, 'the header of its array is damaged');
    start = await readStart(chunks, headerBytes, start);
    const header = npyHeader(path, start);
    const { shape, isFortranOrder } = header;
    const layout = {
      ...header,
      count: shape.reduce((product, length) => product * length, 1),
      mayFollow: () => false,
    };
    const open = () => new FloatSink(path, shape);
    const { voxels } = await pourVoxels(path, joined(start, chunks), layout, mostBytes, open);
    return { shape, values: isFortranOrder ? inCOrder(voxels, shape) : voxels };
  } finally {
    await chunks.return(undefined);
  }
}

/** From first axis fastest to last axis fastest. */
function inCOrder(values: Float32Array, shape: number[]): Float32Array {
  const ordered = new Float32Array(values.length);
  const index = shape.map(() => 0);
  const steps = shape.map((_, axis) => shape.slice(0, axis).reduce((product, length) => product * length, 1));
  let from = 0;
  for (let to = 0; to < ordered.length; to++) {
    ordered[to] = values[from];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += steps[axis];
      if (++index[axis] < shape[axis]) break;
      from -= index[axis] * steps[axis];
      index[axis] = 0;
    }
  }
  return ordered;
}
