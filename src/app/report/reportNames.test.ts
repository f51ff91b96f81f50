import { describe, expect, test } from 'vitest';
import { failure } from '../../domain/errors';
import type { AnswerResult } from '../../domain/results';
import { translator } from '../../i18n/translate';
import { caseScores } from '../../kernels/caseScores';
import { reportNames, sideOf, withoutPaths } from './reportNames';

const ids = ['BraTS-1', 'BraTS-12', 'Zhang (Wei).2'];
const t = translator('en');

describe('names in a report', () => {
  test('are numbers in the order of the cohort when asked', () => {
    const names = reportNames(ids, true, t);
    expect(ids.map(names.of)).toEqual(['Case 1', 'Case 2', 'Case 3']);
  });

  test('are replaced in texts, in any case of letters, long names before their parts', () => {
    const { hide } = reportNames(ids, true, t);
    expect(hide('brats-12 like BraTS-1, unlike ZHANG (wei).2')).toBe('Case 2 like Case 1, unlike Case 3');
  });

  test('are replaced once: a number that stands for a name is no name', () => {
    expect(reportNames(['2', '1'], true, t).hide('patient 2, not 1')).toBe('patient Case 1, not Case 2');
    expect(reportNames([], true, t).hide('nobody')).toBe('nobody');
  });

  test('stay as they are otherwise', () => {
    const names = reportNames(ids, false, t);
    expect(names.of('BraTS-1')).toBe('BraTS-1');
    expect(names.hide('see BraTS-1')).toBe('see BraTS-1');
  });

  test('of files never stay, and nothing else of the scores changes', () => {
    const result = {
      caseId: 'BraTS-1',
      model: 'unet',
      reference: { file: '/home/wei/BraTS-1_seg.nii.gz', bytes: 5, modified: 77 },
      prediction: { file: '/home/wei/BraTS-1_pred.nii.gz', bytes: 6 },
      shape: [2, 2, 1] as [number, number, number],
      spacingMm: [1, 1, 1] as [number, number, number],
      warnings: [
        {
          kind: 'reoriented' as const,
          file: '/home/wei/BraTS-1_pred.nii.gz',
          otherFile: '/home/wei/BraTS-1_seg.nii.gz',
        },
      ],
      confusion: {
        labels: [0, 1],
        counts: [
          [1, 1],
          [1, 1],
        ],
      },
    };
    const scheme = {
      name: '',
      labels: [{ value: 1, name: 'a' }],
      regions: [],
      regionsClassOrder: [],
      ignoreLabel: null,
    };
    const scores = caseScores(result, scheme, { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null });
    const shown = withoutPaths(scores, reportNames(ids, true, t));
    expect(JSON.stringify(shown)).not.toMatch(/wei|BraTS|nii|77/);
    expect(shown.structures).toBe(scores.structures);
    expect(shown.result.confusion).toBe(result.confusion);
  });
});

describe('masks of a case', () => {
  const facts = {
    reference: { file: 'x/BraTS-1/ref/liver.nii', bytes: 1 },
    prediction: { file: 'x/BraTS-1/pred/liver.nii', bytes: 1 },
  };

  test('belong to the side whose first mask is called more alike, also where one name begins like another', () => {
    expect(sideOf('x/BraTS-1/ref/spleen.nii', facts)).toBe('reference');
    expect(sideOf('x/BraTS-1/pred/liver.nii', facts)).toBe('prediction');
    expect(sideOf('x/BraTS-1/pred', facts)).toBe('prediction');
    const beside = { reference: { file: 'a/c.nii', bytes: 1 }, prediction: { file: 'a/c.nii.gz', bytes: 1 } };
    expect(['a/c.nii', 'a/c.nii.gz'].map((file) => sideOf(file, beside))).toEqual([
      'reference',
      'prediction',
    ]);
  });

  test('that were left out are told without their names', () => {
    const [file, otherFile] = ['x/BraTS-1/ref/spleen.nii', 'x/BraTS-1/ref/liver.nii'];
    const grids = { shape: '2×2×2', otherShape: '3×3×3', spacing: '1×1×1', otherSpacing: '1×1×1' };
    const { problem } = failure('grid-mismatch', file, { otherFile, ...grids });
    const cut = failure('missing-data-file', file, { dataFile: 'BraTS-1.raw' });
    const result: AnswerResult = {
      ...{ caseId: 'BraTS-1', model: 'unet', ...facts, shape: [1, 1, 1], spacingMm: [1, 1, 1] },
      warnings: [problem, cut.problem].map((problem) => {
        return { kind: 'mask-left-out', file, structure: 'spleen', problem };
      }),
      confusion: { labels: [0], counts: [[1]] },
    };
    const scheme = { name: '', labels: [], regions: [], regionsClassOrder: [], ignoreLabel: null };
    const scores = caseScores(result, scheme, { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null });
    const shown = withoutPaths(scores, reportNames(ids, true, t)).result;
    expect(JSON.stringify(shown)).not.toMatch(/BraTS|nii|raw/);
    expect(shown.warnings[0]).toMatchObject({
      file: 'reference',
      problem: { file: 'reference', facts: { otherFile: 'reference', shape: '2×2×2' } },
    });
  });
});
