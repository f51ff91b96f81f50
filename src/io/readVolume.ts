import type { Result } from '../domain/errors';
import type { Geometry } from '../domain/geometry';
import type { Segment } from '../domain/labelMap';
import type { FileWarning } from '../domain/results';
import { FloatSink } from './floatSink';
import { headerWarnings } from './headerWarnings';
import { resultOf } from './resultOf';
import { streamVolume } from './streamVolume';
import type { Inflate, VolumeFile } from './volumeFile';
import { axisLengths } from './voxelSink';

/** Intensities or probabilities, scaled as the header says: x fastest, the channels behind each other. */
export interface Volume {
  voxels: Float32Array;
  channels: number;
  geometry: Geometry;
  /** What the header says doubtfully. */
  warnings: FileWarning[];
  /** The structures that the file names. */
  segments?: Segment[];
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
      (opened) => new FloatSink(file.path, axisLengths(opened), opened.slope, opened.intercept),
      signal,
      inflate,
    );
    const warnings = headerWarnings(file.path, header);
    const { channels, geometry, segments } = header;
    return { voxels: sink.voxels, channels, geometry, warnings, ...(segments ? { segments } : {}) };
  });
}
