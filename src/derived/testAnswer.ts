import { gapAnswer } from '../domain/gapAnswer';
import type { LabelScheme } from '../domain/labelScheme';
import type { CaseMeasures } from '../domain/measures';
import type { AnswerResult } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { nnunetConvention } from './testRows';

/** For tests: a tumour whose core holds necrosis and enhancing. */
export const tumour: LabelScheme = {
  name: 'tumour',
  labels: [
    { value: 1, name: 'necrosis' },
    { value: 2, name: 'oedema' },
    { value: 3, name: 'enhancing' },
  ],
  regions: [
    { name: 'whole', labels: [1, 2, 3] },
    { name: 'core', labels: [1, 3] },
    { name: 'active', labels: [3] },
  ],
  regionsClassOrder: [2, 1, 3],
  ignoreLabel: null,
};

export interface AskedAnswer {
  scheme?: LabelScheme;
  region?: string;
  more?: Partial<AnswerResult>;
  measures?: CaseMeasures;
}

/** For tests: the answer for these counts. Rows are reference labels, columns predicted ones, from 0 on; a voxel is 1 mm³. */
export function answerOf(
  counts: number[][],
  { scheme = tumour, region = 'core', more, measures }: AskedAnswer = {},
) {
  const result: AnswerResult = {
    caseId: 'case',
    model: 'model',
    reference: { file: 'reference.nii.gz', bytes: 1 },
    prediction: { file: 'prediction.nii.gz', bytes: 1 },
    shape: [10, 10, 10],
    spacingMm: [1, 1, 1],
    warnings: [],
    confusion: { labels: counts.map((_, value) => value), counts },
    ...more,
  };
  const scores = caseScores(result, scheme, nnunetConvention, measures);
  const paired = scores.pairs.find(({ pair }) => pair.region.name === region)!;
  return { paired, answer: gapAnswer(scores, paired) };
}
