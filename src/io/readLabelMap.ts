import { failure, ProblemError, type Result } from '../domain/errors';
import type { LabelMap } from '../domain/labelMap';
import { LabelSink } from './labelSink';
import { resultOf } from './resultOf';
import { streamVolume } from './streamVolume';
import type { Inflate, VolumeFile } from './volumeFile';
import { axisLengths } from './voxelSink';

/** A 1,000³ map fits; two of them in each of a few workers do too. */
const MAX_LABEL_MAP_BYTES = 2 ** 30;

/**
 * Reads a label map in 3D or 2D: NIfTI (.nii, .nii.gz, or .hdr with its .img as companion) of any integer or float
 * type, scaled or not, or another of volumeFormats. Voxels come as they lie in the file, x fastest. The
 * problems are those of streamVolume, 'not-3d' (more than one volume), 'label-not-integer',
 * 'label-out-of-range' and 'too-large'. `inflate` may be given where something faster than
 * DecompressionStream exists.
 */
export function readLabelMap(
  file: VolumeFile,
  signal?: AbortSignal,
  inflate: Inflate | undefined = file.inflate,
): Promise<Result<LabelMap>> {
  return resultOf(async () => {
    const { sink } = await streamVolume(
      file,
      (header) => {
        if (header.channels > 1) {
          const dimensions = axisLengths(header).join('×');
          throw new ProblemError(failure('not-3d', file.path, { dimensions }).problem);
        }
        return new LabelSink(file.path, header, MAX_LABEL_MAP_BYTES);
      },
      signal,
      inflate,
    );
    return sink.labelMap();
  });
}
