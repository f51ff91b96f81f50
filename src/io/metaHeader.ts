import { failure, ProblemError } from '../domain/errors';
import { badLine, missingLine, numbersOf, type TextHeader, unknownLine } from './openVolume';
import { placeVolume } from './placeVolume';
import { voxelTypes } from './voxelTypes';

const types: Record<string, TextHeader['voxelType']> = {
  MET_CHAR: voxelTypes[256],
  MET_UCHAR: voxelTypes[2],
  MET_SHORT: voxelTypes[4],
  MET_USHORT: voxelTypes[512],
  MET_INT: voxelTypes[8],
  MET_UINT: voxelTypes[768],
  MET_LONG: voxelTypes[8],
  MET_ULONG: voxelTypes[768],
  MET_LONG_LONG: voxelTypes[1024],
  MET_ULONG_LONG: voxelTypes[1280],
  MET_FLOAT: voxelTypes[16],
  MET_DOUBLE: voxelTypes[64],
};

/** Where the header ends: behind the line that says where the voxels are. */
export function endOfMetaHeader(text: string, isWhole: boolean): number | null {
  const start = text.startsWith('ElementDataFile') ? 0 : text.indexOf('\nElementDataFile') + 1;
  if (start === 0 && !text.startsWith('ElementDataFile')) return null;
  const end = text.indexOf('\n', start);
  if (end >= 0) return end + 1;
  return isWhole ? text.length : null;
}

/** The file that a MetaImage header names for its voxels; null for none or LOCAL, those behind the header. */
export function metaDataFile(text: string): string | null {
  const end = endOfMetaHeader(text, true);
  const line = end === null ? '' : (text.slice(0, end).trimEnd().split('\n').at(-1) ?? '');
  const name = line.slice(line.indexOf('=') + 1).trim();
  return name === '' || name.toUpperCase() === 'LOCAL' ? null : name;
}

/**
 * The header of a MetaImage (.mha, .mhd), as far as it describes one image in one file. Throws a ProblemError:
 * 'not-this-format', 'missing-header-line', 'bad-header-line', 'unsupported-format' and those of placeVolume.
 * Without a matrix the volume is unplaced.
 */
export function metaHeader(path: string, text: string): TextHeader {
  const lines = linesOf(path, text);
  const value = (...names: string[]) =>
    names.map((name) => lines.get(name)).find((found) => found !== undefined);
  const needed = (name: string) => {
    const found = value(name);
    if (found === undefined) throw missingLine(path, name);
    return found;
  };
  const isTrue = (...names: string[]) => {
    const found = value(...names) ?? 'false';
    if (!/^(true|false|1|0)$/i.test(found)) throw badLine(path, `${names[0]} = ${found}`);
    return /^(true|1)$/i.test(found);
  };
  const count = Number(needed('NDims'));
  if (!(count >= 1 && count <= 7 && Number.isInteger(count)))
    throw badLine(path, `NDims = ${needed('NDims')}`);
  const numbers = (names: string[], length: number, otherwise: number[]) => {
    const found = value(...names);
    return found === undefined ? otherwise : numbersOf(path, names[0], found, length);
  };
  const objectType = value('ObjectType') ?? 'Image';
  if (objectType !== 'Image') throw unknownLine(path, `ObjectType = ${objectType}`);
  const lengths = numbersOf(path, 'DimSize', needed('DimSize'), count);
  const [components] = numbers(['ElementNumberOfChannels'], 1, [1]);
  if (!(components >= 1 && Number.isInteger(components))) {
    throw badLine(path, `ElementNumberOfChannels = ${components}`);
  }
  for (const [name, neutral] of [
    ['ElementToIntensityFunctionSlope', 1],
    ['ElementToIntensityFunctionOffset', 0],
  ] as const) {
    const [found] = numbers([name], 1, [neutral]);
    if (found !== neutral) throw unknownLine(path, `${name} = ${found}`);
  }
  const type = needed('ElementType');
  const voxelType = types[type];
  if (!voxelType) throw unknownLine(path, `ElementType = ${type}`);
  const matrix = ['TransformMatrix', 'Rotation', 'Orientation'];
  const identity = lengths.flatMap((_, row) => lengths.map((_, column) => (row === column ? 1 : 0)));
  const directions = numbers(matrix, count * count, identity);
  const frames = lengths.slice(3).reduce((product, length) => product * length, 1);
  if (components > 1 && frames > 1) throw unknownLine(path, `ElementNumberOfChannels = ${components}`);
  const isText = value('BinaryData') !== undefined && !isTrue('BinaryData');
  const isPacked = isTrue('CompressedData');
  const [headerBytes] = numbers(['HeaderSize'], 1, [0]);
  if (!Number.isInteger(headerBytes) || headerBytes < -1 || (headerBytes !== 0 && (isPacked || isText))) {
    throw badLine(path, `HeaderSize = ${headerBytes}`);
  }
  const dataFile = metaDataFile(text);
  if (dataFile !== null && /^LIST\b|%/i.test(dataFile)) {
    throw unknownLine(path, `ElementDataFile = ${dataFile}`);
  }
  return {
    geometry: placeVolume(path, {
      lengths,
      spacing: numbers(
        ['ElementSpacing', 'ElementSize'],
        count,
        lengths.map(() => 1),
      ),
      // Row by row, a row an axis of the file.
      directions: [0, 1, 2].map((axis) => directions.slice(axis * count, axis * count + Math.min(count, 3))),
      origin: numbers(
        ['Offset', 'Position', 'Origin'],
        count,
        lengths.map(() => 0),
      ).slice(0, 3),
      space: 'LPS',
      isUnplaced: value(...matrix) === undefined,
    }),
    channels: components * frames,
    isInterleaved: components > 1,
    slope: 1,
    intercept: 0,
    voxelType: isText ? 'text' : voxelType,
    isLittleEndian: !isTrue('BinaryDataByteOrderMSB', 'ElementByteOrderMSB'),
    dataOffset: headerBytes,
    mayFollow: () => false,
    packing: isPacked ? 'zlib' : 'none',
    dataFile,
  };
}

function linesOf(path: string, text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    if (at < 0) throw badLine(path, line);
    const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (lines.has(name) && lines.get(name) !== value) throw badLine(path, line);
    lines.set(name, value);
  }
  if (!lines.has('NDims')) {
    throw new ProblemError(failure('not-this-format', path, { format: 'MetaImage' }).problem);
  }
  return lines;
}
