import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const cases = resolve('../shared/cases');
const bundle = resolve('build/cli-cases');
const folder = mkdtempSync(join(tmpdir(), 'regionlens-cases-'));

interface Expected {
  /** Below ../shared/cases; the command runs there. */
  in: string;
  args: string;
  exit?: number;
  /** Dice by structure, the same for every pair that is scored. */
  dice?: Record<string, number | null>;
  /** The same where cases differ; every one of them has to be there. */
  diceByCase?: Record<string, Record<string, number | null>>;
  hd95Mm?: number;
  nsd?: number;
  dimensions?: 2 | 3;
  pairs: number;
  says?: RegExp[];
}

const wholeCoreEnhancing = { whole_tumor: 0.895, tumor_core: 0.843, enhancing_tumor: 0.764 };

const trainers = [
  'nnUNetTrainer__nnUNetPlans__3d_fullres',
  'nnUNetTrainer__nnUNetResEncUNetMPlans__3d_fullres',
]
  .map((name) => `--prediction nnUNet_results/Dataset001_X/${name}/fold_0/validation`)
  .join(' ');

const inputs: Expected[] = [
  ...['mm', 'micron'].map((unit) => ({
    in: '01-header-units',
    args: `--reference ${unit}/ref --prediction ${unit}/pred --dataset dataset.json --surface --tau 1`,
    hd95Mm: 1.1314,
    nsd: 0.9326,
    pairs: 1,
  })),
  {
    in: '02-gzip',
    args: '--reference labelsTr --prediction predictions_unet',
    dice: { tumor: 0.8427 },
    pairs: 3,
  },
  {
    in: '03-float-labels',
    args: '--reference labelsTr --prediction predictions_unet',
    dice: wholeCoreEnhancing,
    pairs: 2,
    says: [/voxels of \S*float\.nii\.gz were no whole numbers/],
  },
  {
    in: '15-pixdim-against-sform/mixed',
    args: '--reference labelsTr --prediction pred --dataset ../dataset.json',
    pairs: 1,
    says: [/contradicts itself: voxels of .* mm by its spacing \(pixdim\), of .* mm by its axes/],
  },
  {
    in: '19-headers-without-space',
    args: '--reference labelsTr --prediction pred --preset brats-2021',
    dice: { whole_tumor: 0.843, tumor_core: 0.809, enhancing_tumor: 0.606 },
    pairs: 3,
    says: [/nan\.nii\.gz are not a number/, /none\.nii\.gz does not say how its voxels lie/],
  },
  ...['samename', 'imgname'].map((name) => ({
    in: '05-leading-word',
    args: `--reference cohort/label --prediction ${name}/predictions_unet --dataset dataset.json`,
    diceByCase: { label0061: { spleen: 0.81 }, label0062: { spleen: 0.822 }, label0063: { spleen: 0.823 } },
    pairs: 3,
  })),
  ...['kits19 submission', 'kits19 cases', 'kits21 cases'].map((names) => {
    const [challenge, predictions] = names.split(' ');
    return {
      in: `07-kits-lits/${challenge}`,
      args: `--reference data --prediction ${predictions} --preset kits-2023`,
      dice: { kidney_and_masses: 0.843, masses: 0.764, tumor: 0.764 },
      pairs: 3,
      says: challenge === 'kits21' ? [/3 cases have several references.*aggregated_MAJ/] : [],
    };
  }),
  {
    in: '08-odd-name',
    args: '--reference MICCAI_BraTS2020_TrainingData --prediction predictions_unet --preset brats-2021',
    pairs: 3,
    says: [/BraTS20_Training_355\/W39_1998\.09\.19_Segm\.nii is taken for .* BraTS20_Training_355/],
  },
  {
    in: '09-images-without-channel',
    args: '--reference labelsTr --prediction predictions_unet --dataset dataset.json',
    pairs: 3,
  },
  ...['isles a', 'isles b', 'isles c', 'ms a'].map((names) => {
    const [study, model] = names.split(' ');
    return {
      in: `26-bids/${study}`,
      args: `--reference derivatives --prediction predictions_${model} --dataset ../dataset.json`,
      pairs: 3,
    };
  }),
  ...['a', 'b'].map((model) => ({
    in: '26-bids/cada',
    args: `--reference ground-truth --prediction predictions_${model} --dataset ../dataset.json`,
    pairs: 3,
  })),
  {
    in: '13-unknown-labels/brats',
    args: '--reference labelsTr --prediction predictions_unet --preset brats-2021',
    exit: 1,
    pairs: 1,
    says: [
      /Value 3 has no meaning in this scheme: [\d,]+ voxels of case_1 .*know it: BraTS 2023 [^)]*\) \(brats-2023\)\.$/m,
    ],
  },
  {
    in: '13-unknown-labels/brats',
    args: '--reference labelsTr --prediction predictions_unet --preset brats-2021 --allow-unknown-labels',
    pairs: 1,
    says: [/Value 3 has no meaning/],
  },
  {
    in: '13-unknown-labels/brats',
    args: '--reference labelsTr --prediction predictions_unet --preset brats-2023',
    dice: { tumor_core: 0.843, enhancing_tumor: 0.764 },
    pairs: 1,
  },
  {
    in: '13-unknown-labels/app',
    args: '--reference labelsTr --prediction predictions_unet --dataset dataset.json',
    exit: 1,
    pairs: 1,
    says: [/Value 5 has no meaning/],
  },
  {
    in: '27-dataset-json',
    args: '--reference labelsTr --prediction pred --dataset order_text.json',
    pairs: 1,
  },
  ...['named', 'plain'].map((name) => ({
    in: '20-channels',
    args: `--reference ${name}/labelsTr --prediction ${name}/predictions_monai --dataset dataset.json`,
    dice: { tumor_core: 0.843, whole_tumor: 0.895 },
    pairs: 1,
  })),
  {
    in: '20-channels',
    args: '--reference named/labelsTr --prediction named/predictions_monai --dataset dataset.json --channels tumor_core,whole_tumor,enhancing_tumor',
    dice: { tumor_core: 0.843, whole_tumor: 0.895 },
    pairs: 1,
  },
  {
    in: '23-mask-per-structure/one',
    args: '--reference ref --prediction pred --dataset dataset.json',
    dice: { liver: 0.809, spleen: 0.809, hip_left: 0.809 },
    pairs: 1,
    says: [/may overlap: every structure is scored as a region/],
  },
  {
    in: '24-two-trainers',
    args: `--reference labelsTr ${trainers}`,
    pairs: 4,
    says: [/nnUNetTrainer__nnUNetPlans__3d_fullres {2}/],
  },
  {
    in: '28-two-files',
    args: '--reference labelsTr --prediction predictions_a',
    dice: { prostate: 0.809 },
    pairs: 2,
  },
  {
    in: '12-seg-nrrd',
    args: '--reference ref --prediction pred --dataset dataset.json',
    pairs: 4,
    diceByCase: {
      full: wholeCoreEnhancing,
      cropped: wholeCoreEnhancing,
      layers: wholeCoreEnhancing,
      nothing: { whole_tumor: 0, tumor_core: 0, enhancing_tumor: 0 },
    },
  },
  {
    in: '29-label-probabilities',
    args: '--reference labelsTr --prediction pred_npz --dataset dataset.json',
    dice: { gland: 0.719, lesion: 0.764 },
    pairs: 1,
  },
  {
    in: '04-version-1-softmax',
    args: '--reference labelsTr --prediction predictions_v1only --dataset dataset.json',
    dice: { 'whole tumor': 1, 'tumor core': 1, 'enhancing tumor': 1 },
    pairs: 1,
  },
  ...['labelsTr --prediction pred', 'labelsTr3 --prediction pred3'].map((folders) => ({
    in: '10-two-dimensions',
    args: `--reference ${folders} --dataset dataset.json --surface --tau 1`,
    hd95Mm: 2,
    nsd: 0.7388,
    dimensions: 2,
    pairs: 2,
  })),
  ...['labelsTr --prediction pred', 'labelsTr1 --prediction pred1'].map((folders) => ({
    in: '11-depth-one',
    args: `--reference ${folders} --dataset dataset.json --surface --tau 1`,
    hd95Mm: 8,
    nsd: 0.1529,
    dimensions: 2,
    pairs: 2,
  })),
];

