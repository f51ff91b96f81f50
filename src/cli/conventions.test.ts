import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences, expectedOfKits, expectedScores, hasConventionFigures } from '../conventionFigures';
import { conventions } from '../domain/conventions/conventions';
import { parseSummaryJson } from '../io/parseSummaryJson';
import { writeNifti } from '../io/writeNifti';

const data = resolve('../shared/data/lumiere-nnunet');
const bundle = resolve('build/cli-conventions');
const folder = mkdtempSync(join(tmpdir(), 'regionlens-conventions-'));

async function evaluate(parameters: string[], cwd = folder) {
  const argv = [`${bundle}/regionlens.js`, 'evaluate', ...parameters, '--out', join(folder, 'scores.json')];
  const run = await promisify(execFile)(process.execPath, argv, { cwd }).catch((reason) => reason);
  return { code: run.code ?? 0, out: run.stdout as string, err: run.stderr as string };
}

/** The rows of a table of conventions. */
function rowsOf(name: string): Record<string, string>[] {
  const {
    data: rows,
    meta,
    errors,
  } = Papa.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual(['case', 'model', 'convention', 'labels', 'score', 'value']);
  return rows;
}

function numbersOf(rows: Record<string, string>[]) {
  const numbers = new Map(
    rows.map(({ convention, labels, score, value }) => [
      `${convention} ${labels} ${score}`,
      value === '' ? Number.NaN : Number(value),
    ]),
  );
  return ({ convention, labels, score }: { convention: string; labels: string; score: string }) =>
    numbers.get(`${convention} ${labels} ${score}`);
}

beforeAll(async () => {
  const output = { outDir: bundle, emptyOutDir: true };
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: output });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is asked for', () => {
  test.each([
    [
      ['--convention', 'brats-1999', '--conventions-csv', 'c.csv'],
      'No convention "brats-1999": nnunet, brats-2020',
    ],
    [['--convention', 'nnunet'], '--conventions-csv FILE go together'],
    [['--conventions-csv', 'c.csv'], '--conventions-csv FILE go together'],
    [['--summary-surfaces'], '--summary FILE, which is missing'],
  ])('%j is refused with what is wrong', async (parameters, message) => {
    const { code, err } = await evaluate(['--reference', '.', '--prediction', '.', ...parameters]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('a map of twelve voxels', () => {
  const shape: [number, number, number] = [4, 3, 1];
  const affine = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column) => (row === column ? 1 : 0)));

  test('has rows for what its scheme has, and says what is missing', async () => {
    // One slice: necrosis beside an enhancing rim that the prediction has half of.
    const reference = [0, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0];
    const prediction = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    const geometry = { shape, spacingMm: shape.map(() => 1) as typeof shape, affine };
    for (const [side, voxels] of Object.entries({ ref: reference, pred: prediction })) {
      mkdirSync(join(folder, side));
      writeFileSync(join(folder, side, 'a.nii'), writeNifti({ voxels: Uint8Array.from(voxels), geometry }));
    }
    const dataset = { labels: { background: 0, NCR: 1, ED: 2, ET: 3 } };
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify(dataset));
    const names = ['nnunet', 'gli-2023', 'brats-2023-gli', 'brats-2024-gli'];
    const { code, out, err } = await evaluate([
      ...['--reference', 'ref', '--prediction', 'pred', '--dataset', 'dataset.json'],
      ...names.flatMap((name) => ['--convention', name]),
      ...['--conventions-csv', 'c.csv'],
    ]);
    expect([code, err.trim()]).toEqual([
      0,
      'brats-2024-gli: the scheme has no RC, so there are no rows of it.',
    ]);
    expect(out).toContain('brats-2023-gli: WT = 1 2 3, TC = 1 3, ET = 3');
    const rows = rowsOf('c.csv');
    expect(rows.filter(({ convention }) => convention === 'nnunet')).toEqual([
      { case: 'a', model: 'pred', convention: 'nnunet', labels: '1', score: 'dice', value: '1' },
      { case: 'a', model: 'pred', convention: 'nnunet', labels: '2', score: 'dice', value: '' },
      { case: 'a', model: 'pred', convention: 'nnunet', labels: '3', score: 'dice', value: '0' },
    ]);
    // An earlier name stands for today's, once.
    expect(
      rows.filter(({ convention, labels }) => convention === 'brats-2023-gli' && labels === '3'),
    ).toHaveLength(7);
    const found = rows.filter(({ convention, labels }) => convention === 'brats-2024-gli' && labels === '3');
    expect(found.map(({ score, value }) => `${score} ${value}`)).toEqual([
      ...['dice 0', 'hd95 337', 'nsd_0.5 0', 'nsd_1.0 0'],
      ...['lesionwise_dice 1', 'lesionwise_hd95 0', 'lesionwise_nsd_0.5 1', 'lesionwise_nsd_1.0 1'],
      ...['tp 0', 'fp 0', 'fn 0'],
    ]);
  });
});

