import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../domain/nnunetSummary';
import type { AnswerResult } from '../domain/results';
import { parseSummaryJson } from '../io/parseSummaryJson';
import { jointHistogram } from '../kernels/jointHistogram';
import { countsOf, diceOf } from '../kernels/overlap';
import { hasSampleCases, sampleLabelMap } from '../sampleCases';
import { summaryAgreement } from './summaryAgreement';

const folder = '../shared/data/lumiere-nnunet';
const summaries = [
  ['predictions_nnUNet', 'summary.json', 9],
  ['predictions_SegResNet', 'summary.json', 9],
  ['predictions_nnUNet', 'summary_labels_1_2_3_4.json', 12],
] as const;

async function resultsOf(predictions: string): Promise<AnswerResult[]> {
  const weeks = ['000', '003', '021'];
  return Promise.all(
    weeks.map(async (week) => {
      const name = `Patient-002-week-${week}.nii.gz`;
      const [reference, prediction] = await Promise.all(
        ['labelsTr', predictions].map((part) => sampleLabelMap(`${folder}/${part}/${name}`)),
      );
      return resultOf(name, jointHistogram(reference.voxels, prediction.voxels));
    }),
  );
}

function resultOf(name: string, confusion: AnswerResult['confusion']): AnswerResult {
  return {
    caseId: name.replace('.nii.gz', ''),
    model: 'model',
    reference: { file: `labelsTr/${name}`, bytes: 1 },
    prediction: { file: `predictions/${name}`, bytes: 1 },
    shape: [1, 1, 1],
    spacingMm: [1, 1, 1],
    warnings: [],
    confusion,
  };
}

describe.skipIf(!hasSampleCases || !existsSync(folder))(
  "nnU-Net's own evaluations (skipped without ../shared)",
  () => {
    test.each(summaries)(
      '%s/%s agrees in every value, also on labels that occur nowhere',
      async (part, name, values) => {
        const parsed = parseSummaryJson(name, readFileSync(`${folder}/${part}/${name}`, 'utf8'));
        if (!parsed.ok) throw new Error('unreadable');
        const found = summaryAgreement(parsed.value, await resultsOf(part), null);
        expect(found).toMatchObject({ values, equal: values, differences: [], missingFiles: [] });
      },
    );

    test("another model's evaluation differs, and the reason is the prediction", async () => {
      const parsed = parseSummaryJson('', readFileSync(`${folder}/predictions_nnUNet/summary.json`, 'utf8'));
      if (!parsed.ok) throw new Error('unreadable');
      const found = summaryAgreement(parsed.value, await resultsOf('predictions_SegResNet'), null);
      expect(found.equal).toBeLessThan(9);
      expect(new Set(found.differences.map(({ reason }) => reason))).toEqual(new Set(['other-prediction']));
    });
  },
);

/** Two labels; rows are the reference. */
const counts = [
  [80, 2, 1],
  [3, 10, 2],
  [0, 1, 20],
];

/** A summary of label 1 with changed numbers, read as if by nnU-Net from maps with these counts. */
function summaryOf(table: number[][], labels = [1], file = 'a.nii.gz'): Summary {
  const found = countsOf({ labels: [0, 1, 2], counts: table }, labels, null);
  const metrics = {
    labels: [1],
    ...found,
    dice: diceOf(found),
    iou: Number.NaN,
    referenceVoxels: found.tp + found.fn,
    predictionVoxels: found.tp + found.fp,
  };
  const item = { referenceFile: file, predictionFile: `/home/me/${file}`, structures: [metrics] };
  return { cases: [item], mean: null, foregroundMeanDice: null };
}

describe('a value that differs has a likely reason', () => {
  const ours = [resultOf('a.nii.gz', { labels: [0, 1, 2], counts })];
  const table = (background: number[], one: number[]) => [background, one, counts[2]];

  test.each([
    ['other-grid', summaryOf(table([180, 2, 1], counts[1]))],
    ['other-labels', summaryOf(counts, [2])],
    ['other-reference', summaryOf(table([80, 3, 1], [3, 9, 2]))],
    ['other-prediction', summaryOf(table([76, 6, 1], counts[1]))],
    ['other-places', summaryOf(table([79, 3, 1], [4, 9, 2]))],
  ])('%s', (reason, summary) => {
    const { equal, differences } = summaryAgreement(summary, ours, null);
    expect(equal).toBe(0);
    expect(differences.map((difference) => difference.reason)).toEqual([reason]);
  });

  test('what a mask left out leaves unknown is compared with nothing', () => {
    const leftOut = [{ ...ours[0], indistinct: [[0, 1]] }];
    const summary = summaryOf(counts, [2]);
    expect(summaryAgreement(summary, leftOut, null)).toMatchObject({ values: 0, differences: [] });
  });

  test('a file that is not open is named, not counted', () => {
    expect(summaryAgreement(summaryOf(counts, [1], 'b.nii.gz'), ours, null)).toMatchObject({
      values: 0,
      missingFiles: ['/home/me/b.nii.gz'],
    });
  });
});
