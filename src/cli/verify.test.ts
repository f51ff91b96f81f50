import { cpSync, existsSync, mkdirSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { LabelScheme } from '../domain/labelScheme';
import { presetById } from '../domain/presets';
import { translator } from '../i18n/translate';
import { writeNiftiGz } from '../io/writeNifti';
import { writeNpz } from '../io/writeNpz';
import { jobs } from '../workers/jobs';
import type { WorkerPool } from '../workers/workerPool';
import { isFileOnDisk } from './fileOnDisk';
import { findCases } from './findCases';
import { verifyPredictions } from './verify';

const { scheme } = presetById('audit'); // WT 1,2,3 paints 3; TC 1,2 paints 2; ET 1 paints 1
const folder = mkdtempSync(join(tmpdir(), 'regionlens-verify-'));
const geometry = {
  shape: [6, 5, 4] as [number, number, number],
  spacingMm: [1, 1, 1] as [number, number, number],
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
};
const labels = Uint8Array.from({ length: 120 }, (_, voxel) => [0, 3, 3, 2, 2, 1][voxel % 6]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The jobs themselves, without threads. */
const pool = {
  run: async (name: 'verifyCase' | 'scoreCase', request: unknown) => {
    const context = { signal: new AbortController().signal, report: () => {}, send: () => {} };
    return jobs[name].perform((await withBlobs(request)) as never, context);
  },
} as unknown as WorkerPool;

async function withBlobs(value: unknown): Promise<unknown> {
  if (isFileOnDisk(value)) return { path: value.path, blob: await openAsBlob(value.diskPath) };
  if (Array.isArray(value)) return Promise.all(value.map(withBlobs));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await withBlobs(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function write(path: string, voxels: Uint8Array): Promise<void> {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), await writeNiftiGz({ voxels, geometry }));
}

function writeProbabilities(path: string): void {
  const values = Float32Array.from(
    scheme.regions.flatMap((region) =>
      [...labels].map((label) => (region.labels.includes(label) ? 0.9 : 0.1)),
    ),
  );
  writeFileSync(join(folder, path), writeNpz({ probabilities: { shape: [3, 4, 5, 6], values } }));
}

async function verify(reference: string | null, prediction: string, under: LabelScheme = scheme) {
  const lines: string[] = [];
  const found = findCases(reference === null ? null : join(folder, reference), [join(folder, prediction)]);
  const { report, isWrong } = await verifyPredictions(found, under, pool, translator('en'), (line) => {
    lines.push(line);
  });
  return { report, isWrong, text: lines.join('\n') };
}

describe('verify', () => {
  test('finds nothing wrong with a map that its probabilities paint, with and without a reference', async () => {
    await write('labels/a.nii.gz', labels);
    await write('good/a.nii.gz', labels);
    writeProbabilities('good/a.npz');
    for (const reference of ['labels', null]) {
      const { isWrong, text, report } = await verify(reference, 'good');
      expect(text).toContain('[1/1] a good  Repainting the raw regions gives the saved map');
      expect(text).toContain('1 identical');
      expect(report.cases[0].reconstruction?.verdict).toBe('identical');
      expect(report.cases[0].scores === null).toBe(reference === null);
      expect(isWrong).toBe(false);
    }
  });

  test('names the wrong class order of a map, and the labels that look mixed up', async () => {
    await write(
      'swapped/a.nii.gz',
      labels.map((label) => [0, 3, 2, 1][label]),
    );
    writeProbabilities('swapped/a.npz');
    const { isWrong, text, report } = await verify('labels', 'swapped');
    expect(text).toContain('regions_class_order [1, 2, 3] instead of [3, 2, 1]');
    expect(text).toContain('exchanging 1 and 3 would raise the mean label Dice');
    expect(report.labelMixUps).toHaveLength(1);
    expect(isWrong).toBe(true);
  });

  test('says how to repair a scheme that cannot rebuild its labels', async () => {
    const { isWrong, text } = await verify('labels', 'good', { ...scheme, regionsClassOrder: [1, 2, 3] });
    expect(text).toContain('Some labels do not come back from painting');
    expect(text).toContain('"regions_class_order": [3, 2, 1]');
    expect(isWrong).toBe(true);
  });

  test('does not pass for all right when nothing could be checked', async () => {
    await write('plain/a.nii.gz', labels);
    const { isWrong, text, report } = await verify('labels', 'plain');
    expect(text).toContain('--save_probabilities');
    expect(report.cases[0].reconstructionReason).toBe('no-raw-regions');
    expect(isWrong).toBe(true);
  });

  test('tells a file that cannot be read beside its case', async () => {
    await write('broken/a.nii.gz', labels);
    writeFileSync(join(folder, 'broken/a.npz'), 'no zip');
    const { isWrong, text } = await verify('labels', 'broken');
    expect(text).toMatch(/\[1\/1\] a broken {2}.*a\.npz: The region probabilities cannot be used/);
    expect(isWrong).toBe(true);
  });
});

const sample = resolve('../shared/data/lumiere-nnunet');

test.skipIf(!existsSync(sample))(
  'finds the sample with probabilities identical (needs ../shared)',
  async () => {
    cpSync(join(sample, 'predictions_region_probabilities'), join(folder, 'sample'), { recursive: true });
    cpSync(join(sample, 'labelsTr'), join(folder, 'sampleLabels'), { recursive: true });
    const { isWrong, text } = await verify('sampleLabels', 'sample');
    expect(text).toContain('identical in all 7,221,032 voxels');
    expect(text).toContain('2,759 voxels');
    expect(text).toContain(`${scheme.regions[0].name} 0.780`);
    expect(isWrong).toBe(false);
  },
);
