import { failure, ProblemError } from '../domain/errors';
import { badLine, missingLine, numbersOf, type TextHeader, unknownLine } from './openVolume';
import { placeVolume } from './placeVolume';
import { voxelTypes } from './voxelTypes';

const types: Record<string, TextHeader['voxelType']> = {
  char: voxelTypes[256],
  unsigned_char: voxelTypes[2],
  short: voxelTypes[4],
  unsigned_short: voxelTypes[512],
  int: voxelTypes[8],
  unsigned_int: voxelTypes[768],
  float: voxelTypes[16],
  double: voxelTypes[64],
};

/** The line in front of the voxels, which VTK always writes. */
const LAST_LINE = '\nLOOKUP_TABLE';

/** What may stand behind the voxels. */
const lineEnd = /^\r?\n$/;
const metadata = /^\s*METADATA/;

/** Where the header ends: behind the line with the table of colours. */
export function endOfVtkHeader(text: string): number | null {
  const at = text.indexOf(LAST_LINE);
  const end = at < 0 ? -1 : text.indexOf('\n', at + 1);
  return end < 0 ? null : end + 1;
}

/**
 * The header of VTK's legacy format (.vtk) with scalars on a regular grid; the format knows no directions. Throws a
 * ProblemError: 'not-this-format', 'missing-header-line', 'bad-header-line', 'unsupported-format' and those of
 * placeVolume.
 */
export function vtkHeader(path: string, text: string): TextHeader {
  const [magic, , coding = '', ...lines] = text.split('\n').map((line) => line.trim());
  if (!magic.startsWith('# vtk DataFile')) {
    throw new ProblemError(failure('not-this-format', path, { format: 'VTK' }).problem);
  }
  if (coding !== 'BINARY' && coding !== 'ASCII') throw badLine(path, coding);
  const words = new Map<string, string>();
  for (const line of lines) {
    if (line === '') continue;
    const [word] = line.split(/\s+/, 1);
    const known = [
      'DATASET',
      'DIMENSIONS',
      'SPACING',
      'ASPECT_RATIO',
      'ORIGIN',
      'POINT_DATA',
      'SCALARS',
      'LOOKUP_TABLE',
    ];
    if (!known.includes(word) || words.has(word)) throw unknownLine(path, line);
    words.set(word, line.slice(word.length).trim());
  }
  const needed = (word: string) => {
    const found = words.get(word);
    if (found === undefined) throw missingLine(path, word);
    return found;
  };
  if (needed('DATASET') !== 'STRUCTURED_POINTS') throw unknownLine(path, `DATASET ${words.get('DATASET')}`);
  const lengths = numbersOf(path, 'DIMENSIONS', needed('DIMENSIONS'), 3);
  const points = numbersOf(path, 'POINT_DATA', needed('POINT_DATA'), 1)[0];
  if (points !== lengths[0] * lengths[1] * lengths[2]) throw badLine(path, `POINT_DATA ${points}`);
  const [, type, components = '1'] = needed('SCALARS').split(/\s+/);
  const voxelType = types[type];
  if (!voxelType || components !== '1') throw unknownLine(path, `SCALARS ${words.get('SCALARS')}`);
  return {
    geometry: placeVolume(path, {
      lengths,
      spacing: numbersOf(path, 'SPACING', words.get('SPACING') ?? words.get('ASPECT_RATIO') ?? '1 1 1', 3),
      directions: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      origin: numbersOf(path, 'ORIGIN', words.get('ORIGIN') ?? '0 0 0', 3),
      space: 'LPS',
      isUnplaced: true,
    }),
    channels: 1,
    slope: 1,
    intercept: 0,
    voxelType: coding === 'ASCII' ? 'text' : voxelType,
    isLittleEndian: false,
    dataOffset: 0,
    mayFollow: (bytes, start) => (bytes <= 2 ? lineEnd : metadata).test(String.fromCharCode(...start)),
    packing: 'none',
    dataFile: null,
  };
}
