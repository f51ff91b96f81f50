import { failure, ProblemError } from '../domain/errors';
import { readNifti } from './readNifti';
import type { Inflate, VolumeFile } from './volumeFile';
import { volumeFormatOf } from './volumeFormats';
import type { VolumeHeader, VoxelSink } from './voxelSink';

const pairName = /\.hdr(\.gz)?$/i;

/**
 * Streams a volume of any format, told by its name (NIfTI unless it says otherwise), through the sink that
 * `open` makes of its header. Throws a ProblemError: 'missing-data-file' (a .hdr
 * alone), those of readNifti and readForeign, and whatever `open`
 * and the sink throw. The other formats' reader is loaded when the first such file comes.
 */
export async function streamVolume<Sink extends VoxelSink>(
  file: VolumeFile,
  open: (header: VolumeHeader) => Sink,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<{ header: VolumeHeader; sink: Sink }> {
  if ((volumeFormatOf(file.path)?.reader ?? 'nifti') !== 'nifti') {
    const { readForeign } = await import('./readForeign');
    return readForeign(file, open, signal);
  }
  if (pairName.test(file.path) && !file.companion) {
    const dataFile = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/hdr(\.gz)?$/i, 'img');
    throw new ProblemError(failure('missing-data-file', file.path, { dataFile }).problem);
  }
  return readNifti(file, open, signal, inflate);
}
