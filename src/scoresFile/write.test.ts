import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { failure } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';
import type { ProfileName } from '../domain/profile';
import type { AnswerFailure, AnswerResult, GeometryWarning } from '../domain/results';
import { translator } from '../i18n/translate';
import { caseScores } from '../kernels/caseScores';
import { type CsvExtras, failuresCsv, scoresCsv } from '../report/scoresCsv';
import { isScoresText } from './read';
import { openScores } from './testScores';
import { scoresFile } from './write';

const scheme: LabelScheme = {
  name: 'two',
  labels: [
    { value: 1, name: 'rim' },
    { value: 2, name: 'core' },
  ],
  regions: [
    { name: 'whole', labels: [1, 2] },
    { name: 'core', labels: [2] },
  ],
  regionsClassOrder: [1, 2],
  ignoreLabel: null,
};

/** The core is in neither map of the second case. */
function result(caseId: string, counts: number[][]): AnswerResult {
  return {
    caseId,
    model: '=unet, "big"',
    reference: { file: 'reference/ä 例.nii.gz', bytes: 10 },
    prediction: { file: 'prediction/ä 例.nii.gz', bytes: 11 },
    shape: [4, 5, 5],
    spacingMm: [1, 1, 2],
    warnings: [],
    confusion: { labels: [0, 1, 2], counts },
  };
}

const results = [
  result('one', [
    [70, 2, 1],
    [3, 10, 2],
    [0, 4, 8],
  ]),
  result('two', [
    [80, 5, 0],
    [5, 10, 0],
    [0, 0, 0],
  ]),
];

const convention = (profile: ProfileName) => ({ profile, lesionProfile: 'gli-2023', tauMm: null }) as const;

function written() {
  return scoresFile({
    producer: 'regionlens test',
    scheme,
    profile: 'nnunet',
    scores: results.map((item) => caseScores(item, scheme, convention('nnunet'))),
    failures: [
      { caseId: 'three', model: 'm', problem: { code: 'empty-file', file: 'three.nii', facts: {} } },
    ],
    messageOf: () => 'The file is empty.',
  });
}

describe('the scores file', () => {
  test('gives back every result that was written', async () => {
    const text = JSON.stringify(written());
    expect(isScoresText(text)).toBe(true);
    const opened = await openScores(text);
    if (!opened.ok) throw new Error('refused');
    expect(Object.values(opened.value.results)).toEqual(results);
    expect(opened.value.scheme).toEqual(scheme);
    expect(opened.value.profile).toBe('nnunet');
  });

  test('writes null with its reason where a number does not exist', () => {
    const core = written().cases[1].structures.find(
      ({ kind, labels }) => kind === 'label' && labels[0] === 2,
    );
    expect(core).toMatchObject({
      dice: null,
      diceReason: 'both-empty',
      recall: null,
      recallReason: 'both-empty',
    });
    expect(written().cases[1].pairs[1]).toMatchObject({ gap: null, gapReason: 'both-empty' });
    expect(JSON.stringify(written())).not.toContain('NaN');
  });

  test.each([
    ['no JSON', '{"format": "regionlens.scores",', 'bad-json'],
    ['another format', '{"format": "other"}', 'bad-scores-file'],
    ['a later version', '{"format": "regionlens.scores", "version": 2}', 'bad-scores-file'],
    [
      'a table that is not square',
      JSON.stringify({
        ...written(),
        cases: [{ ...written().cases[0], confusion: { labels: [0, 1], counts: [[1]] } }],
      }),
      'bad-scores-file',
    ],
  ])('refuses %s and names what is wrong', async (_, text, code) => {
    const opened = await openScores(text);
    expect(opened).toMatchObject({ ok: false, problem: { code, file: 'scores.json' } });
  });
});

test('what a mask that was left out leaves unknown has no number anywhere, and comes back as it was', async () => {
  const warning: GeometryWarning = {
    kind: 'mask-left-out',
    file: 'reference/core.nii',
    structure: 'core',
    problem: failure('truncated-data', 'reference/core.nii', { expectedBytes: 9, foundBytes: 8 }).problem,
  };
  const [one, two] = results;
  const leftOut: AnswerResult = { ...one, indistinct: [[1, 2]], warnings: [warning] };
  const scores = [leftOut, two].map((item) => caseScores(item, scheme, convention('brats-2023')));
  const file = scoresFile({
    ...{ producer: 'test', scheme, profile: 'brats-2023', scores, failures: [], messageOf: () => '' },
  });
  const [whole, ...others] = file.cases[0].structures;
  expect(whole).toMatchObject({ name: 'whole', tp: 24, dice: 48 / 54 });
  expect(others.map(({ name }) => name)).toEqual(['core', 'rim', 'core']);
  for (const structure of others) {
    for (const key of ['tp', 'tn', 'dice', 'specificity', 'referenceMl', 'surface', 'lesions']) {
      expect(structure).toMatchObject({ [key]: null, [`${key}Reason`]: 'left-out' });
    }
  }
  for (const pair of file.cases[0].pairs) {
    for (const key of ['sharedVoxels', 'gap', 'labelDice', 'shapePart']) {
      expect(pair).toMatchObject(key === 'labelDice' ? {} : { [key]: null, [`${key}Reason`]: 'left-out' });
    }
  }
  const opened = await openScores(JSON.stringify(file));
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(Object.values(opened.value.results)).toEqual([leftOut, two]);
  const rows = Papa.parse<Record<string, string>>(scoresCsv(scores, 'brats-2023'), { header: true }).data;
  expect(rows.slice(0, 5).map(({ dice, problem }) => [dice !== '', problem])).toEqual([
    [true, ''],
    ...[1, 2, 3].map(() => [false, 'left-out: core (truncated-data)']),
    [true, ''],
  ]);
});

