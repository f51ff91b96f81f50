import { failure, ProblemError } from '../domain/errors';
import type { VolumeFile } from './volumeFile';
import type { VolumeHeader, VoxelSink } from './voxelSink';

export async function readForeign<Sink extends VoxelSink>(
  file: VolumeFile,
  _open: (header: VolumeHeader) => Sink,
  _signal?: AbortSignal,
): Promise<{ header: VolumeHeader; sink: Sink }> {
  throw new ProblemError(failure('unsupported-format', file.path, { detail: 'not yet' }).problem);
}
