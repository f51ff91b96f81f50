import { failure, ProblemError, type Result } from '../domain/errors';
import { type CropBox, cropBox } from './cropBox';
import { readBytes } from './openContent';
import { npyArray } from './readNpy';
import { resultOf } from './resultOf';
import type { VolumeFile } from './volumeFile';
import { allocateVoxels } from './voxelSink';
import { zipEntry } from './zipEntry';

const MAX_ARRAY_BYTES = 2 ** 31;

/** What nnU-Net saved before it painted: one probability per region and voxel. */
export interface Probabilities {
  /** Voxel counts along x, y, z, as in the NIfTI file beside it. */
  shape: [number, number, number];
  /** One array per region in declared order, x fastest: the order of the NIfTI file. */
  regions: Float32Array[];
  /** A softmax of nnU-Net 1 without the file that says whether, and to which box, it was cut. */
  mayBeCut?: true;
}

/** nnU-Net's arrays, of version 2 and of version 1. */
const arrayNames = ['probabilities.npy', 'softmax.npy'];
const MAX_PKL_BYTES = 1 << 22;

/**
 * Reads nnU-Net's .npz: the key `probabilities`, or `softmax` of version 1, (regions, z, y, x), any real type, as
 * floats. A softmax that was cut to a box is laid onto the whole grid by the .pkl beside it (the companion), with 0
 * around. The problems are 'bad-npz' (no zip, or a damaged one), 'npz-without-array', 'npz-shape' (another number of axes),
 * 'truncated-data', 'too-large', 'empty-file', 'unreadable-file' and 'cancelled'.
 */
export function readProbabilities(
  { path, blob, companion }: VolumeFile,
  signal?: AbortSignal,
): Promise<Result<Probabilities>> {
  return resultOf(async () => {
    if (blob.size === 0) throw new ProblemError(failure('empty-file', path, {}).problem);
    const { name, chunks, mostBytes } = await zipEntry(path, blob, arrayNames, signal);
    const { shape, values } = await npyArray(path, chunks, mostBytes);
    if (shape.length !== 4 || values.length === 0) {
      throw new ProblemError(failure('npz-shape', path, { shape: shape.join(', ') }).problem);
    }
    const [count, depth, height, width] = shape;
    const voxels = depth * height * width;
    const regions = Array.from({ length: count }, (_, region) =>
      values.subarray(region * voxels, (region + 1) * voxels),
    );
    const read: Probabilities = { shape: [width, height, depth], regions };
    if (name !== arrayNames[1]) return read;
    const bytes = companion && (await readBytes(path, companion, 0, MAX_PKL_BYTES));
    const box = bytes ? cropBox(bytes) : null;
    if (!box) return { ...read, mayBeCut: true };
    const isWhole = box.whole.every((length, axis) => length === shape[axis + 1]);
    if (isWhole) return read;
    const isBox = box.lengths.every((length, axis) => length === shape[axis + 1]);
    return isBox ? onWholeGrid(path, read, box) : { ...read, mayBeCut: true };
  });
}

/** The arrays of a box on the whole grid. */
function onWholeGrid(path: string, { regions, shape }: Probabilities, box: CropBox): Probabilities {
  const [depth, height, width] = box.whole;
  const [z0, y0, x0] = box.start;
  const whole = regions.map((values) => {
    const placed = allocateVoxels(path, box.whole, 4, MAX_ARRAY_BYTES, (count) => new Float32Array(count));
    for (let z = 0; z < shape[2]; z++) {
      for (let y = 0; y < shape[1]; y++) {
        const from = shape[0] * (y + shape[1] * z);
        placed.set(values.subarray(from, from + shape[0]), x0 + width * (y0 + y + height * (z0 + z)));
      }
    }
    return placed;
  });
  return { shape: [width, height, depth], regions: whole };
}
