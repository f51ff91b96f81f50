import { noAnnotation } from '../domain/annotation';
import type { CohortRow } from '../domain/cohortRow';
import type { LabelScheme } from '../domain/labelScheme';
import type { CaseMeasures } from '../domain/measures';
import type { AnswerResult, Convention } from '../domain/results';
import { caseScores } from '../kernels/caseScores';

/** For tests: a rim (1) around a core (2), the whole and the core as regions. */
export const rimAndCore: LabelScheme = {
  name: 'rim and core',
  labels: [
    { value: 1, name: 'rim' },
    { value: 2, name: 'core' },
  ],
  regions: [
    { name: 'whole', labels: [1, 2] },
    { name: 'inner', labels: [2] },
  ],
  regionsClassOrder: [1, 2],
  ignoreLabel: null,
};

export const nnunetConvention: Convention = { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null };

/** For tests: a row with this joint histogram over 0, 1 and 2, voxels of 1 mm³. */
export function testRow(
  caseId: string,
  model: string,
  counts: number[][],
  more: Partial<CohortRow> & { measures?: CaseMeasures; warnings?: AnswerResult['warnings'] } = {},
): CohortRow {
  const { measures = null, warnings = [], ...row } = more;
  const result: AnswerResult = {
    caseId,
    model,
    reference: { file: `${caseId}_seg.nii.gz`, bytes: 1 },
    prediction: { file: `${caseId}_pred.nii.gz`, bytes: 1 },
    shape: [10, 10, 10],
    spacingMm: [1, 1, 1],
    warnings,
    confusion: { labels: [0, 1, 2], counts },
  };
  return {
    key: `${caseId}\n${model}`,
    caseId,
    model,
    scores: caseScores(result, rimAndCore, nnunetConvention, measures),
    problem: null,
    verdict: 'uncheckable',
    annotation: noAnnotation,
    attributes: {},
    ...row,
  };
}

/** For tests: a core of `size` voxels of which the prediction finds `hits` and adds `extra`, and a steady rim. */
export function coreRow(
  caseId: string,
  model: string,
  { size = 100, hits = size, extra = 0 }: { size?: number; hits?: number; extra?: number },
  more: Partial<CohortRow> = {},
): CohortRow {
  const counts = [
    [9000, 10, 0],
    [10, 200, extra],
    [0, size - hits, hits],
  ];
  return testRow(caseId, model, counts, more);
}
