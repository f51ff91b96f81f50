import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeNifti } from '../io/writeNifti';
import { hasSampleCases, sampleFigures, sampleStructures } from '../sampleCases';
import { isScoresText } from '../scoresFile/read';
import { openScores } from '../scoresFile/testScores';

const data = resolve('../shared/data');
const bundle = resolve('build/cli-test');
const folder = mkdtempSync(join(tmpdir(), 'regionlens-'));

interface Run {
  code: number;
  out: string;
  err: string;
}

async function regionlens(parameters: string[], cwd = folder): Promise<Run> {
  try {
    const run = await promisify(execFile)(process.execPath, [`${bundle}/regionlens.js`, ...parameters], {
      cwd,
    });
    return { code: 0, out: run.stdout, err: run.stderr };
  } catch (reason) {
    const { code, stdout, stderr } = reason as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

function written(name: string) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

beforeAll(async () => {
  await build({
    configFile: 'vite.cli.config.ts',
    logLevel: 'error',
    build: { outDir: bundle, emptyOutDir: true },
  });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('wrong arguments', () => {
  test.each([
    [['evaluate', '--prediction', '.', '--out', 's.json'], '--reference DIR is missing'],
    [['score'], 'Unknown command "score"'],
    [['verify', '--reference', '.'], '--prediction DIR is missing'],
    [['evaluate', '--colour'], "'--colour'"],
    [['evaluate', '--reference', 'nowhere', '--prediction', '.', '--out', 's.json'], 'No folder nowhere'],
    [['evaluate', '--reference', '.', '--prediction', '.', '--out', 'no/s.json'], 'No folder for no/s.json'],
    [['evaluate', '--reference', '.', '--prediction', '.', '--out', 's.json'], 'What do the labels mean?'],
    [
      ['evaluate', '--reference', '.', '--prediction', '.', '--out', 's.json', '--preset', 'x'],
      'No preset "x"',
    ],
    [
      ['evaluate', '--reference', '.', '--prediction', '.', '--out', 's.json', '--tau', '0'],
      '--tau has to be',
    ],
    [
      ['evaluate', '--reference', '.', '--prediction', '.', '--prediction', '.', '--out', 's.json'],
      'is given twice',
    ],
  ])('%j are refused with what is wrong', async (parameters, message) => {
    const { code, out, err } = await regionlens(parameters);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain('regionlens --help');
  });

  test('help names every option', async () => {
    const { code, out } = await regionlens(['--help']);
    expect(code).toBe(0);
    for (const option of [
      'reference',
      'prediction',
      'dataset',
      'preset',
      'surface',
      'lesions',
      'gap',
      'summary',
    ]) {
      expect(out).toContain(`--${option}`);
    }
  });
});

describe.skipIf(!hasSampleCases)('the sample data (skipped without ../shared)', () => {
  test.each(['predictions_nnUNet', 'predictions_SegResNet'])(
    "writes nnU-Net's summary.json of %s, byte by byte",
    async (model) => {
      const parameters = [
        '--reference',
        'labelsTr',
        '--prediction',
        model,
        '--out',
        join(folder, `${model}.json`),
      ];
      const summary = join(folder, `${model}-summary.json`);
      const run = await regionlens(
        ['evaluate', ...parameters, '--summary', summary],
        `${data}/lumiere-nnunet`,
      );
      expect([run.code, run.err]).toEqual([0, '']);
      expect(run.out.split('\n').filter((line) => /^\[\d\/3\] Patient-002/.test(line))).toHaveLength(3);
      expect(readFileSync(summary, 'utf8')).toBe(
        readFileSync(`${data}/lumiere-nnunet/${model}/summary.json`, 'utf8'),
      );
    },
  );

  test("writes nnU-Net's summary of labels, one of which occurs nowhere", async () => {
    const labels = { background: 0, one: 1, two: 2, three: 3, four: 4 };
    writeFileSync(
      join(folder, 'labels.json'),
      JSON.stringify({ labels, channel_names: {}, file_ending: '.nii.gz' }),
    );
    const parameters = ['--reference', 'labelsTr', '--prediction', 'predictions_nnUNet'];
    const files = ['--dataset', join(folder, 'labels.json'), '--out', join(folder, 'l.json')];
    const summary = ['--summary', join(folder, 'l-summary.json')];
    await regionlens(['evaluate', ...parameters, ...files, ...summary], `${data}/lumiere-nnunet`);
    expect(readFileSync(join(folder, 'l-summary.json'), 'utf8')).toBe(
      readFileSync(`${data}/lumiere-nnunet/predictions_nnUNet/summary_labels_1_2_3_4.json`, 'utf8'),
    );
  });

  test('measures surfaces, lesions and gaps as the original implementations do, into a file that opens', async () => {
    const sample = `${data}/brats-ssa`;
    const predictions = ['nnUnet', 'SegResNet'].flatMap((model) => [
      '--prediction',
      `${sample}/predictions/${model}`,
    ]);
    const asked = ['--surface', '--gap', '--lesions', 'ssa-2023', '--tau', '2', '--preset', 'audit'];
    const files = ['--out', 'ssa.json', '--csv', 'ssa.csv'];
    const run = await regionlens([
      'evaluate',
      '--reference',
      `${sample}/images`,
      ...predictions,
      ...asked,
      ...files,
    ]);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain(
      '  NEC 0.77, tumor_core 0.91. Inside tumor_core the model takes 2.17 mL of ENH for NEC and 0.64 mL of NEC for ENH (−0.200 Dice).\n',
    );
    const text = readFileSync(join(folder, 'ssa.json'), 'utf8');
    expect(isScoresText(text) && (await openScores(text)).ok).toBe(true);
    expect(readFileSync(join(folder, 'ssa.csv'), 'utf8').trim().split('\n')).toHaveLength(1 + 4 * 6);
    const { cases } = JSON.parse(text);
    const figures = sampleFigures().filter(({ dataset }) => dataset === 'brats-ssa');
    expect(figures).toHaveLength(4);
    const lesionFigures = JSON.parse(readFileSync('../shared/reference/lesionwise-brats2023.json', 'utf8'));
    const shiftFigures = JSON.parse(readFileSync('../shared/reference/contour-shift.json', 'utf8'));
    for (const expected of figures) {
      const isSame = (item: { case: string; model: string }) =>
        item.case === expected.case && item.model === expected.model;
      const found = cases.find(isSame);
      const structure = (name: string) =>
        found.structures.find(
          (item: { labels: number[] }) => item.labels.join() === sampleStructures[name].join(),
        );
      for (const [name, { HD95, HD100, NSD_2mm, ASD_ref_to_pred, ASD_pred_to_ref }] of Object.entries(
        expected.structures,
      )) {
        const { hd95Mm, hd100Mm, asdReferenceToPredictionMm, asdPredictionToReferenceMm, nsd } =
          structure(name).surface;
        expect(hd95Mm).toBeCloseTo(HD95, 6);
        expect(hd100Mm).toBeCloseTo(HD100, 6);
        expect(nsd[0].value).toBeCloseTo(NSD_2mm, 6);
        expect(asdReferenceToPredictionMm).toBeCloseTo(ASD_ref_to_pred, 6);
        expect(asdPredictionToReferenceMm).toBeCloseTo(ASD_pred_to_ref, 6);
      }
      for (const row of lesionFigures.find(isSame).rows) {
        const { lesions } = structure(row.Labels);
        expect(lesions.dice).toBeCloseTo(row.LesionWise_Score_Dice, 6);
        expect(lesions.hd95Mm).toBeCloseTo(row.LesionWise_Score_HD95, 6);
        expect([lesions.truePositives, lesions.falsePositives]).toEqual([row.Num_TP, row.Num_FP]);
      }
      const pair = found.pairs[1];
      const shift = shiftFigures.find(isSame).pairs['TC->NCR'];
      expect(pair.regionShiftMm.grow).toBeCloseTo(shift.region_shift_mm.grow, 9);
      expect(pair.labelShiftMm.shrink).toBeCloseTo(shift.label_shift_mm.shrink, 9);
      expect(pair.shapePart).toBeCloseTo(shift.shape_part_of_gap, 9);
      const { tauMm, ...voxels } = pair.boundary;
      expect(tauMm).toBe(2);
      expect(voxels).toEqual(shift.within_tau_of_reference_boundary['2.0']);
    }
  });

  test('scores the other cases when one is broken or missing, lists those and exits with 1', async () => {
    const copy = join(folder, 'broken');
    const names = ['000', '003', '021'].map((week) => `Patient-002-week-${week}.nii.gz`);
    mkdirSync(`${copy}/predictions`, { recursive: true });
    for (const name of names.slice(0, 2)) {
      cpSync(`${data}/lumiere-nnunet/predictions_nnUNet/${name}`, `${copy}/predictions/${name}`);
    }
    writeFileSync(
      `${copy}/predictions/${names[1]}`,
      readFileSync(`${copy}/predictions/${names[1]}`).subarray(0, 9000),
    );
    const parameters = [
      '--reference',
      `${data}/lumiere-nnunet/labelsTr`,
      '--prediction',
      `${copy}/predictions`,
    ];
    const { code, err } = await regionlens(['evaluate', ...parameters, '--out', 'broken.json']);
    expect(code).toBe(1);
    expect(err).toContain('2 not scored');
    expect(err).toMatch(/Patient-002-week-003 predictions: .*week-003\.nii\.gz: /);
    expect(err).toContain('Patient-002-week-021');
    const { cases, failures } = written('broken.json');
    expect(cases.map((item: { case: string }) => item.case)).toEqual(['Patient-002-week-000']);
    expect(failures.map(({ code: failed }: { code: string }) => failed).sort()).toEqual([
      'missing-prediction',
      'truncated-gzip',
    ]);
  });
});

/** Structures of one case as masks, those of `odd` on a grid of their own. */
function writeMasks(name: string, odd: readonly string[], structures = ['liver', 'spleen', 'colon']) {
  structures.forEach((structure, index) => {
    const shape: [number, number, number] = odd.includes(structure) ? [4, 4, 2] : [4, 4, 4];
    const voxels = new Uint8Array(shape[0] * shape[1] * shape[2]).fill(1, 4 * index, 4 * index + 4);
    const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const at = join(folder, 'masks', name, 's0001/segmentations');
    mkdirSync(at, { recursive: true });
    const geometry = { shape, spacingMm: [1, 1, 1] as [number, number, number], affine };
    writeFileSync(join(at, `${structure}.nii`), writeNifti({ voxels, geometry }));
  });
}

test('one mask on another grid is named, the rest is scored, and the command ends with 1', async () => {
  writeMasks('ref', ['spleen']);
  writeMasks('pred', []);
  writeMasks('pred2', ['liver', 'spleen', 'colon']);
  const labels = { background: 0, liver: 1, spleen: 2, colon: 3 };
  writeFileSync(join(folder, 'masks/dataset.json'), JSON.stringify({ labels, file_ending: '.nii' }));
  const files = '--out scores.json --csv scores.csv --summary summary.json --dataset dataset.json';
  const args = `evaluate --reference ref --surface --lesions gli-2023 ${files} --prediction`.split(' ');
  const { code, out, err } = await regionlens([...args, 'pred'], join(folder, 'masks'));
  expect({ code, out, err }).toMatchObject({ code: 1 });
  expect(out).toMatch(/s0001 pred {2}liver 1\.000, .* · spleen –, .* · colon 1\.000/);
  const told =
    /The mask of spleen \(\S*ref\/s0001\/\S+spleen.nii\) was left out.*4×4×2 voxels of 1×1×1 mm here, 4×4×4 of/;
  expect(out).toMatch(told);
  expect(err).toMatch(told);
  const opened = await openScores(written('masks/scores.json'));
  expect(opened).toMatchObject({
    value: { results: { 's0001\npred': { warnings: [{ kind: 'mask-left-out', structure: 'spleen' }] } } },
  });
  expect(readFileSync(join(folder, 'masks/scores.csv'), 'utf8')).toContain(
    'left-out: spleen (grid-mismatch)',
  );
  // Of two masks none has the most beside it: the other side's grid is that of the case.
  for (const side of ['ref', 'pred'] as const) {
    for (const [name, odd] of [['ref', side === 'ref'] as const, ['pred', side === 'pred'] as const]) {
      writeMasks(`two-${side}/${name}`, odd ? ['liver'] : [], ['liver', 'spleen']);
    }
    const run = args.map((arg) => (arg === 'ref' ? `two-${side}/ref` : arg));
    const tied = await regionlens([...run, `two-${side}/pred`], join(folder, 'masks'));
    expect(tied).toMatchObject({
      code: 1,
      out: expect.stringMatching(/liver –, .* · spleen 1\.000, .* · colon –/),
    });
  }
  const all = await regionlens([...args, 'pred2'], join(folder, 'masks'));
  expect({ ...all }).toMatchObject({ code: 3, err: expect.stringContaining('The voxel grids differ') });
});

test('the bundle can be run as a command', () => {
  expect(readFileSync(`${bundle}/regionlens.js`, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(existsSync(`${bundle}/caseWorker.js`)).toBe(true);
});

test.skipIf(!hasSampleCases)(
  'verifies reconstructions and exits with 1 when a map is not what its regions paint',
  async () => {
    const sample = join(data, 'lumiere-nnunet');
    const prediction = join(sample, 'predictions_region_probabilities');
    const good = await regionlens([
      'verify',
      '--prediction',
      prediction,
      '--dataset',
      join(sample, 'dataset.json'),
    ]);
    expect(good.out).toContain('identical in all 7,221,032 voxels');
    expect(good.code).toBe(0);
    const swapped = JSON.parse(readFileSync(join(sample, 'dataset.json'), 'utf8'));
    swapped.regions_class_order = [1, 2, 3];
    writeFileSync(join(folder, 'swapped.json'), JSON.stringify(swapped));
    const wrong = [
      'verify',
      '--prediction',
      prediction,
      '--dataset',
      'swapped.json',
      '--out',
      'findings.json',
    ];
    const bad = await regionlens(wrong);
    expect(bad.out).toContain('82,406 of 7,221,032 voxels');
    expect(bad.code).toBe(1);
    expect(written('findings.json').cases[0].reconstruction.causes[0]).toEqual({
      kind: 'class-order',
      regionsClassOrder: [3, 2, 1],
    });
  },
);
