import { failure, ProblemError } from '../domain/errors';
import type { Segment } from '../domain/labelMap';
import { badLine, missingLine, numbersOf, type TextHeader, unknownLine } from './openVolume';
import { placeVolume } from './placeVolume';
import { type VoxelType, voxelTypes } from './voxelTypes';

const integer = (bits: number) => [`int${bits}`, `int${bits}_t`];
const names: [VoxelType, string[]][] = [
  [voxelTypes[256], ['signed char', ...integer(8)]],
  [voxelTypes[2], ['uchar', 'unsigned char', 'uint8', 'uint8_t']],
  [voxelTypes[4], ['short', 'short int', 'signed short', 'signed short int', ...integer(16)]],
  [voxelTypes[512], ['ushort', 'unsigned short', 'unsigned short int', 'uint16', 'uint16_t']],
  [voxelTypes[8], ['int', 'signed int', ...integer(32)]],
  [voxelTypes[768], ['uint', 'unsigned int', 'uint32', 'uint32_t']],
  [
    voxelTypes[1024],
    ['longlong', 'long long', 'long long int', 'signed long long', 'signed long long int', ...integer(64)],
  ],
  [voxelTypes[1280], ['ulonglong', 'unsigned long long', 'unsigned long long int', 'uint64', 'uint64_t']],
  [voxelTypes[16], ['float']],
  [voxelTypes[64], ['double']],
];
const types = new Map(names.flatMap(([type, words]) => words.map((word) => [word, type] as const)));

const packings = new Map<string, TextHeader['packing']>([
  ['raw', 'none'],
  ['gzip', 'gzip'],
  ['gz', 'gzip'],
  ['txt', 'none'],
  ['text', 'none'],
  ['ascii', 'none'],
]);

const spaces = new Map<string, 'LPS' | 'RAS' | 'LAS'>([
  ['left-posterior-superior', 'LPS'],
  ['lps', 'LPS'],
  ['right-anterior-superior', 'RAS'],
  ['ras', 'RAS'],
  ['left-anterior-superior', 'LAS'],
  ['las', 'LAS'],
]);

/** Fields that change no voxel and no place; any field beyond these and the known ones is refused, as teem does. */
const idleFields = new Set([
  ...[
    'content',
    'number',
    'sampleunits',
    'units',
    'labels',
    'thicknesses',
    'centers',
    'centerings',
    'axismins',
    'axismaxs',
  ],
  ...['min', 'max', 'oldmin', 'oldmax', 'blocksize', 'measurementframe', 'spaceunits'],
]);
const usedFields = new Set([
  ...[
    'type',
    'dimension',
    'space',
    'spacedimension',
    'sizes',
    'spacings',
    'spacedirections',
    'spaceorigin',
    'kinds',
  ],
  ...['encoding', 'endian', 'byteskip', 'lineskip', 'datafile'],
]);

/** The kinds of axes that lie in space (or time, which is like several volumes). */
const domainKinds = new Set(['domain', 'space', 'time', '???', 'none']);

/** Where the header ends: behind the first empty line, or with a file that holds nothing else. */
export function endOfNrrdHeader(text: string, isWhole: boolean): number | null {
  const ends = ['\n\n', '\r\n\r\n', '\n\r\n'].flatMap((gap) => {
    const at = text.indexOf(gap);
    return at < 0 ? [] : at + gap.length;
  });
  if (ends.length > 0) return Math.min(...ends);
  return isWhole ? text.length : null;
}

/** The file that a NRRD header names for its voxels; null for those behind the header. */
export function nrrdDataFile(text: string): string | null {
  for (const line of text.slice(0, endOfNrrdHeader(text, true) ?? 0).split('\n')) {
    const at = line.indexOf(':');
    if (at > 0 && line[at + 1] !== '=' && nameOf(line.slice(0, at)) === 'datafile') {
      return line.slice(at + 1).trim() || null;
    }
  }
  return null;
}

/**
 * The header of a NRRD file (.nrrd, .nhdr; teem's definition, versions 1 to 5) that describes one volume, or several
 * along its first or its last axis, with the segments that 3D Slicer lists in a .seg.nrrd. Throws a ProblemError:
 * 'not-this-format', 'missing-header-line', 'bad-header-line', 'unsupported-format' and those of placeVolume.
 * Without a space whose axes have names the volume is unplaced.
 */