test('thick slices have the official number and the right one, and the case says which is which', async () => {
  const thick: [number, number, number] = [6, 6, 6];
  const block = (from: number) =>
    Uint8Array.from({ length: 216 }, (_, voxel) => (Math.floor(voxel / 36) >= from ? 3 : 0));
  const spacingMm: typeof thick = [1, 1, 3];
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1];
  for (const [side, voxels] of Object.entries({ thick: block(2), 'thick-prediction': block(1) })) {
    mkdirSync(join(folder, side));
    const geometry = { shape: thick, spacingMm, affine };
    writeFileSync(join(folder, side, 'a.nii'), writeNifti({ voxels, geometry }));
  }
  const { code, out } = await evaluate([
    ...['--reference', 'thick', '--prediction', 'thick-prediction', '--preset', 'brats-2023'],
    ...['--convention', 'brats-2026-goat', '--conventions-csv', 'thick.csv'],
  ]);
  expect(code).toBe(0);
  expect(out).toContain('Warning: brats-2026-goat: the x and z edges of the voxel differ.');
  const number = numbersOf(rowsOf('thick.csv'));
  const hd95 = (score: string) => number({ convention: 'brats-2026-goat', labels: '3', score });
  // One slice too many lies 3 mm away; the official program takes it for 1 mm.
  expect([hd95('lesionwise_hd95'), hd95('lesionwise_hd95_axes_right')]).toEqual([1, 3]);
});

describe.skipIf(!hasConventionFigures)('the sample data (skipped without ../shared)', () => {
  /** A table of pairs: a case costs seconds, and the kernels are held against all of them. */
  function mapOf(...weeks: string[]): string[] {
    const rows = weeks.map((week) => {
      const name = `Patient-002-week-${week}`;
      return `${name},${data}/labelsTr/${name}.nii.gz,${data}/predictions_nnUNet/${name}.nii.gz,nnUnet`;
    });
    const path = join(folder, `pairs-${weeks.join('-')}.csv`);
    writeFileSync(path, ['case,reference,prediction,model', ...rows].join('\n'));
    return ['--map', path];
  }

  test('gives the figures of every program that scored it', async () => {
    const asked = conventions.flatMap(({ name }) => ['--convention', name]);
    const table = ['--conventions-csv', join(folder, 'all.csv')];
    const { code, err } = await evaluate([...mapOf('021'), '--preset', 'audit', ...asked, ...table]);
    expect(code, err).toBe(0);
    const rows = rowsOf('all.csv');
    expect([rows[0].case, rows[0].model]).toEqual(['Patient-002-week-021', 'nnUnet']);
    const expected = expectedScores('Patient-002-week-021, nnUnet');
    expect(expected.length).toBeGreaterThan(300);
    expect(differences(expected, numbersOf(rows))).toEqual([]);
  }, 120_000);

  test('gives those of a kidney under the names of one, and HD95, ASSD and NSD in the summary', async () => {
    const dataset = join(folder, 'kidney.json');
    writeFileSync(dataset, JSON.stringify({ labels: { background: 0, tumor: 1, cyst: 2, kidney: 3 } }));
    const table = ['--convention', 'kits-2023', '--conventions-csv', join(folder, 'kits.csv')];
    const summary = ['--summary', join(folder, 'summary.json'), '--summary-surfaces', '--tau', '1'];
    const { code, err } = await evaluate([
      ...mapOf('000', '021'),
      '--dataset',
      dataset,
      ...table,
      ...summary,
    ]);
    expect([code, err]).toEqual([0, '']);
    const rows = rowsOf('kits.csv');
    for (const week of ['000', '021']) {
      const name = `Patient-002-week-${week}`;
      const expected = expectedOfKits(`${name}, nnUnet`);
      const found = numbersOf(rows.filter((row) => row.case === name));
      expect([expected.length, differences(expected, found)]).toEqual([6, []]);
    }
    const text = readFileSync(join(folder, 'summary.json'), 'utf8');
    const written = JSON.parse(text.replaceAll('NaN', 'null'));
    const [first] = written.metric_per_case;
    expect(Object.keys(first.metrics['1'])).toEqual([
      ...['ASSD', 'Dice', 'FN', 'FP', 'HD95', 'IoU', 'NSD', 'NSD_tau_mm', 'TN', 'TP', 'n_pred', 'n_ref'],
    ]);
    const scores = JSON.parse(readFileSync(join(folder, 'scores.json'), 'utf8')).cases[0];
    const { surface } = scores.structures[0];
    expect(first.metrics['1']).toMatchObject({
      HD95: surface.hd95Mm,
      NSD: surface.nsd[0].value,
      NSD_tau_mm: 1,
    });
    // Week 021 has no label 1 in its reference: a distance from nothing is missing, and leaves the mean.
    const hd95 = written.metric_per_case.map(({ metrics }: typeof first) => metrics['1'].HD95);
    expect(hd95[1]).toBeNull();
    expect(written.mean['1'].HD95).toBe(hd95[0]);
    const read = parseSummaryJson('summary.json', text);
    expect(read.ok && read.value.cases[0].structures[0].dice).toBe(first.metrics['1'].Dice);
  }, 120_000);
});