test('marks and notes go with the scores and come back; a mark that is not known is none', async () => {
  const annotations = {
    one: { mark: 'excluded', note: '=moved, "twice"' },
    two: { mark: null, note: 'fine' },
  } as const;
  const file = scoresFile({
    producer: 'test',
    scheme,
    profile: 'nnunet',
    scores: results.map((item) => caseScores(item, scheme, convention('nnunet'))),
    failures: [],
    annotations,
    messageOf: () => '',
  });
  const opened = await openScores(file);
  if (!opened.ok) throw new Error('refused');
  expect(opened.value.annotations).toEqual(annotations);
  const odd = { ...file, marks: [{ case: 'one', mark: 'superb', note: '' }] };
  const read = await openScores(odd);
  expect(read.ok && read.value.annotations).toEqual({ one: { mark: null, note: '' } });
  const scores = results.map((item) => caseScores(item, scheme, convention('nnunet')));
  const [head, first] = scoresCsv(scores, 'nnunet', { annotations }).split('\n');
  expect(head.endsWith(',mark,note')).toBe(true);
  expect(first.endsWith(`,excluded,"'=moved, ""twice"""`)).toBe(true);
});

test('what could not be scored comes back with its message, and is saved again as it was', async () => {
  const [{ caseId, model }] = results;
  const write = (failures: AnswerFailure[], messageOf: (failed: AnswerFailure) => string) =>
    scoresFile({ producer: 'test', scheme, profile: 'nnunet', scores: [], failures, messageOf });
  const { problem } = failure('not-gzip', 'a.nii.gz', {});
  const first = write([{ caseId, model, problem }], () => 'No gzip.');
  const opened = await openScores(first);
  if (!opened.ok) throw new Error('refused');
  const failures = Object.values(opened.value.failures);
  expect(failures).toMatchObject([{ caseId, model, problem: { file: 'a.nii.gz' } }]);
  const english = translator('en');
  const again = write(failures, ({ problem: { code, facts } }) => english(`errors.${code}`, facts));
  expect(again.failures).toEqual(first.failures);
});

test('the table holds attributes, and a row with its reason for what could not be scored', () => {
  const scores = results.map((item) => caseScores(item, scheme, convention('nnunet')));
  const extras = {
    annotations: { lost: { mark: 'excluded', note: 'broken' } },
    attributes: {
      columns: ['site', 'note'],
      values: { one: { site: 'Basel', note: 'x' }, lost: { site: 'Oslo' } },
    },
  } as const;
  const [head, first] = scoresCsv(scores, 'nnunet', extras as unknown as CsvExtras).split('\n');
  expect(head.endsWith(',problem,mark,note,attribute site,attribute note')).toBe(true);
  expect(first.endsWith(',,,Basel,x')).toBe(true);
  const { problem } = failure('empty-file', 'lost.nii.gz', {});
  const failed = [{ caseId: 'lost', model: 'unet', problem }];
  const row = failuresCsv(failed, () => 'It is empty.', 'nnunet', extras as unknown as CsvExtras, scores[0]);
  expect(row).toMatch(/^lost,unet,nnunet,,,.*,It is empty\.,excluded,broken,Oslo,$/);
  expect(row.split(',')).toHaveLength(head.split(',').length);
  const alone = failuresCsv(failed, () => 'It is empty.', 'nnunet', {}, undefined);
  expect(alone.split('\n')[0]).toBe('case,model,convention,problem,mark,note');
});

test('the table has a row per structure, the convention in each, and no cell that a spreadsheet would run', () => {
  const scores = results.map((item) => caseScores(item, scheme, convention('brats-2023')));
  const [head, ...rows] = scoresCsv(scores, 'brats-2023').split('\n');
  expect(head.split(',').slice(0, 6)).toEqual(['case', 'model', 'convention', 'kind', 'structure', 'labels']);
  expect(rows).toHaveLength(8);
  expect(rows.every((row) => row.includes(',brats-2023,') && row.includes(`"'=unet, ""big"""`))).toBe(true);
});

test.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])(
  'no cell of a table begins with %j, which a spreadsheet may take for a formula',
  (sign) => {
    const failed = [
      { caseId: `${sign}cmd()`, model: 'm', problem: failure('empty-file', 'x', {}).problem },
      { caseId: `a${sign}b`, model: `${sign}\n"x`, problem: failure('empty-file', 'x', {}).problem },
    ];
    const attributes = { columns: [`${sign}1`], values: { [`${sign}cmd()`]: { [`${sign}1`]: `${sign}2` } } };
    const table = failuresCsv(failed, () => `${sign}3`, 'nnunet', { attributes }, undefined);
    const cells = Papa.parse<string[]>(table, { header: false, newline: '\n' }).data.flat();
    expect(cells.filter((cell) => cell.startsWith(sign))).toEqual([]);
    expect(cells).toContain(`a${sign}b`);
  },
);
