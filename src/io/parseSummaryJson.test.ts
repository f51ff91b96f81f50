import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../domain/nnunetSummary';
import { labelsOfKey, parseSummaryJson } from './parseSummaryJson';

const folder = '../shared/data/lumiere-nnunet';

function read(text: string): Summary {
  const result = parseSummaryJson('summary.json', text);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('parseSummaryJson', () => {
  it('reads structures, files and bare NaN', () => {
    const summary = read(
      `{"foreground_mean": {"Dice": NaN}, "mean": {"1": {"Dice": 0.5}},
        "metric_per_case": [{"metrics": {"(1, 2)": {"Dice": 0.5, "IoU": NaN, "TP": 3, "n_ref": 4}},
        "prediction_file": "p/NaN.nii.gz", "reference_file": "r/NaN.nii.gz"}]}`,
    );
    expect(summary.foregroundMeanDice).toBeNaN();
    expect(summary.mean?.[0]).toMatchObject({ labels: [1], dice: 0.5, tp: Number.NaN });
    expect(summary.cases[0]).toMatchObject({
      predictionFile: 'p/NaN.nii.gz',
      structures: [{ labels: [1, 2], dice: 0.5, iou: Number.NaN, tp: 3, referenceVoxels: 4 }],
    });
  });

  it.each([
    ['(1, 2, 3)', [1, 2, 3]],
    ['(1,)', [1]],
    ['4', [4]],
    ['[1, 2]', [1, 2]],
    ['whole tumor', null],
    ['(1, 2', null],
    ['()', null],
  ])('reads the key %j as %j', (key, labels) => {
    expect(labelsOfKey(key)).toEqual(labels);
  });

  it('refuses JSON that is no summary, naming what is missing', () => {
    for (const text of ['[]', '{}', '{"metric_per_case": 1}']) {
      expect(parseSummaryJson('s.json', text)).toMatchObject({
        problem: { code: 'bad-json', file: 's.json', facts: { detail: 'metric_per_case' } },
      });
    }
    expect(parseSummaryJson('s.json', '{')).toMatchObject({ problem: { code: 'bad-json' } });
  });
});

describe.skipIf(!existsSync(folder))('summary.json of the sample data', () => {
  it('holds three regions of three cases, with counts that add up', () => {
    const summary = read(readFileSync(`${folder}/predictions_nnUNet/summary.json`, 'utf8'));
    expect(summary.cases).toHaveLength(3);
    expect(summary.foregroundMeanDice).toBe(0.518003313283315);
    for (const { structures } of summary.cases) {
      expect(structures.map(({ labels }) => labels)).toEqual([[1, 2], [1, 2, 3], [1]]);
      for (const { tp, fp, fn, tn, dice, referenceVoxels, predictionVoxels } of structures) {
        expect(tp + fp + fn + tn).toBe(7_221_032);
        expect(tp + fn).toBe(referenceVoxels);
        expect(tp + fp).toBe(predictionVoxels);
        expect(dice).toBeCloseTo((2 * tp) / (2 * tp + fp + fn), 12);
      }
    }
  });

  it('holds bare NaN for the label that occurs nowhere', () => {
    const summary = read(readFileSync(`${folder}/predictions_nnUNet/summary_labels_1_2_3_4.json`, 'utf8'));
    const label4 = summary.cases[0].structures.find(({ labels }) => labels[0] === 4);
    expect(label4?.dice).toBeNaN();
    expect(label4?.tp).toBe(0);
  });
});

const version1 = '../shared/cases/18-version-1-summary/predictions_v1/summary.json';

describe.skipIf(!existsSync(version1))('summary.json of nnU-Net 1', () => {
  it('is read as that of version 2 is, its counts worked out from its ratios', () => {
    const summary = read(readFileSync(version1, 'utf8'));
    expect(summary.cases.map(({ predictionFile }) => predictionFile.split('/').at(-1))).toEqual([
      'case_0.nii.gz',
      'case_1.nii.gz',
    ]);
    expect(summary.mean?.map(({ dice }) => Number(dice.toFixed(4)))).toEqual([0.7394, 0.6626]);
    for (const { structures } of summary.cases) {
      for (const { tp, fp, fn, dice } of structures)
        expect((2 * tp) / (2 * tp + fp + fn)).toBeCloseTo(dice, 12);
    }
  });
});
