import { failure, ProblemError, type Result, success } from '../domain/errors';
import type { LabelMap } from '../domain/labelMap';
import { LabelSink } from './labelSink';
import { readNifti } from './readNifti';
import type { Inflate, VolumeFile } from './volumeFile';

/** A 1,000³ map fits; two of them in each of a few workers do too. */
const MAX_LABEL_MAP_BYTES = 2 ** 30;

/**
 * Reads a 3D label map from a NIfTI file (.nii, .nii.gz, or .hdr with its .img as companion), any integer or
 * float type, scaled or not. Voxels come as they lie in the file, x fastest. The problems are those of
 * readNifti, 'not-3d' (more than one volume), 'label-not-integer', 'label-out-of-range' and 'too-large'.
 * `inflate` may be given where something faster than DecompressionStream exists.
 */
export async function readLabelMap(
  file: VolumeFile,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<Result<LabelMap>> {
  try {
    const { sink } = await readNifti(
      file,
      ({ geometry, channels, slope, intercept }) => {
        if (channels > 1) {
          const dimensions = [...geometry.shape, channels].join('×');
          throw new ProblemError(failure('not-3d', file.path, { dimensions }).problem);
        }
        return new LabelSink(file.path, geometry, MAX_LABEL_MAP_BYTES, slope, intercept);
      },
      signal,
      inflate,
    );
    return success(sink.labelMap());
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    throw error;
  }
}
