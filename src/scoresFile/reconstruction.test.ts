import { describe, expect, test } from 'vitest';
import type { UncheckableReason, VerdictSummary } from '../domain/caseReconstruction';
import { answerKey } from '../domain/cohort';
import { presetById } from '../domain/presets';
import type { ReconstructionCause } from '../domain/reconstruction';
import type { AnswerResult } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { openScores } from './testScores';
import { scoresFile } from './write';

const { scheme } = presetById('audit');
const structure = { kind: 'region' as const, name: 'TC', labels: [1, 2] };

const causes: ReconstructionCause[] = [
  { kind: 'class-order', regionsClassOrder: [1, 2, 3] },
  { kind: 'paint-sequence', regions: ['TC', 'WT', 'ET'] },
  { kind: 'region-order', regions: ['TC', 'WT', 'ET'] },
  { kind: 'labels-renamed', renamed: [{ from: 3, to: 4 }] },
  { kind: 'region-ignored', region: 'TC' },
  { kind: 'threshold', isCommon: true, thresholds: [{ region: 'WT', atLeast: 0.3, below: 0.31 }] },
  { kind: 'components-removed', structure, componentVoxels: [5], keptComponents: 1, replacedBy: 0 },
  { kind: 'holes-filled', structure, holeVoxels: [3, 2], filledWith: 2 },
  { kind: 'axes', axes: [1, 0, 2], flipped: [true, false, false] },
  { kind: 'softmax', channels: 4, hasBackground: true },
];

const result: AnswerResult = {
  caseId: 'one',
  model: 'unet',
  reference: { file: 'reference/one.nii.gz', bytes: 10 },
  prediction: { file: 'prediction/one.nii.gz', bytes: 11 },
  shape: [4, 5, 5],
  spacingMm: [1, 1, 2],
  warnings: [],
  confusion: { labels: [0], counts: [[100]] },
};
const key = answerKey(result.caseId, result.model);

function written(known?: VerdictSummary | UncheckableReason) {
  const convention = { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null } as const;
  return scoresFile({
    producer: 'regionlens test',
    scheme,
    profile: 'nnunet',
    scores: [caseScores(result, scheme, convention)],
    failures: [],
    reconstructions: known ? { [key]: known } : undefined,
    messageOf: () => '',
  });
}

describe('the reconstruction in a scores file', () => {
  test('comes back with every kind of cause', async () => {
    const summary: VerdictSummary = { verdict: 'explained', differingVoxels: 12, causes, nearest: null };
    const opened = await openScores(written(summary));
    expect(opened).toMatchObject({ ok: true });
    if (opened.ok) expect(opened.value.reconstructions).toEqual({ [key]: summary });
  });

  test('comes back with the nearest cause of what is not explained', async () => {
    const nearest = { cause: causes[4], differingVoxels: 3, explainedShare: 0.75 };
    const summary: VerdictSummary = { verdict: 'unexplained', differingVoxels: 12, causes: [], nearest };
    const opened = await openScores(written(summary));
    if (opened.ok) expect(opened.value.reconstructions[key]).toEqual(summary);
    expect(opened.ok).toBe(true);
  });

  test('is null with the reason where nothing could be or was checked', async () => {
    expect(written('no-raw-regions').cases[0]).toMatchObject({
      reconstruction: null,
      reconstructionReason: 'no-raw-regions',
    });
    expect(written().cases[0].reconstructionReason).toBe('not-computed');
    const opened = await openScores(written());
    if (opened.ok) expect(opened.value.reconstructions).toEqual({});
    expect(opened.ok).toBe(true);
  });

  test.each([
    ['verdict', { verdict: 'fine', differingVoxels: 0, causes: [] }],
    ['differingVoxels', { verdict: 'identical', differingVoxels: -1, causes: [] }],
    ['causes', { verdict: 'identical', differingVoxels: 0 }],
    ['causes[0].kind', { verdict: 'explained', differingVoxels: 1, causes: [{ kind: 'magic' }] }],
    ['causes[0].axes', { verdict: 'explained', differingVoxels: 1, causes: [{ kind: 'axes', axes: [0] }] }],
    [
      'causes[0].thresholds',
      { verdict: 'explained', differingVoxels: 1, causes: [{ kind: 'threshold', thresholds: [] }] },
    ],
  ])('is refused where %s does not fit', async (name, reconstruction) => {
    const document = written();
    const cases = [{ ...document.cases[0], reconstruction }];
    expect(await openScores({ ...document, cases })).toEqual({
      ok: false,
      problem: {
        code: 'bad-scores-file',
        file: 'scores.json',
        facts: { detail: `cases[0].reconstruction.${name}` },
      },
    });
  });
});
