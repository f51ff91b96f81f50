import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../domain/errors';
import { rawNifti } from './rawNifti';
import { readLabelMap } from './readLabelMap';
import type { VolumeFile } from './volumeFile';

function fileOf(bytes: Uint8Array, path = 'map.nii'): VolumeFile {
  return { path, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) };
}

async function problemOf(file: VolumeFile): Promise<Problem> {
  const result = await readLabelMap(file);
  if (result.ok) throw new Error('it was read');
  return result.problem;
}

const cube = { dims: [2, 2, 2], values: [0, 1, 2, 0, 0, 3, 0, 1] };
const zipped = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));

/** Content that deflate cannot shrink, so that there is something to damage. */
const noise = rawNifti({ dims: [20, 20, 20], values: pseudoRandomBytes(8000) });

function pseudoRandomBytes(length: number): number[] {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

function flipped(bytes: Uint8Array, at: number, mask = 0xff): Uint8Array {
  const copy = bytes.slice();
  copy[at < 0 ? copy.length + at : at] ^= mask;
  return copy;
}

describe('a broken file', () => {
  it.each<[string, VolumeFile, Problem['code'], Record<string, unknown>]>([
    ['is empty', fileOf(new Uint8Array(0)), 'empty-file', {}],
    ['is not gzip although named so', fileOf(rawNifti(cube), 'map.nii.gz'), 'not-gzip', {}],
    ['is a truncated gzip', fileOf(zipped(noise).slice(0, -2000), 'map.nii.gz'), 'truncated-gzip', {}],
    [
      'lacks the last bytes of its gzip',
      fileOf(zipped(noise).slice(0, -3), 'map.nii.gz'),
      'truncated-gzip',
      {},
    ],
    [
      'is cut off inside the gzip header',
      fileOf(zipped(noise).slice(0, 6), 'map.nii.gz'),
      'truncated-gzip',
      {},
    ],
    [
      'has a wrong gzip checksum',
      fileOf(flipped(zipped(noise), -6), 'map.nii.gz'),
      'corrupt-gzip',
      { detail: 'incorrect data check' },
    ],
    [
      'has a wrong length behind the gzip data',
      fileOf(flipped(zipped(noise), -2), 'map.nii.gz'),
      'corrupt-gzip',
      {},
    ],
    [
      'has an unknown deflate block',
      fileOf(flipped(zipped(noise), 10, 0x07), 'map.nii.gz'),
      'corrupt-gzip',
      {},
    ],
    ['has the wrong magic', fileOf(rawNifti({ ...cube, magic: 'x+1' })), 'not-nifti', {}],
    ['is text', fileOf(new TextEncoder().encode('not a volume at all'.repeat(50))), 'not-nifti', {}],
    ['is one half of a pair without the other', fileOf(rawNifti({ ...cube, magic: 'ni1' })), 'not-nifti', {}],
    [
      'ends inside its header',
      fileOf(rawNifti(cube).slice(0, 200)),
      'truncated-data',
      { expectedBytes: 348, foundBytes: 200 },
    ],
    [
      'ends before its voxels do',
      fileOf(rawNifti(cube).slice(0, -1)),
      'truncated-data',
      { expectedBytes: 360, foundBytes: 359 },
    ],
    [
      'ends before its voxels do, gzipped',
      fileOf(zipped(rawNifti(cube).slice(0, -1))),
      'truncated-data',
      { expectedBytes: 360, foundBytes: 359 },
    ],
    [
      'promises far more than it holds',
      fileOf(rawNifti({ ...cube, dims: [900, 900, 900] })),
      'truncated-data',
      { expectedBytes: 729_000_352, foundBytes: 360 },
    ],
    [
      'has a dimension of zero',
      fileOf(rawNifti({ ...cube, dims: [2, 0, 2] })),
      'bad-dimensions',
      { dimensions: '2×0×2' },
    ],
    [
      'has a negative dimension',
      fileOf(rawNifti({ ...cube, dims: [2, -2, 2] })),
      'bad-dimensions',
      { dimensions: '2×-2×2' },
    ],
    [
      'has a negative dimension in NIfTI-2',
      fileOf(rawNifti({ ...cube, version: 2, isLittleEndian: false, dims: [2, -2, 2] })),
      'bad-dimensions',
      { dimensions: '2×-2×2' },
    ],
    [
      'has an edge that is no number',
      fileOf(rawNifti({ ...cube, pixdim: [1, Number.NaN, 1, 1] })),
      'bad-dimensions',
      { dimensions: '2×2×2 (NaN×1×1 mm)' },
    ],
    ['has one dimension', fileOf(rawNifti({ ...cube, dims: [8] })), 'not-3d', { dimensions: '8' }],
    ['is 4D', fileOf(rawNifti({ ...cube, dims: [2, 2, 1, 2] })), 'not-3d', { dimensions: '2×2×1×2' }],
    ['is 5D', fileOf(rawNifti({ ...cube, dims: [2, 1, 1, 2, 2] })), 'not-3d', { dimensions: '2×1×1×4' }],
    [
      'holds complex numbers',
      fileOf(rawNifti({ ...cube, code: 32 })),
      'unsupported-datatype',
      { datatype: 32 },
    ],
    [
      'holds an infinite value',
      fileOf(rawNifti({ ...cube, type: 'float32', values: [0, 1, 0, Number.POSITIVE_INFINITY, 0, 0, 0, 0] })),
      'label-not-integer',
      { value: 'Infinity', voxel: '(1, 1, 0)' },
    ],
    [
      'holds an infinity',
      fileOf(rawNifti({ ...cube, type: 'float64', values: [0, 0, 0, 0, 0, 0, -Infinity, 0] })),
      'label-not-integer',
      { value: '-Infinity', voxel: '(0, 1, 1)' },
    ],
    [
      'holds a fraction',
      fileOf(rawNifti({ ...cube, type: 'float64', values: [0, 1, 2, 0, 0, 1.5, 2.5, 0] })),
      'label-not-integer',
      { value: '1.5', voxel: '(1, 0, 1)' },
    ],
    [
      'holds a fraction once scaled',
      fileOf(rawNifti({ ...cube, slope: 0.5 })),
      'label-not-integer',
      { value: '0.5', voxel: '(1, 0, 0)' },
    ],
    [
      'holds a negative value',
      fileOf(rawNifti({ ...cube, type: 'int8', values: [0, 0, -1, 0, 0, 0, 0, 0] })),
      'label-out-of-range',
      { value: '-1', voxel: '(0, 1, 0)' },
    ],
    [
      'holds a value above 65,535',
      fileOf(rawNifti({ ...cube, type: 'int32', values: [0, 65_535, 65_536, 0, 0, 0, 0, 0] })),
      'label-out-of-range',
      { value: '65536', voxel: '(0, 1, 0)' },
    ],
  ])('that %s is refused with its facts', async (_, file, code, facts) => {
    expect(await problemOf(file)).toEqual({ code, file: file.path, facts: expect.objectContaining(facts) });
  });

  it('that promises more than memory is refused before anything is allocated', async () => {
    const bytes = rawNifti({ ...cube, dims: [32_767, 32_767, 32_767] });
    // As large as such a promise needs to look possible, without the memory.
    const blob = Object.defineProperty(new Blob([bytes]), 'size', { value: 2 ** 46 });
    expect(await problemOf({ path: 'map.nii', blob })).toMatchObject({
      code: 'too-large',
      facts: { dimensions: '32767×32767×32767' },
    });
  });

  it('that the browser cannot read any more is named', async () => {
    const blob = new Blob([rawNifti(cube)]);
    blob.slice = () => {
      throw new Error('NotReadableError');
    };
    expect(await problemOf({ path: 'map.nii', blob })).toMatchObject({ code: 'unreadable-file' });
  });
});
