import { allocateVoxels, type VoxelSink } from './voxelSink';
import type { Numbers } from './voxelTypes';

const MAX_VOLUME_BYTES = 2 ** 31;

/** Keeps every value as a float, scaled. Throws 'too-large' before it allocates 2 GB. */
export class FloatSink implements VoxelSink {
  readonly voxels: Float32Array;
  private position = 0;

  constructor(
    path: string,
    lengths: readonly number[],
    private readonly slope = 1,
    private readonly intercept = 0,
  ) {
    this.voxels = allocateVoxels(path, lengths, 4, MAX_VOLUME_BYTES, (count) => new Float32Array(count));
  }

  add(values: Numbers): void {
    const { voxels, position, slope, intercept } = this;
    if (slope === 1 && intercept === 0) voxels.set(values, position);
    else {
      for (let index = 0; index < values.length; index++) {
        voxels[position + index] = values[index] * slope + intercept;
      }
    }
    this.position += values.length;
  }
}
