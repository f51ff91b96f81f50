import { valueOrThrow } from '../../domain/errors';
import { readVolume } from '../../io/readVolume';
import { writeNifti } from '../../io/writeNifti';
import type { JobContext, ReadImageRequest, ReadImageResponse } from '../protocol';
import { placeImage } from './placeImage';

/**
 * An image of any format as a NIfTI file, which is what the viewer shows: on the grid of the label maps where
 * one is given, else on its own. Throws a ProblemError.
 */
export async function readImage(
  { file, onto }: ReadImageRequest,
  { signal }: JobContext,
): Promise<ReadImageResponse> {
  const volume = valueOrThrow(await readVolume(file, signal));
  if (!onto) return { nifti: writeNifti(volume), placement: { kind: 'by-voxel', distanceMm: 0 } };
  const { voxels, placement } = placeImage(volume, onto);
  return { nifti: writeNifti({ voxels, geometry: onto }), placement };
}