interface Run {
  code: number;
  out: string;
  scores: {
    cases: {
      case: string;
      geometry: { dimensions: 2 | 3 };
      structures: { name: string; dice: number; surface?: { hd95Mm: number; nsd: { value: number }[] } }[];
    }[];
  };
}

async function evaluate(input: Expected): Promise<Run> {
  const out = join(folder, 'scores.json');
  rmSync(out, { force: true });
  const parameters = ['evaluate', ...input.args.split(' '), '--out', out];
  const run = await promisify(execFile)(process.execPath, [`${bundle}/regionlens.js`, ...parameters], {
    cwd: join(cases, input.in),
  }).catch((reason: { code: number; stdout: string; stderr: string }) => reason);
  return {
    code: 'code' in run ? run.code : 0,
    out: run.stdout + run.stderr,
    scores: existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : { cases: [] },
  };
}

describe.skipIf(!existsSync(cases))('inputs that people really have (skipped without ../shared)', () => {
  beforeAll(async () => {
    await build({
      configFile: 'vite.cli.config.ts',
      logLevel: 'error',
      build: { outDir: bundle, emptyOutDir: true },
    });
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('scores the pairs of a table, whatever their names are', async () => {
    const kits = join(cases, '07-kits-lits/kits21');
    const rows = [0, 1].map(
      (n) => `case ${n},data/case_0000${n}/aggregated_OR_seg.nii.gz,cases/case_00000.nii.gz,m`,
    );
    const table = join(folder, 'pairs.csv');
    const absolute = rows.map((row) => row.replaceAll(/(data|cases)\//g, `${kits}/$1/`));
    writeFileSync(table, ['case,reference,prediction,model', ...absolute].join('\n'));
    const run = await evaluate({ in: '.', args: `--map ${table} --preset kits-2023`, pairs: 2 });
    expect(run.code, run.out).toBe(0);
    expect(run.scores.cases).toMatchObject([
      { case: 'case 0', model: 'm', reference: { file: expect.stringContaining('aggregated_OR') } },
      { case: 'case 1', model: 'm' },
    ]);
  });

  test.each(inputs.map((input) => [`${input.in} ${input.args}`, input] as const))('%s', async (_, input) => {
    const { code, out, scores } = await evaluate(input);
    expect({ code, out }).toEqual({ code: input.exit ?? 0, out });
    expect(scores.cases, out).toHaveLength(input.pairs);
    const named = Object.keys(input.diceByCase ?? {});
    expect(scores.cases.map((pair) => pair.case)).toEqual(expect.arrayContaining(named));
    for (const pair of scores.cases) {
      for (const [name, dice] of Object.entries(input.diceByCase?.[pair.case] ?? input.dice ?? {})) {
        const found = pair.structures.find((structure) => structure.name === name);
        expect(found?.dice, `${name} of ${out}`).toBeCloseTo(dice ?? Number.NaN, 2.9);
      }
      expect(pair.geometry.dimensions).toBe(input.dimensions ?? 3);
      const surface = pair.structures.find((structure) => structure.surface)?.surface;
      if (input.hd95Mm !== undefined) expect(surface?.hd95Mm).toBeCloseTo(input.hd95Mm, 3);
      if (input.nsd !== undefined) expect(surface?.nsd[0].value).toBeCloseTo(input.nsd, 3);
    }
    for (const sentence of input.says ?? []) expect(out).toMatch(sentence);
  });

  test('damaged volumes give no number, and each is told in one short sentence', async () => {
    const reference = join(cases, '01-header-units/mm/ref/case_1.nii.gz');
    const names = readdirSync(join(cases, 'damaged')).filter((name) => /\.(mgz|mha|nhdr|npz)$/.test(name));
    expect(names.length).toBeGreaterThan(8);
    for (const side of ['labelsTr', 'predictions'])
      mkdirSync(join(folder, 'damaged', side), { recursive: true });
    names.forEach((name, index) => {
      symlinkSync(reference, join(folder, 'damaged/labelsTr', `case_${index}.nii.gz`));
      symlinkSync(
        join(cases, 'damaged', name),
        join(folder, 'damaged/predictions', `case_${index}${extname(name)}`),
      );
    });
    const args = `--reference ${folder}/damaged/labelsTr --prediction ${folder}/damaged/predictions --preset brats-2023`;
    const { code, out, scores } = await evaluate({ in: 'damaged', args, pairs: 0 });
    expect({ code, scored: scores.cases, out }).toEqual({ code: 3, scored: [], out });
    names.forEach((name, index) => {
      const told = out
        .split('\n')
        .filter((line) => line.includes(`predictions/case_${index}${extname(name)}: `));
      expect(told, out).toHaveLength(1);
      expect(told[0].length).toBeLessThan(500 + folder.length);
    });
  });
});
