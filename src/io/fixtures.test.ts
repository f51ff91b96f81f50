import { openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLabelMap } from './readLabelMap';
import { readVolume } from './readVolume';
import type { VolumeFile } from './volumeFile';

const folder = 'src/io/fixtures';

interface Expected {
  shape: number[];
  zooms: number[];
  affine: number[];
  values: number[];
}

const expected: Record<string, Expected> = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'));
const labels = expected['nifti1_u1_little.nii'];

async function fixture(name: string, companionName?: string): Promise<VolumeFile> {
  const companion = companionName ? await openAsBlob(`${folder}/${companionName}`) : undefined;
  return { path: `${folder}/${name}`, blob: await openAsBlob(`${folder}/${name}`), companion };
}

function expectClose(actual: readonly number[], figures: readonly number[]): void {
  expect(actual.length).toBe(figures.length);
  for (const [index, value] of actual.entries()) expect(value).toBeCloseTo(figures[index], 4);
}

describe('volumes written by nibabel', () => {
  it.each(Object.keys(expected))('%s is read to the same voxels in the same place', async (name) => {
    const { shape, zooms, affine, values } = expected[name];
    const result = await readVolume(await fixture(name, name === 'pair.hdr' ? 'pair.img' : undefined));
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    const { voxels, channels, geometry } = result.value;
    expect([...geometry.shape, ...(channels > 1 ? [channels] : [])]).toEqual(shape);
    expect([...voxels]).toEqual([...Float32Array.from(values)]);
    expectClose(geometry.affine, affine);
    expectClose(geometry.spacingMm, zooms);
  });

  it.each(Object.keys(expected).filter((name) => !['scaled.nii.gz', 'channels.nii.gz'].includes(name)))(
    '%s is read as a label map',
    async (name) => {
      const result = await readLabelMap(await fixture(name, name === 'pair.hdr' ? 'pair.img' : undefined));
      expect(result.ok && [...result.value.voxels]).toEqual(expected[name].values);
    },
  );

  it('scaled to fractions is refused as a label map', async () => {
    const result = await readLabelMap(await fixture('scaled.nii.gz'));
    expect(result).toMatchObject({
      problem: { code: 'label-not-integer', facts: { value: '0.25', voxel: '(1, 0, 0)' } },
    });
  });
});

describe('volumes written by itk-wasm', () => {
  it.each([['itk.nrrd'], ['itk.mha'], ['itk.mhd', 'itk.raw'], ['itk.mgz'], ['itk.nii.gz']])(
    '%s is read to the same voxels in the same place',
    async (name, companionName?: string) => {
      const result = await readLabelMap(await fixture(name, companionName));
      if (!result.ok) throw new Error(JSON.stringify(result.problem));
      expect([...result.value.voxels]).toEqual(labels.values);
      expect(result.value.geometry.shape).toEqual(labels.shape);
      expectClose(result.value.geometry.affine, labels.affine);
      expectClose(result.value.geometry.spacingMm, labels.zooms);
    },
  );

  it.each(['itk.gipl', 'itk.vtk'])(
    '%s, which has no directions, is read to the same voxels',
    async (name) => {
      const result = await readLabelMap(await fixture(name));
      expect(result.ok && [...result.value.voxels]).toEqual(labels.values);
      expect(result.ok && result.value.geometry.spacingMm).toEqual(labels.zooms);
    },
  );

  it.each(['turned.nrrd', 'turned.mha', 'turned.mgz'])('%s lies where it was written', async (name) => {
    const result = await readLabelMap(await fixture(name));
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    expect([...result.value.voxels]).toEqual(labels.values);
    expectClose(result.value.geometry.spacingMm, [0.5, 1.5, 3]);
    const rows = [0, 0.9, -2.4, 7, -0.5, 0, 0, -11, 0, 1.2, 1.8, 5.5];
    expectClose(result.value.geometry.affine, [...rows, 0, 0, 0, 1]);
  });

  it('with two components gives two channels, one behind the other', async () => {
    const result = await readVolume(await fixture('itk_vector.nrrd'));
    expect(result).toMatchObject({ ok: true, value: { channels: 2 } });
    const minusOnes = labels.values.map(() => -1);
    expect(result.ok && [...result.value.voxels]).toEqual([...labels.values, ...minusOnes]);
    const asLabels = await readLabelMap(await fixture('itk_vector.nrrd'));
    expect(asLabels).toMatchObject({ problem: { code: 'not-3d', facts: { dimensions: '4×3×2×2' } } });
  });

  it('and then broken are refused by a typed error', async () => {
    const bytes = new Uint8Array(readFileSync(`${folder}/itk.nrrd`));
    const read = (path: string, content: Uint8Array<ArrayBuffer>) =>
      readLabelMap({ path, blob: new Blob([content]) });
    expect(await read('a.nrrd', new Uint8Array(0))).toMatchObject({ problem: { code: 'empty-file' } });
    expect(await read('a.nrrd', bytes.slice(0, -20))).toMatchObject({
      problem: { code: expect.stringMatching('gzip') },
    });
    expect(await read('a.nrrd', bytes.slice(4))).toMatchObject({ problem: { code: 'not-this-format' } });
    expect(await read('a.mha', bytes)).toMatchObject({ problem: { code: 'not-this-format' } });
    expect(await readLabelMap(await fixture('itk.mhd'))).toMatchObject({
      problem: { code: 'missing-data-file', facts: { dataFile: 'itk.raw' } },
    });
  });
});

it('every fixture is under 20 kB and stands beside the scripts that made it', () => {
  const names = readdirSync(folder);
  expect(names).toEqual(expect.arrayContaining(['make_fixtures.py', 'make_itk_fixtures.mjs']));
  for (const name of names) expect(statSync(`${folder}/${name}`).size).toBeLessThan(20_000);
});