export function nrrdHeader(path: string, text: string): TextHeader {
  const { fields, keys } = linesOf(path, text);
  const needed = (name: string) => {
    const found = fields.get(name);
    if (found === undefined) throw missingLine(path, name);
    return found;
  };
  const [dimension] = numbersOf(path, 'dimension', needed('dimension'), 1);
  if (!(dimension >= 1 && dimension <= 16 && Number.isInteger(dimension))) {
    throw badLine(path, `dimension: ${dimension}`);
  }
  const sizes = numbersOf(path, 'sizes', needed('sizes'), dimension);
  const type = types.get(needed('type').toLowerCase());
  if (!type) throw unknownLine(path, `type: ${needed('type')}`);
  const encoding = needed('encoding').toLowerCase();
  const packing = packings.get(encoding);
  if (!packing) throw unknownLine(path, `encoding: ${encoding}`);
  const isText = packing === 'none' && encoding !== 'raw';
  const endian = type.bytes > 1 && !isText ? needed('endian').toLowerCase() : 'little';
  if (endian !== 'little' && endian !== 'big') throw badLine(path, `endian: ${endian}`);
  const [lineSkip] = numbersOf(path, 'line skip', fields.get('lineskip') ?? '0', 1);
  if (lineSkip !== 0) throw unknownLine(path, `line skip: ${lineSkip}`);
  const [byteSkip] = numbersOf(path, 'byte skip', fields.get('byteskip') ?? '0', 1);
  const isSkipRead =
    Number.isInteger(byteSkip) && byteSkip >= (encoding === 'raw' ? -1 : 0) && !(isText && byteSkip > 0);
  if (!isSkipRead) throw badLine(path, `byte skip: ${byteSkip}`);
  const dataFile = fields.get('datafile') ?? null;
  if (dataFile !== null && /^LIST\b|%/i.test(dataFile)) throw unknownLine(path, `data file: ${dataFile}`);
  const axes = axesOf(path, fields, dimension);
  const volumes = axes.volumeAxis === null ? 1 : sizes[axes.volumeAxis];
  if (!(volumes > 0 && Number.isSafeInteger(volumes))) throw badLine(path, `sizes: ${needed('sizes')}`);
  const segments = segmentsOf(path, keys, volumes);
  return {
    geometry: placeVolume(path, {
      lengths: sizes.filter((_, axis) => axis !== axes.volumeAxis),
      ...axes.placement,
    }),
    channels: volumes,
    isInterleaved: axes.volumeAxis === 0 && volumes > 1,
    slope: 1,
    intercept: 0,
    voxelType: isText ? 'text' : type,
    isLittleEndian: endian === 'little',
    dataOffset: byteSkip,
    mayFollow: () => false,
    packing,
    dataFile,
    ...(segments ? { segments } : {}),
  };
}

/** A field's name, whose blanks and capitals mean nothing. */
function nameOf(field: string): string {
  return field.replace(/ /g, '').toLowerCase();
}

function linesOf(path: string, text: string) {
  const [magic, ...lines] = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (!/^NRRD000[1-5]$/.test(magic)) {
    throw new ProblemError(failure('not-this-format', path, { format: 'NRRD' }).problem);
  }
  const fields = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const at = line.indexOf(':');
    if (at <= 0) throw badLine(path, line);
    const isKey = line[at + 1] === '=';
    const name = isKey ? line.slice(0, at) : nameOf(line.slice(0, at));
    const value = line.slice(at + (isKey ? 2 : 1)).trim();
    if (!isKey && idleFields.has(name)) continue;
    if (!isKey && !usedFields.has(name)) throw badLine(path, line);
    const lists = isKey ? keys : fields;
    if (lists.has(name) && lists.get(name) !== value) throw badLine(path, line);
    lists.set(name, value);
  }
  return { fields, keys };
}

