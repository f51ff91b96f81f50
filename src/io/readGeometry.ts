import type { Result } from '../domain/errors';
import type { Geometry } from '../domain/geometry';
import { resultOf } from './resultOf';
import { streamVolume } from './streamVolume';
import type { VolumeFile } from './volumeFile';
import type { VolumeHeader } from './voxelSink';

/** Thrown where a header is known, so that no voxel is read. */
class HeaderKnown {
  constructor(readonly header: VolumeHeader) {}
}

/** The grid of a volume by its header alone, from the formats of readLabelMap and with their problems. */
export function readGeometry(file: VolumeFile, signal?: AbortSignal): Promise<Result<Geometry>> {
  return resultOf(async () => {
    try {
      await streamVolume(
        file,
        (header): never => {
          throw new HeaderKnown(header);
        },
        signal,
      );
    } catch (reason) {
      if (reason instanceof HeaderKnown) return reason.header.geometry;
      throw reason;
    }
    throw new Error('a volume without a header');
  });
}
