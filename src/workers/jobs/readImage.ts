import { valueOrThrow } from '../../domain/errors';
import { readVolume } from '../../io/readVolume';
import { writeNifti } from '../../io/writeNifti';
import type { JobContext, ReadImageRequest } from '../protocol';

/** An image of any format as a NIfTI file, which is what the viewer shows; throws a ProblemError. */
export async function readImage(
  { file }: ReadImageRequest,
  { signal }: JobContext,
): Promise<{ nifti: Uint8Array<ArrayBuffer> }> {
  const volume = valueOrThrow(await readVolume(file, signal));
  return { nifti: writeNifti(volume) };
}