/** Which axis counts volumes, and where the three others lie. */
function axesOf(path: string, fields: ReadonlyMap<string, string>, dimension: number) {
  const all = Array.from({ length: dimension }, (_, axis) => axis);
  const text = fields.get('spacedirections');
  const vectors = text === undefined ? null : vectorsOf(path, 'space directions', text);
  const kinds = fields.get('kinds')?.split(/\s+/);
  if ((vectors && vectors.length !== dimension) || (kinds && kinds.length !== dimension)) {
    throw badLine(
      path,
      vectors?.length === dimension ? `kinds: ${kinds?.join(' ')}` : `space directions: ${text}`,
    );
  }
  const byVectors = vectors && all.filter((axis) => vectors[axis] === null);
  const byKinds = kinds ? all.filter((axis) => !domainKinds.has(kinds[axis].toLowerCase())) : [];
  const others = byVectors && byVectors.length > 0 ? byVectors : byKinds;
  // Without a word about it, a fourth axis is the last.
  const volumeAxes = others.length === 0 && dimension > 3 ? all.slice(3) : others;
  const [volumeAxis = null, second] = volumeAxes;
  const isReadable =
    second === undefined && (volumeAxis === null || volumeAxis === 0 || volumeAxis === dimension - 1);
  if (!isReadable || dimension > 4)
    throw unknownLine(path, kinds ? `kinds: ${kinds.join(' ')}` : `dimension: ${dimension}`);
  const spatial = all.filter((axis) => axis !== volumeAxis);
  const named = spaces.get(fields.get('space')?.toLowerCase() ?? '');
  const spacings = fields.get('spacings')?.split(/\s+/).map(Number);
  const directions = spatial.map(
    (axis, place) => vectors?.[axis] ?? [0, 1, 2].map((row) => (row === place ? 1 : 0)),
  );
  // A slice may lie in a space of two dimensions.
  const isIn = (parts: readonly number[]) =>
    parts.length === 3 || (parts.length === 2 && spatial.length === 2);
  if (!directions.every(isIn)) throw unknownLine(path, `space directions: ${text}`);
  const origin = fields.get('spaceorigin');
  const [place = null, more] = origin === undefined ? [[0, 0, 0]] : vectorsOf(path, 'space origin', origin);
  if (!place || !isIn(place) || more !== undefined) throw badLine(path, `space origin: ${origin}`);
  return {
    volumeAxis,
    placement: {
      spacing: vectors
        ? directions.map((vector) => Math.hypot(...vector))
        : spatial.map((axis) => spacings?.[axis] ?? 1),
      directions,
      origin: place,
      space: named ?? ('LPS' as const),
      isUnplaced: !named || !vectors,
    },
  };
}

/** "(1,0,0) none (0,1,0)"; throws 'bad-header-line'. */
function vectorsOf(path: string, name: string, text: string): (number[] | null)[] {
  const bad = badLine(path, `${name}: ${text}`);
  const vectors: (number[] | null)[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const isNone = /^none(\s|$)/i.test(rest);
    const end = isNone ? 4 : rest.indexOf(')') + 1;
    if (end === 0 || (!isNone && !rest.startsWith('('))) throw bad;
    const numbers = isNone
      ? null
      : rest
          .slice(1, end - 1)
          .split(',')
          .map((word) => (word.trim() === '' ? Number.NaN : Number(word)));
    if (numbers && !numbers.every(Number.isFinite)) throw bad;
    vectors.push(numbers);
    rest = rest.slice(end).trimStart();
  }
  return vectors;
}

/** What is listed as Segment0_, Segment1_ and so on, with gaps or without; undefined where the file is no segmentation of 3D Slicer. */
function segmentsOf(path: string, keys: ReadonlyMap<string, string>, layers: number): Segment[] | undefined {
  const isSegmentation = [...keys.keys()].some((key) => /^Segment(?:ation_|\d+_)/.test(key));
  if (!isSegmentation) return undefined;
  const numbers = [...keys.keys()].flatMap((key) => /^Segment(\d+)_/.exec(key)?.[1] ?? []);
  const inOrder = [...new Set(numbers)].sort((first, second) => Number(first) - Number(second));
  const taken = new Set<string>();
  return inOrder.map((number, index) => {
    const text = (field: string) => keys.get(`Segment${number}_${field}`);
    const whole = (field: string, otherwise: number) => {
      const value = Number(text(field) ?? otherwise);
      if (text(field) === '' || !Number.isInteger(value))
        throw badLine(path, `Segment${number}_${field}:=${text(field)}`);
      return value;
    };
    const value = whole('LabelValue', 1);
    // Before its version 4.11 Slicer gave every segment a layer of its own and named neither it nor the value.
    const layer = whole('Layer', text('LabelValue') === undefined ? index : 0);
    const place = `${layer}, ${value}`;
    if (value < 1 || layer < 0 || layer >= layers || taken.has(place)) {
      throw badLine(path, `Segment${number}_Layer, Segment${number}_LabelValue := ${place}`);
    }
    taken.add(place);
    const name = text('Name') ?? text('ID') ?? `Segment${number}`;
    return { name: name.replace(/\p{Cc}/gu, ' ').trim(), value, layer };
  });
}
