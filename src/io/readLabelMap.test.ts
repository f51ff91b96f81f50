import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RawNifti, type RawTypeName, rawNifti, rawTypes } from './rawNifti';
import { readLabelMap } from './readLabelMap';
import { readVolume } from './readVolume';
import type { VolumeFile } from './volumeFile';

function fileOf(bytes: Uint8Array, path = 'map.nii'): VolumeFile {
  return { path, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) };
}

async function labels(recipe: RawNifti) {
  const result = await readLabelMap(fileOf(rawNifti(recipe)));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const cube = { dims: [2, 2, 2], values: [0, 1, 2, 0, 0, 3, 0, 1] };
const zipped = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));

describe('readLabelMap', () => {
  it('reads back any whole numbers in every type, byte order, version and length of chunk', async () => {
    const recipe = fc
      .record({
        type: fc.constantFrom(...(Object.keys(rawTypes) as RawTypeName[])),
        isLittleEndian: fc.boolean(),
        version: fc.constantFrom(1 as const, 2 as const),
        dims: fc.tuple(
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 5 }),
        ),
        extraBytes: fc.integer({ min: 0, max: 40 }),
        isZipped: fc.boolean(),
        chunkBytes: fc.integer({ min: 1, max: 700 }),
      })
      .chain((made) => {
        const count = made.dims[0] * made.dims[1] * made.dims[2];
        const value = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: rawTypes[made.type].max }));
        return fc.record({
          made: fc.constant(made),
          values: fc.array(value, { minLength: count, maxLength: count }),
        });
      });
    await fc.assert(
      fc.asyncProperty(recipe, async ({ made, values }) => {
        const dataOffset = (made.version === 1 ? 352 : 544) + made.extraBytes;
        const bytes = rawNifti({ ...made, values, dataOffset });
        const inflate = async function* () {
          for (let start = 0; start < bytes.length; start += made.chunkBytes) {
            yield bytes.subarray(start, start + made.chunkBytes);
          }
        };
        const result = await readLabelMap(fileOf(made.isZipped ? zipped(bytes) : bytes), undefined, inflate);
        if (!result.ok) throw new Error(JSON.stringify(result.problem));
        const { voxels, geometry } = result.value;
        expect([...voxels]).toEqual(values);
        expect(voxels.BYTES_PER_ELEMENT).toBe(Math.max(...values) > 255 ? 2 : 1);
        expect(geometry.shape).toEqual(made.dims);
        const distinct = [...new Set(values)].sort((first, second) => first - second);
        expect(result.value.values).toEqual(
          distinct.map((value) => ({ value, count: values.filter((other) => other === value).length })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('applies slope and intercept, and takes a slope of 0 or NaN for none', async () => {
    const scaled = { ...cube, type: 'int16' as const, values: [0, 10, 20, 0, 0, 30, 0, 10], slope: 0.1 };
    expect([...(await labels(scaled)).voxels]).toEqual(cube.values);
    expect([...(await labels({ ...cube, slope: 2, intercept: 1 })).voxels]).toEqual([1, 3, 5, 1, 1, 7, 1, 3]);
    for (const slope of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([...(await labels({ ...cube, slope, intercept: 5 })).voxels]).toEqual(cube.values);
    }
  });

  it('allows trailing dimensions of 1', async () => {
    expect((await labels({ ...cube, dims: [2, 2, 2, 1, 1] })).geometry.shape).toEqual([2, 2, 2]);
  });

  it('reads the voxels of a header and image pair, plain or gzipped', async () => {
    const header = rawNifti({ ...cube, values: [], dataOffset: 352, magic: 'ni1' });
    new DataView(header.buffer).setFloat32(108, 0, true);
    for (const image of [Uint8Array.from(cube.values), zipped(Uint8Array.from(cube.values))]) {
      const result = await readLabelMap({ ...fileOf(header, 'map.hdr'), companion: new Blob([image]) });
      expect(result.ok && [...result.value.voxels]).toEqual(cube.values);
    }
    expect(await readLabelMap(fileOf(header, 'map.hdr'))).toMatchObject({
      problem: { code: 'missing-data-file', facts: { dataFile: 'map.img' } },
    });
  });

  it('is cancelled by its signal, before and during the reading', async () => {
    expect(await readLabelMap(fileOf(rawNifti(cube)), AbortSignal.abort())).toMatchObject({
      problem: { code: 'cancelled' },
    });
    const controller = new AbortController();
    const bytes = rawNifti(cube);
    const inflate = async function* () {
      yield bytes.subarray(0, 355);
      controller.abort();
      yield bytes.subarray(355);
    };
    const result = await readLabelMap(fileOf(zipped(bytes)), controller.signal, inflate);
    expect(!result.ok && result.problem.code).toBe('cancelled');
  });
});

describe('the place of the voxels', () => {
  const rows = [-2, 0, 0, 10, 0, -3, 0, 20, 0, 0, 4, -30];
  const half = Math.SQRT1_2;

  it('is the sform when it has a code, even beside a qform with a higher one', async () => {
    for (const version of [1, 2] as const) {
      const { geometry } = await labels({
        ...cube,
        version,
        sform: { code: 1, rows },
        qform: { code: 2, quaternion: [0, 0, 0], offset: [1, 1, 1] },
        pixdim: [1, 2, -3, 4],
      });
      expect(geometry.affine).toEqual([...rows, 0, 0, 0, 1]);
      expect(geometry.spacingMm).toEqual([2, 3, 4]);
    }
  });

  it('is the qform otherwise: a quarter turn about z, left-handed by qfac', async () => {
    for (const version of [1, 2] as const) {
      const { geometry } = await labels({
        ...cube,
        version,
        qform: { code: 1, quaternion: [0, 0, half], offset: [5, 6, 7] },
        pixdim: [-1, 2, 3, 4],
      });
      const expected = [0, -3, 0, 5, 2, 0, 0, 6, 0, 0, -4, 7, 0, 0, 0, 1];
      geometry.affine.forEach((value, index) => {
        expect(value).toBeCloseTo(expected[index], 5);
      });
    }
  });

  it('is centred by pixdim when there is neither, or neither can be used', async () => {
    const centred = [-2, 0, 0, 1, 0, 3, 0, -1.5, 0, 0, 4, -2, 0, 0, 0, 1];
    const pixdim = [1, 2, 3, 4];
    expect((await labels({ ...cube, pixdim })).geometry.affine).toEqual(centred);
    const singular = { code: 1, rows: Array.from({ length: 12 }, () => 0) };
    expect((await labels({ ...cube, pixdim, sform: singular })).geometry.affine).toEqual(centred);
    const notANumber = { code: 1, rows: [Number.NaN, ...rows.slice(1)] };
    expect((await labels({ ...cube, pixdim, sform: notANumber })).geometry.affine).toEqual(centred);
  });

  it('counts an edge of 0 as 1 mm, as nibabel does, and says that the header states none', async () => {
    const formOf = ([x, y, z]: number[]) => ({ code: 1, rows: [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0] });
    const read = await labels({ ...cube, pixdim: [1, 0, 2, 0], sform: formOf([3, 2, 1]) });
    expect(read.geometry.spacingMm).toEqual([1, 2, 1]);
    expect(read.warnings).toContainEqual({
      kind: 'no-spacing',
      file: expect.any(String),
      axes: '1, 3',
      spacing: '1 × 2 × 1',
      form: '3 × 2 × 1',
    });
    const stated = await labels({ ...cube, pixdim: [1, 1, 2, 1], sform: formOf([1, 2, 1]) });
    expect(stated.warnings ?? []).toEqual([]);
  });
});

describe('readVolume', () => {
  it('keeps every channel, scaled, NaN among them', async () => {
    const values = [0, 0.25, 0.5, Number.NaN, 1, 2, 3, 4];
    const bytes = rawNifti({ dims: [2, 1, 1, 4], values, type: 'float32', slope: 2, intercept: 1 });
    const result = await readVolume(fileOf(bytes));
    expect(result).toMatchObject({ ok: true, value: { channels: 4, geometry: { shape: [2, 1, 1] } } });
    expect(result.ok && [...result.value.voxels]).toEqual([1, 1.5, 2, Number.NaN, 3, 5, 7, 9]);
  });

  it('refuses what is broken as readLabelMap does', async () => {
    const result = await readVolume(fileOf(rawNifti({ ...cube, dims: [8] })));
    expect(!result.ok && result.problem.code).toBe('not-3d');
  });
});
