import type { Result } from '../domain/errors';
import type { Geometry } from '../domain/geometry';
import { resultOf } from './resultOf';
import { streamVolume } from './streamVolume';
import type { Inflate, VolumeFile } from './volumeFile';
import { allocateVoxels, type VolumeHeader, type VoxelSink } from './voxelSink';
import type { Numbers } from './voxelTypes';

const MAX_VOLUME_BYTES = 2 ** 31;

/** Intensities or probabilities, scaled as the header says: x fastest, the channels behind each other. */
export interface Volume {
  voxels: Float32Array;
  channels: number;
  geometry: Geometry;
}

class FloatSink implements VoxelSink {
  readonly voxels: Float32Array;
  private position = 0;

  constructor(
    path: string,
    private readonly header: VolumeHeader,
  ) {
    this.voxels = allocateVoxels(path, header, 4, MAX_VOLUME_BYTES, (length) => new Float32Array(length));
  }

  add(values: Numbers): void {
    const { voxels, position } = this;
    const { slope, intercept } = this.header;
    voxels.set(values, position);
    if (slope !== 1 || intercept !== 0) {
      for (let index = 0; index < values.length; index++) {
        voxels[position + index] = values[index] * slope + intercept;
      }
    }
    this.position += values.length;
  }
}

/**
 * Reads a volume of one or several channels (3D, 4D, 5D) as floats, from the formats of readLabelMap. NaN and
 * infinite voxels are kept. The problems are those of streamVolume and 'too-large'.
 */
export function readVolume(
  file: VolumeFile,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<Result<Volume>> {
  return resultOf(async () => {
    const { header, sink } = await streamVolume(
      file,
      (opened) => new FloatSink(file.path, opened),
      signal,
      inflate,
    );
    return { voxels: sink.voxels, channels: header.channels, geometry: header.geometry };
  });
}
