import { failure, ProblemError } from '../domain/errors';
import { throwIfCancelled, unreadable } from './gunzippedChunks';
import { type ItkImage, openItk } from './itkImage';
import type { VolumeFile } from './volumeFile';
import { type VolumeFormat, volumeFormatOf } from './volumeFormats';
import type { VolumeHeader, VoxelSink } from './voxelSink';

/** Where the header of a .mhd or .nhdr file names the file of its voxels. */
const dataFileLine = /^(?:ElementDataFile\s*=|data ?file:)\s*(\S.*?)\s*$/im;
const HEADER_TEXT_BYTES = 1 << 16;

/**
 * Reads NRRD, MetaImage, MGH/MGZ, GIPL or VTK through itk-wasm and pours the voxels into the sink that `open`
 * makes of the header. The affine is turned from ITK's LPS to RAS. Throws a ProblemError: 'empty-file',
 * 'unreadable-file', 'unsupported-format' (with ITK's words, also when the file is damaged),
 * 'missing-data-file', 'bad-dimensions', 'not-3d', 'cancelled', and whatever `open` and the sink throw.
 */
export async function readForeign<Sink extends VoxelSink>(
  file: VolumeFile,
  open: (header: VolumeHeader) => Sink,
  signal?: AbortSignal,
): Promise<{ header: VolumeHeader; sink: Sink }> {
  const { path } = file;
  throwIfCancelled(path, signal);
  if (file.blob.size === 0) throw new ProblemError(failure('empty-file', path, {}).problem);
  const format = volumeFormatOf(path);
  if (!format || format.reader === 'nifti') throw unsupported(path, 'not a format of itk-wasm');
  const files = await filesFor(file, format);
  const itk = await openItk(format.reader, files);
  const header = headerOf(path, asked(path, itk.describe));
  const sink = open(header);
  throwIfCancelled(path, signal);
  const { data, imageType } = asked(path, itk.read);
  for (let component = 0; component < imageType.components; component++) {
    sink.add(
      imageType.components === 1
        ? data
        : Float64Array.from({ length: data.length / imageType.components }, (_, voxel) => {
            return data[voxel * imageType.components + component];
          }),
    );
  }
  return { header, sink };
}

/** The files under names that ITK will look for: the dropped path may hold anything. */
async function filesFor({ path, blob, companion }: VolumeFile, { ending, namesDataFile }: VolumeFormat) {
  const bytesOf = async (part: Blob) => {
    const buffer = await part.arrayBuffer().catch((error: unknown) => {
      throw unreadable(path, error);
    });
    return new Uint8Array(buffer);
  };
  const files = [{ name: `volume${ending}`, bytes: await bytesOf(blob) }];
  if (namesDataFile) {
    const text = new TextDecoder().decode(files[0].bytes.subarray(0, HEADER_TEXT_BYTES));
    const dataFile = dataFileLine.exec(text)?.[1];
    if (!dataFile) throw unsupported(path, 'no data file named');
    if (!companion) throw new ProblemError(failure('missing-data-file', path, { dataFile }).problem);
    files.push({ name: dataFile, bytes: await bytesOf(companion) });
  }
  return files;
}

/** ITK's answer; whatever it throws, numbers of C++ exceptions included, means that it cannot read the file. */
function asked(path: string, ask: () => ItkImage): ItkImage {
  try {
    return ask();
  } catch (error) {
    throw unsupported(path, error);
  }
}

function unsupported(path: string, error: unknown): ProblemError {
  const words = error instanceof Error ? error.message : typeof error === 'string' ? error : 'damaged file';
  return new ProblemError(failure('unsupported-format', path, { detail: words.split('\n')[0] }).problem);
}

function headerOf(path: string, { imageType, size, spacing, origin, direction }: ItkImage): VolumeHeader {
  const { dimension, components } = imageType;
  const dimensions = size.join('×');
  if (size.length < 3) throw new ProblemError(failure('not-3d', path, { dimensions }).problem);
  if (!size.every((length) => length > 0 && Number.isSafeInteger(length))) {
    throw new ProblemError(failure('bad-dimensions', path, { dimensions }).problem);
  }
  const rows = [0, 1, 2].flatMap((row) => {
    const toRas = row < 2 ? -1 : 1;
    const columns = [0, 1, 2].map((column) => toRas * direction[row * dimension + column] * spacing[column]);
    return [...columns, toRas * origin[row]].map((value) => value + 0); // no negative zeros
  });
  return {
    geometry: {
      shape: [size[0], size[1], size[2]],
      spacingMm: [spacing[0], spacing[1], spacing[2]],
      affine: [...rows, 0, 0, 0, 1],
    },
    channels: components * size.slice(3).reduce((product, length) => product * length, 1),
    slope: 1,
    intercept: 0,
  };
}
