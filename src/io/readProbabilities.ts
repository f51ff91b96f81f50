import { failure, ProblemError, type Result } from '../domain/errors';
import { npyArray } from './readNpy';
import { resultOf } from './resultOf';
import type { VolumeFile } from './volumeFile';
import { zipEntry } from './zipEntry';

/** What nnU-Net saved before it painted: one probability per region and voxel. */
export interface Probabilities {
  /** Voxel counts along x, y, z, as in the NIfTI file beside it. */
  shape: [number, number, number];
  /** One array per region in declared order, x fastest: the order of the NIfTI file. */
  regions: Float32Array[];
}

/**
 * Reads nnU-Net's .npz: the key `probabilities`, (regions, z, y, x), any real type, as floats. The problems
 * are 'bad-npz' (no zip, or a damaged one), 'npz-without-array', 'npz-shape' (another number of axes),
 * 'truncated-data', 'too-large', 'empty-file', 'unreadable-file' and 'cancelled'.
 */
export function readProbabilities(
  { path, blob }: VolumeFile,
  signal?: AbortSignal,
): Promise<Result<Probabilities>> {
  return resultOf(async () => {
    if (blob.size === 0) throw new ProblemError(failure('empty-file', path, {}).problem);
    const { chunks, mostBytes } = await zipEntry(path, blob, 'probabilities.npy', signal);
    const { shape, values } = await npyArray(path, chunks, mostBytes);
    if (shape.length !== 4 || values.length === 0) {
      throw new ProblemError(failure('npz-shape', path, { shape: shape.join(', ') }).problem);
    }
    const [count, depth, height, width] = shape;
    const voxels = depth * height * width;
    return {
      shape: [width, height, depth],
      regions: Array.from({ length: count }, (_, region) =>
        values.subarray(region * voxels, (region + 1) * voxels),
      ),
    };
  });
}
