import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileEntry } from '../domain/cohort';
import type { Recognition } from '../domain/recognition';
import { jsonPathsToRead, recogniseCohort } from './recogniseCohort';

const dataFolder = '../shared/data';

function recognise(paths: readonly string[], texts: Record<string, string> = {}): Recognition {
  const files = paths.map((path) => ({ path, size: 1 }));
  return recogniseCohort(files, new Map(Object.entries(texts)));
}

describe('nnU-Net raw data with prediction folders (the layout of the demo)', () => {
  const paths = [
    'demo/dataset.json',
    ...['case_001', 'case_002'].flatMap((id) => [
      `demo/imagesTr/${id}_0000.nii.gz`,
      `demo/imagesTr/${id}_0001.nii.gz`,
      `demo/labelsTr/${id}.nii.gz`,
      `demo/predictions_region-trained/${id}.nii.gz`,
      `demo/predictions_region-trained/${id}.npz`,
      `demo/predictions_label-trained/${id}.nii.gz`,
    ]),
  ];
  const dataset = JSON.stringify({
    channel_names: { 0: 'T1c', 1: 'FLAIR' },
    labels: { background: 0, whole_tumor: [1, 2, 3], tumor_core: [2, 3], enhancing_tumor: 3 },
    regions_class_order: [1, 2, 3],
    file_ending: '.nii.gz',
  });

  it('finds cases, named channels, reference and models', () => {
    const { cohort, problems, isGuess } = recognise(paths, { 'demo/dataset.json': dataset });
    expect(cohort.models).toEqual(['label-trained', 'region-trained']);
    expect(cohort.name).toBe('demo');
    expect(cohort.unclaimed).toEqual([]);
    expect(problems).toEqual([]);
    expect(isGuess).toBe(false);
    expect(cohort.cases[0]).toEqual({
      id: 'case_001',
      images: [
        { name: 'T1c', path: 'demo/imagesTr/case_001_0000.nii.gz' },
        { name: 'FLAIR', path: 'demo/imagesTr/case_001_0001.nii.gz' },
      ],
      reference: 'demo/labelsTr/case_001.nii.gz',
      predictions: [
        { model: 'label-trained', labelMap: 'demo/predictions_label-trained/case_001.nii.gz' },
        {
          model: 'region-trained',
          labelMap: 'demo/predictions_region-trained/case_001.nii.gz',
          raw: { kind: 'probabilities', path: 'demo/predictions_region-trained/case_001.npz' },
        },
      ],
    });
  });

  it('recognises the same under any prefix, and with the files dropped without their folder', () => {
    const bare = paths.map((path) => path.slice('demo/'.length));
    const deep = paths.map((path) => `Users/me/my data/${path}`);
    for (const [list, key] of [
      [bare, 'dataset.json'],
      [deep, 'Users/me/my data/demo/dataset.json'],
    ] as const) {
      const { cohort } = recognise(list, { [key]: dataset });
      expect(cohort.models).toEqual(['label-trained', 'region-trained']);
      expect(cohort.cases.map(({ id }) => id)).toEqual(['case_001', 'case_002']);
      expect(cohort.cases[1].images.map(({ name }) => name)).toEqual(['T1c', 'FLAIR']);
      expect(cohort.scheme?.regionsClassOrder).toEqual([1, 2, 3]);
    }
  });
});

describe.skipIf(!existsSync(dataFolder))('the sample data', () => {
  function filesBelow(folder: string, prefix: string): FileEntry[] {
    return readdirSync(join(dataFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const full = join(entry.parentPath, entry.name);
        const path = prefix + full.slice(join(dataFolder, folder).length + 1);
        return { path, size: statSync(full).size };
      });
  }

  function recogniseFolder(folder: string, prefix: string): Recognition {
    const files = filesBelow(folder, prefix);
    const texts = jsonPathsToRead(files).map((path): [string, string] => [
      path,
      readFileSync(join(dataFolder, folder, path.slice(prefix.length)), 'utf8'),
    ]);
    return recogniseCohort(files, new Map(texts));
  }

  it.each(['', 'brats-ssa/', 'data/brats-ssa/'])('recognises brats-ssa below "%s"', (prefix) => {
    const { cohort, problems } = recogniseFolder('brats-ssa', prefix);
    expect(cohort.models).toEqual(['nnUnet', 'SegResNet'].sort());
    expect(cohort.cases.map(({ id }) => id)).toEqual(['BraTS2024_SSA-00002-000', 'BraTS2024_SSA-00230-000']);
    expect(cohort.scheme).toBeNull();
    expect(problems).toEqual([]);
    expect(cohort.unclaimed).toEqual([]);
    for (const { id, images, reference, predictions } of cohort.cases) {
      expect(images.map(({ name }) => name).sort()).toEqual(['flair', 't1', 't1ce', 't2']);
      expect(reference).toBe(`${prefix}images/${id}/${id}_seg.nii.gz`);
      expect(predictions.map(({ labelMap }) => labelMap).sort()).toEqual([
        `${prefix}predictions/SegResNet/${id}/${id}_pred.nii.gz`,
        `${prefix}predictions/nnUnet/${id}/${id}_pred.nii.gz`,
      ]);
    }
  });

  it('recognises brats-ped, and adds it to brats-ssa when both are dropped', () => {
    const files = [...filesBelow('brats-ped', 'brats-ped/'), ...filesBelow('brats-ssa', 'brats-ssa/')];
    const { cohort, problems } = recogniseCohort(files, new Map());
    expect(cohort.cases).toHaveLength(3);
    expect(cohort.cases.every(({ predictions }) => predictions.length === 2)).toBe(true);
    expect(cohort.name).toBe('brats-ped + brats-ssa');
    expect(problems).toEqual([]);
  });

  it.each(['', 'lumiere-nnunet/'])('recognises lumiere-nnunet below "%s"', (prefix) => {
    const { cohort, problems, summaries } = recogniseFolder('lumiere-nnunet', prefix);
    expect([...cohort.models].sort()).toEqual(['SegResNet', 'nnUNet', 'region_probabilities']);
    expect(cohort.cases).toHaveLength(3);
    expect(cohort.unclaimed).toEqual([]);
    expect(cohort.scheme?.regionsClassOrder).toEqual([3, 2, 1]);
    expect(cohort.cases[1].predictions.find(({ model }) => model === 'region_probabilities')).toEqual({
      model: 'region_probabilities',
      labelMap: `${prefix}predictions_region_probabilities/Patient-002-week-003.nii.gz`,
      raw: {
        kind: 'probabilities',
        path: `${prefix}predictions_region_probabilities/Patient-002-week-003.npz`,
      },
    });
    expect(problems.map(({ code, caseId, model }) => [code, caseId, model])).toEqual([
      ['missing-prediction', 'Patient-002-week-000', 'region_probabilities'],
      ['missing-prediction', 'Patient-002-week-021', 'region_probabilities'],
    ]);
    expect(summaries.map(({ model }) => model).sort()).toEqual(['SegResNet', 'nnUNet', 'nnUNet']);
  });
});
