import { existsSync, openAsBlob } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Problem } from '../domain/errors';
import { joinedBytes, rawGipl, rawMeta, rawMgh, rawNrrd, rawVtk } from './rawFormats';
import { readLabelMap } from './readLabelMap';
import type { VolumeFile } from './volumeFile';

const values = [0, 1, 2, 0, 0, 3, 0, 1];
const volume = { values };

function fileOf(path: string, content: Uint8Array<ArrayBuffer>): VolumeFile {
  return { path, blob: new Blob([content]) };
}

const without = (name: string) => ({ ...volume, lines: { [name]: null } });

describe('a damaged volume', () => {
  const packedMeta = rawMeta({ ...volume, isPacked: true });
  const flipped = (content: Uint8Array<ArrayBuffer>, fromEnd: number) =>
    content.map((byte, at) => (at === content.length - fromEnd ? byte ^ 1 : byte));

  it.each<[string, VolumeFile, Problem['code']]>([
    [
      'MetaImage of another size',
      fileOf('a.mha', rawMeta({ ...volume, lines: { 'DimSize = ': '2 2 3' } })),
      'truncated-data',
    ],
    [
      'MetaImage with more behind it',
      fileOf('a.mha', rawMeta({ ...volume, lines: { 'DimSize = ': '2 2 1' } })),
      'surplus-data',
    ],
    [
      'MetaImage of an impossible size',
      fileOf('a.mha', rawMeta({ ...volume, lines: { 'DimSize = ': '2 0 2' } })),
      'bad-dimensions',
    ],
    ['MetaImage of no size', fileOf('a.mha', rawMeta(without('DimSize = '))), 'missing-header-line'],
    [
      'MetaImage of two sizes',
      fileOf('a.mha', rawMeta({ ...volume, lines: { 'DimSize = ': '2 2' } })),
      'bad-header-line',
    ],
    [
      'MetaImage whose edges are no numbers',
      fileOf('a.mha', rawMeta({ ...volume, lines: { 'ElementSpacing = ': '1 nan 1' } })),
      'bad-header-line',
    ],
    [
      'MetaImage without an edge',
      fileOf('a.mha', rawMeta({ ...volume, lines: { 'ElementSpacing = ': '1 0 1' } })),
      'bad-dimensions',
    ],
    [
      'MetaImage whose axes lie in a plane',
      fileOf('a.mha', rawMeta({ ...volume, lines: { 'TransformMatrix = ': '1 0 0 0 1 0 1 1 0' } })),
      'bad-directions',
    ],
    [
      'MetaImage of a list of files',
      fileOf('a.mhd', rawMeta({ ...volume, lines: { 'ElementDataFile = ': 'LIST' } })),
      'unsupported-format',
    ],
    [
      'MetaImage that is scaled',
      fileOf(
        'a.mha',
        rawMeta({
          ...volume,
          lines: { 'ElementToIntensityFunctionSlope = ': '2', 'ElementDataFile = ': 'LOCAL' },
        }),
      ),
      'unsupported-format',
    ],
    [
      'MetaImage alone',
      fileOf('a.mhd', rawMeta({ values: [], lines: { 'ElementDataFile = ': 'x.raw' } })),
      'missing-data-file',
    ],
    ['MetaImage with a flipped bit', fileOf('a.mha', flipped(packedMeta, 6)), 'corrupt-gzip'],
    ['MetaImage with a wrong checksum', fileOf('a.mha', flipped(packedMeta, 1)), 'corrupt-gzip'],
    ['MetaImage that is cut', fileOf('a.mha', packedMeta.slice(0, -6)), 'truncated-gzip'],
    ['text', fileOf('a.mha', joinedBytes('what = ever\nElementDataFile = LOCAL\n')), 'not-this-format'],
    [
      'NRRD of another size',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'sizes: ': '2 2 3' } })),
      'truncated-data',
    ],
    [
      'NRRD with more behind it',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'sizes: ': '2 2 1' } })),
      'surplus-data',
    ],
    [
      'NRRD of an unknown field',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'spcae: ': 'LPS' } })),
      'bad-header-line',
    ],
    [
      'NRRD of two opinions',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'Sizes: ': '2 2 1' } })),
      'bad-header-line',
    ],
    [
      'NRRD that says no byte order',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'type: ': 'short' } })),
      'missing-header-line',
    ],
    [
      'NRRD packed by bzip2',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'encoding: ': 'bzip2' } })),
      'unsupported-format',
    ],
    [
      'NRRD of half a vector',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'space directions: ': '(1,0,0) (0,2,0) (0,0' } })),
      'bad-header-line',
    ],
    [
      'NRRD whose axes lie in a plane',
      fileOf('a.nrrd', rawNrrd({ ...volume, lines: { 'space directions: ': '(1,0,0) (0,2,0) (1,2,0)' } })),
      'bad-directions',
    ],
    [
      'NRRD in text with a word',
      fileOf(
        'a.nrrd',
        joinedBytes(rawNrrd({ values: [], lines: { 'encoding: ': 'text' } }), '0 1 2 0 0 three 0 1'),
      ),
      'bad-header-line',
    ],
    [
      'NRRD in text with a number less',
      fileOf(
        'a.nrrd',
        joinedBytes(rawNrrd({ values: [], lines: { 'encoding: ': 'text' } }), '0 1 2 0 0 3 0'),
      ),
      'truncated-data',
    ],
    [
      'NRRD in text with a number more',
      fileOf(
        'a.nrrd',
        joinedBytes(rawNrrd({ values: [], lines: { 'encoding: ': 'text' } }), '0 1 2 0 0 3 0 1 0'),
      ),
      'surplus-data',
    ],
    [
      'NRRD of one dimension',
      fileOf(
        'a.nrrd',
        rawNrrd({
          lengths: [8],
          values,
          lines: {
            'space: ': null,
            'space origin: ': null,
            'space directions: ': null,
            'kinds: ': 'domain',
          },
        }),
      ),
      'not-3d',
    ],
    ['MGH of another size', fileOf('a.mgh', rawMgh({ ...volume, lengths: [2, 2, 3] })), 'truncated-data'],
    [
      'MGH with one byte too many',
      fileOf('a.mgh', rawMgh({ ...volume, footer: new Uint8Array(1) })),
      'surplus-data',
    ],
    [
      'MGH of fewer slices',
      fileOf(
        'a.mgh',
        rawMgh({ lengths: [5, 4, 3], values: Array.from({ length: 80 }, (_, index) => index % 5) }),
      ),
      'surplus-data',
    ],
    [
      'MGH of fewer empty slices',
      fileOf('a.mgh', rawMgh({ lengths: [5, 4, 3], values: new Array(120).fill(0) })),
      'surplus-data',
    ],
    ['MGH of a negative size', fileOf('a.mgh', rawMgh({ ...volume, lengths: [2, -2, 2] })), 'bad-dimensions'],
    ['MGH of an unknown type', fileOf('a.mgh', rawMgh({ ...volume, type: 7 })), 'unsupported-datatype'],
    [
      'MGH whose axes lie in a plane',
      fileOf('a.mgh', rawMgh({ ...volume, directions: [1, 0, 0, 0, 1, 0, 1, 1, 0] })),
      'bad-directions',
    ],
    ['MGH without an edge', fileOf('a.mgh', rawMgh({ ...volume, spacing: [1, 0, 3] })), 'bad-dimensions'],
    ['MGH that is no MGH', fileOf('a.mgh', rawMgh({ ...volume, version: 2 })), 'not-this-format'],
    ['MGH that ends in its header', fileOf('a.mgh', rawMgh(volume).slice(0, 100)), 'truncated-data'],
    [
      'MGH that is cut',
      fileOf('a.mgz', rawMgh({ ...volume, isPacked: true }).slice(0, -4)),
      'truncated-gzip',
    ],
    ['GIPL of another size', fileOf('a.gipl', rawGipl({ ...volume, lengths: [2, 2, 3] })), 'truncated-data'],
    ['GIPL that is none', fileOf('a.gipl', new Uint8Array(300)), 'not-this-format'],
    [
      'VTK of another size',
      fileOf('a.vtk', rawVtk({ ...volume, lines: { 'DIMENSIONS ': '2 2 3' } })),
      'bad-header-line',
    ],
    [
      'VTK of other cells',
      fileOf('a.vtk', rawVtk({ ...volume, lines: { 'DATASET ': 'POLYDATA' } })),
      'unsupported-format',
    ],
    ['empty file', fileOf('a.mha', new Uint8Array(0)), 'empty-file'],
  ])('(%s) is refused with a word', async (_, file, code) => {
    const read = await readLabelMap(file);
    expect(read).toMatchObject({ problem: { code } });
  });

  it('never takes more memory than its bytes could hold', async () => {
    const lines = { 'DimSize = ': '1000 1000 1000' };
    let asked = 0;
    const before = globalThis.Uint8Array;
    try {
      globalThis.Uint8Array = new Proxy(before, {
        construct: (target, parameters, self) => {
          if (typeof parameters[0] === 'number') asked = Math.max(asked, parameters[0]);
          return Reflect.construct(target, parameters, self);
        },
      });
      for (const isPacked of [false, true])
        await readLabelMap(fileOf('a.mha', rawMeta({ ...volume, lines, isPacked })));
      await readLabelMap(fileOf('a.mgz', rawMgh({ ...volume, lengths: [1000, 1000, 1000], isPacked: true })));
    } finally {
      globalThis.Uint8Array = before;
    }
    expect(asked).toBeLessThan(1e6);
  });
});

const damaged = '../shared/cases/damaged';
test.skipIf(!existsSync(damaged)).each<[string, Problem['code']]>([
  ['cut60.mgz', 'truncated-gzip'],
  ['flipped-bit.mgz', 'corrupt-gzip'],
  ['57-bytes-1GB.mgz', 'truncated-data'],
  ['dims-hang.mha', 'truncated-data'],
  ['garbage.mha', 'corrupt-gzip'],
  ['redos.nhdr', 'missing-header-line'],
  ['baddir.nhdr', 'missing-data-file'],
])('%s of ../shared is refused within a second of work (skipped without ../shared)', async (name, code) => {
  const blob = await openAsBlob(`${damaged}/${name}`);
  // Of this process: how long it takes on a busy machine says nothing.
  const before = process.cpuUsage();
  const read = await readLabelMap({ path: name, blob });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
  expect(read).toMatchObject({ problem: { code } });
  expect(JSON.stringify(read).length).toBeLessThan(400);
});
