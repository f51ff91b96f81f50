import { failure, ProblemError } from '../domain/errors';
import { voxelCount } from '../domain/geometry';
import { GIPL_HEADER_BYTES, giplHeader } from './giplHeader';
import { endOfMetaHeader, metaHeader } from './metaHeader';
import { MGH_HEADER_BYTES, mghHeader } from './mghHeader';
import { MAX_HEADER_BYTES, niftiHeader } from './niftiHeader';
import { endOfNrrdHeader, nrrdHeader } from './nrrdHeader';
import { type OpenedVolume, openBinary, openText } from './openVolume';
import { pourText } from './pourText';
import { pourVoxels } from './pourVoxels';
import { SideBySide } from './sideBySide';
import type { Inflate, VolumeFile } from './volumeFile';
import { type VolumeFormat, volumeFormatOf } from './volumeFormats';
import type { VolumeHeader, VoxelSink } from './voxelSink';
import { endOfVtkHeader, vtkHeader } from './vtkHeader';

const pairName = /\.hdr(\.gz)?$/i;

/** How each format is opened; throws a ProblemError. */
const openers: Record<
  VolumeFormat['reader'],
  (file: VolumeFile, signal?: AbortSignal, inflate?: Inflate) => Promise<OpenedVolume>
> = {
  nifti: (file, ...how) => {
    if (pairName.test(file.path) && !file.companion) {
      const dataFile = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/hdr(\.gz)?$/i, 'img');
      throw new ProblemError(failure('missing-data-file', file.path, { dataFile }).problem);
    }
    const parse = (start: Uint8Array) => niftiHeader(file.path, start, file.companion !== undefined);
    return openBinary(file, MAX_HEADER_BYTES, parse, ...how);
  },
  mgh: (file, ...how) => openBinary(file, MGH_HEADER_BYTES, (start) => mghHeader(file.path, start), ...how),
  gipl: (file, ...how) =>
    openBinary(file, GIPL_HEADER_BYTES, (start) => giplHeader(file.path, start), ...how),
  nrrd: (file, ...how) =>
    openText(file, { name: 'NRRD', endOf: endOfNrrdHeader }, (text) => nrrdHeader(file.path, text), ...how),
  meta: (file, ...how) =>
    openText(
      file,
      { name: 'MetaImage', endOf: endOfMetaHeader },
      (text) => metaHeader(file.path, text),
      ...how,
    ),
  vtk: (file, ...how) =>
    openText(file, { name: 'VTK', endOf: endOfVtkHeader }, (text) => vtkHeader(file.path, text), ...how),
};

/**
 * Streams a volume of any format, told by its name (NIfTI unless it says otherwise), through the sink that
 * `open` makes of its header; the unpacked file is never held, unless its channels lie side by side. Throws a
 * ProblemError: those of openBinary or openText and of the format's header, 'missing-data-file' (a .hdr alone),
 * those of pourVoxels, and whatever `open` and the sink throw.
 */
export async function streamVolume<Sink extends VoxelSink>(
  file: VolumeFile,
  open: (header: VolumeHeader) => Sink,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<{ header: VolumeHeader; sink: Sink }> {
  const { path } = file;
  const openVolume = openers[volumeFormatOf(path)?.reader ?? 'nifti'];
  const { header, chunks, mostBytes } = await openVolume(file, signal, inflate);
  try {
    const { voxelType, dataOffset, isInterleaved, channels } = header;
    const voxels = voxelCount(header.geometry);
    const count = voxels * channels;
    const opened: { sink?: Sink } = {};
    const openSink = () => {
      opened.sink = open(header);
      return isInterleaved ? new SideBySide(opened.sink, channels, voxels) : opened.sink;
    };
    let poured: VoxelSink;
    if (voxelType === 'text') poured = await pourText(path, chunks, count, mostBytes, openSink);
    else {
      const start = dataOffset < 0 ? Math.max(0, mostBytes - count * voxelType.bytes) : dataOffset;
      const layout = { ...header, voxelType, dataOffset: start, count };
      poured = await pourVoxels(path, chunks, layout, mostBytes, openSink);
    }
    if (poured instanceof SideBySide) poured.finish();
    return { header, sink: opened.sink! };
  } finally {
    await chunks.return(undefined);
  }
}
