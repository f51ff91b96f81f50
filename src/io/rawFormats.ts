/** For tests only: volumes of other formats than NIfTI, made line by line, independent of the code under test. */
import { gzipSync, zlibSync } from 'fflate';

const encoder = new TextEncoder();

export function joinedBytes(...parts: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const arrays = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const bytes = new Uint8Array(arrays.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of arrays) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** What every format here can say: bytes as voxels, edges of 1, 2 and 3 mm, no turn. */
export interface RawVolume {
  lengths?: number[];
  values: number[];
  /** Lines in place of those that are written by default, by what they begin with; null leaves one away. */
  lines?: Record<string, string | null>;
  isPacked?: boolean;
}

const cube = [2, 2, 2];

function linesOf(standard: Record<string, string>, changed: RawVolume['lines'] = {}): string {
  return Object.entries({ ...standard, ...changed })
    .flatMap(([name, value]) => (value === null ? [] : `${name}${value}`))
    .join('\n');
}

export function rawMeta({
  lengths = cube,
  values,
  lines,
  isPacked = false,
}: RawVolume): Uint8Array<ArrayBuffer> {
  const data = Uint8Array.from(values);
  const header = linesOf(
    {
      'ObjectType = ': 'Image',
      'NDims = ': String(lengths.length),
      'BinaryData = ': 'True',
      'BinaryDataByteOrderMSB = ': 'False',
      'CompressedData = ': isPacked ? 'True' : 'False',
      'TransformMatrix = ': lengths
        .flatMap((_, row) => lengths.map((_, column) => (row === column ? 1 : 0)))
        .join(' '),
      'Offset = ': lengths.map(() => 0).join(' '),
      'ElementSpacing = ': lengths.map((_, axis) => axis + 1).join(' '),
      'DimSize = ': lengths.join(' '),
      'ElementType = ': 'MET_UCHAR',
    },
    { ...lines, 'ElementDataFile = ': null },
  );
  const dataFile = lines?.['ElementDataFile = '] ?? 'LOCAL';
  return joinedBytes(header, `\nElementDataFile = ${dataFile}\n`, isPacked ? zlibSync(data) : data);
}

export function rawNrrd({
  lengths = cube,
  values,
  lines,
  isPacked = false,
}: RawVolume): Uint8Array<ArrayBuffer> {
  const data = Uint8Array.from(values);
  const header = linesOf(
    {
      NRRD0004: '',
      'type: ': 'unsigned char',
      'dimension: ': String(lengths.length),
      'space: ': 'left-posterior-superior',
      'sizes: ': lengths.join(' '),
      'space directions: ': '(1,0,0) (0,2,0) (0,0,3)',
      'kinds: ': 'domain domain domain',
      'encoding: ': isPacked ? 'gzip' : 'raw',
      'space origin: ': '(0,0,0)',
    },
    lines,
  );
  return joinedBytes(header, '\n\n', isPacked ? gzipSync(data, { mtime: 0 }) : data);
}

export function rawVtk({ lengths = cube, values, lines }: RawVolume): Uint8Array<ArrayBuffer> {
  const header = linesOf(
    {
      '# vtk DataFile Version ': '3.0',
      title: '',
      coding: '',
      'DATASET ': 'STRUCTURED_POINTS',
      'DIMENSIONS ': lengths.join(' '),
      'SPACING ': '1 2 3',
      'ORIGIN ': '0 0 0',
      'POINT_DATA ': String(values.length),
      'SCALARS ': 'labels unsigned_char 1',
      'LOOKUP_TABLE ': 'default',
    },
    lines,
  ).replace('\ncoding', '\nBINARY');
  return joinedBytes(header, '\n', Uint8Array.from(values));
}

export interface RawMgh {
  lengths?: number[];
  values: number[];
  version?: number;
  type?: number;
  isPlaced?: boolean;
  spacing?: number[];
  directions?: number[];
  footer?: Uint8Array;
  isPacked?: boolean;
}

export function rawMgh(recipe: RawMgh): Uint8Array<ArrayBuffer> {
  const { lengths = cube, values, version = 1, type = 0, isPlaced = true } = recipe;
  const header = new Uint8Array(284);
  const view = new DataView(header.buffer);
  [version, ...lengths, ...(lengths.length === 3 ? [1] : []), type].forEach((value, index) => {
    view.setInt32(index * 4, value);
  });
  view.setInt16(28, isPlaced ? 1 : 0);
  const floats = [
    ...(recipe.spacing ?? [1, 2, 3]),
    ...(recipe.directions ?? [-1, 0, 0, 0, -1, 0, 0, 0, 1]),
    ...[0, 0, 0],
  ];
  floats.forEach((value, index) => {
    view.setFloat32(30 + index * 4, value);
  });
  const whole = joinedBytes(header, Uint8Array.from(values), recipe.footer ?? new Uint8Array(0));
  return recipe.isPacked ? Uint8Array.from(gzipSync(whole, { mtime: 0 })) : whole;
}

export function rawGipl({
  lengths = cube,
  values,
  type = 8,
}: {
  lengths?: number[];
  values: number[];
  type?: number;
}) {
  const header = new Uint8Array(256);
  const view = new DataView(header.buffer);
  [...lengths, 1, type].forEach((value, index) => {
    view.setUint16(index * 2, value);
  });
  [1, 2, 3].forEach((value, index) => {
    view.setFloat32(10 + index * 4, value);
  });
  view.setUint32(252, 4_026_526_128);
  return joinedBytes(header, Uint8Array.from(values));
}
