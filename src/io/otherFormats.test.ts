import { describe, expect, it } from 'vitest';
import { joinedBytes, rawGipl, rawMeta, rawMgh, rawNrrd, rawVtk } from './rawFormats';
import { readLabelMap } from './readLabelMap';
import { readVolume } from './readVolume';
import type { VolumeFile } from './volumeFile';

const values = [0, 1, 2, 0, 0, 3, 0, 1];
const bytes = Uint8Array.from(values);
const volume = { values };

function fileOf(
  path: string,
  content: Uint8Array<ArrayBuffer>,
  companion?: Uint8Array<ArrayBuffer>,
): VolumeFile {
  const blob = new Blob([content]);
  return companion ? { path, blob, companion: new Blob([companion]) } : { path, blob };
}

const bigInts = new Uint8Array(new BigInt64Array(values.map(BigInt)).buffer);
const bigEndian = joinedBytes(...values.map((value) => Uint8Array.of(0, value)));
const footer = new Uint8Array(20);
const without = (name: string) => ({ ...volume, lines: { [name]: null } });

describe('a volume', () => {
  it.each<[string, VolumeFile]>([
    ['MetaImage', fileOf('a.mha', rawMeta(volume))],
    ['MetaImage, packed', fileOf('a.mha', rawMeta({ ...volume, isPacked: true }))],
    [
      'MetaImage, packed, with its size',
      fileOf('a.mha', rawMeta({ ...volume, isPacked: true, lines: { 'CompressedDataSize = ': '16' } })),
    ],
    ['MetaImage whose .mhd holds its own voxels', fileOf('a.mhd', rawMeta(volume))],
    [
      'MetaImage in two files',
      fileOf('a.mhd', rawMeta({ values: [], lines: { 'ElementDataFile = ': 'x.raw' } }), bytes),
    ],
    [
      'MetaImage whose header ends without a line end',
      fileOf('a.mhd', rawMeta({ values: [], lines: { 'ElementDataFile = ': 'x.raw' } }).slice(0, -1), bytes),
    ],
    [
      'MetaImage with the voxels at the end',
      fileOf(
        'a.mhd',
        rawMeta({
          values: [],
          lines: { 'ElementDataFile = ': 'x', 'DimSize = ': '2 2 2', 'NDims = ': '3', 'HeaderSize = ': '-1' },
        }),
        joinedBytes('head of any length', bytes),
      ),
    ],
    [
      'MetaImage of big-endian shorts',
      fileOf(
        'a.mha',
        joinedBytes(
          rawMeta({
            values: [],
            lines: {
              'ElementType = ': 'MET_SHORT',
              'BinaryDataByteOrderMSB = ': 'True',
              'ElementDataFile = ': 'LOCAL',
            },
          }),
          bigEndian,
        ),
      ),
    ],
    [
      'MetaImage in text',
      fileOf(
        'a.mha',
        joinedBytes(rawMeta({ values: [], lines: { 'BinaryData = ': 'False' } }), '0 1 2 0\n0 3 0 1\n'),
      ),
    ],
    ['NRRD', fileOf('a.nrrd', rawNrrd(volume))],
    ['NRRD, packed', fileOf('a.nrrd', rawNrrd({ ...volume, isPacked: true }))],
    [
      'NRRD with lines as of Windows',
      fileOf(
        'a.nrrd',
        joinedBytes(new TextDecoder().decode(rawNrrd({ values: [] })).replaceAll('\n', '\r\n'), bytes),
      ),
    ],
    [
      'NRRD in two files',
      fileOf('a.nhdr', rawNrrd({ values: [], lines: { 'data file: ': 'x.raw' } }), bytes),
    ],
    [
      'NRRD in two files, without an empty line',
      fileOf('a.nhdr', rawNrrd({ values: [], lines: { 'datafile: ': 'x.raw' } }).slice(0, -1), bytes),
    ],
    [
      'NRRD of 64-bit integers',
      fileOf(
        'a.nrrd',
        joinedBytes(rawNrrd({ values: [], lines: { 'type: ': 'int64', 'endian: ': 'little' } }), bigInts),
      ),
    ],
    [
      'NRRD of big-endian shorts behind four other bytes',
      fileOf(
        'a.nrrd',
        joinedBytes(
          rawNrrd({ values: [], lines: { 'type: ': 'short', 'endian: ': 'big', 'byte skip: ': '4' } }),
          'skip',
          bigEndian,
        ),
      ),
    ],
    [
      'NRRD in text',
      fileOf(
        'a.nrrd',
        joinedBytes(rawNrrd({ values: [], lines: { 'encoding: ': 'ascii' } }), '0 1 2 0 0 3 0 1'),
      ),
    ],
    ['MGH', fileOf('a.mgh', rawMgh(volume))],
    ['MGH with a footer', fileOf('a.mgh', rawMgh({ ...volume, footer }))],
    [
      'MGH with tags',
      fileOf(
        'a.mgh',
        rawMgh({ ...volume, footer: joinedBytes(footer, Uint8Array.of(0, 0, 0, 3, 0, 0, 0, 4), 'cmds') }),
      ),
    ],
    ['MGH, packed', fileOf('a.mgz', rawMgh({ ...volume, footer, isPacked: true }))],
    [
      'MGH, packed, under the ending that says so',
      fileOf('a.mgh.gz', rawMgh({ ...volume, footer, isPacked: true })),
    ],
    ['MGH of a parcellation', fileOf('a.mgh', rawMgh({ ...volume, version: 0x101 }))],
    ['GIPL', fileOf('a.gipl', rawGipl(volume))],
    ['VTK', fileOf('a.vtk', rawVtk(volume))],
    [
      'VTK in text',
      fileOf(
        'a.vtk',
        joinedBytes(
          new TextDecoder().decode(rawVtk({ ...volume, lines: {} }).slice(0, -8)).replace('BINARY', 'ASCII'),
          '0 1 2\n0 0 3 0 1\n',
        ),
      ),
    ],
  ])('as %s is read', async (_, file) => {
    const read = await readLabelMap(file);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect([...read.value.voxels]).toEqual(values);
    expect(read.value.geometry).toMatchObject({ shape: [2, 2, 2], spacingMm: [1, 2, 3] });
  });

  it.each<[string, VolumeFile]>([
    ['MetaImage', fileOf('a.mha', rawMeta(without('TransformMatrix = ')))],
    [
      'NRRD without a space',
      fileOf(
        'a.nrrd',
        rawNrrd({
          ...volume,
          lines: {
            'space: ': null,
            'space directions: ': null,
            'space origin: ': null,
            'spacings: ': '1 2 3',
          },
        }),
      ),
    ],
    [
      'NRRD in a scanner’s space',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'space: ': 'scanner-xyz' } })),
    ],
    ['MGH', fileOf('a.mgh', rawMgh({ ...volume, isPlaced: false }))],
    ['GIPL', fileOf('a.gipl', rawGipl(volume))],
    ['VTK', fileOf('a.vtk', rawVtk(volume))],
  ])('as %s that does not say how it lies is unplaced', async (_, file) => {
    const read = await readLabelMap(file);
    expect(read.ok && read.value.geometry.isUnplaced).toBe(true);
    expect(read.ok && read.value.warnings).toContainEqual({ kind: 'no-orientation', file: file.path });
  });

  it('of several frames or channels gives one channel behind the other', async () => {
    const two = [...values, ...values.map((value) => value + 10)];
    const mixed = values.flatMap((value) => [value, value + 10]);
    const files = [
      fileOf('a.mgh', rawMgh({ lengths: [2, 2, 2, 2], values: two })),
      fileOf('a.mha', rawMeta({ lengths: [2, 2, 2, 2], values: two })),
      fileOf(
        'a.mha',
        rawMeta({
          values: mixed,
          lines: { 'ElementNumberOfChannels = ': '2', 'ElementDataFile = ': 'LOCAL' },
        }),
      ),
      fileOf(
        'a.nrrd',
        rawNrrd({
          lengths: [2, 2, 2, 2],
          values: mixed,
          lines: {
            'space directions: ': 'none (1,0,0) (0,2,0) (0,0,3)',
            'kinds: ': 'list domain domain domain',
          },
        }),
      ),
      fileOf(
        'a.nrrd',
        rawNrrd({
          lengths: [2, 2, 2, 2],
          values: two,
          lines: {
            'space directions: ': '(1,0,0) (0,2,0) (0,0,3) none',
            'kinds: ': 'domain domain domain list',
          },
        }),
      ),
    ];
    for (const file of files) {
      const read = await readVolume(file);
      expect(read.ok && [...read.value.voxels], JSON.stringify(read)).toEqual(two);
    }
  });
});
