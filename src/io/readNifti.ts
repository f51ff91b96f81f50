import { voxelCount } from '../domain/geometry';
import { gunzippedChunks } from './gunzippedChunks';
import { MAX_HEADER_BYTES, type NiftiHeader, niftiHeader } from './niftiHeader';
import { joined, pourVoxels, readStart } from './pourVoxels';
import type { Inflate, VolumeFile } from './volumeFile';
import type { VoxelSink } from './voxelSink';

/**
 * Streams a NIfTI file through the sink that `open` makes of its header; the inflated file is never held.
 * Throws a ProblemError: those of gunzippedChunks, niftiHeader and pourVoxels.
 */
export async function readNifti<Sink extends VoxelSink>(
  { path, blob, companion }: VolumeFile,
  open: (header: NiftiHeader) => Sink,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<{ header: NiftiHeader; sink: Sink }> {
  const chunks = gunzippedChunks(path, blob, signal, inflate);
  try {
    const start = await readStart(chunks, MAX_HEADER_BYTES);
    const header = niftiHeader(path, start, companion !== undefined);
    const data = companion ? gunzippedChunks(path, companion, signal, inflate) : joined(start, chunks);
    const layout = { ...header, count: voxelCount(header.geometry) * header.channels };
    const storedBytes = (companion ?? blob).size;
    const sink = await pourVoxels(path, data, layout, storedBytes, () => open(header));
    return { header, sink };
  } finally {
    await chunks.return(undefined);
  }
}
