import { expect, test } from 'vitest';
import { cohortColumns } from '../derived/cohortColumns';
import { translator } from '../i18n/translate';
import { caseScores } from '../kernels/caseScores';
import { scoresCsv } from '../report/scoresCsv';
import { scoresCase } from '../scoresFile/write';
import type { LabelScheme } from './labelScheme';
import { ratedScores } from './rating';
import type { AnswerResult } from './results';
import { pairScores, scoresAt, structureScores } from './scoreKinds';

const scheme: LabelScheme = {
  name: 'one region',
  labels: [
    { value: 1, name: 'rim' },
    { value: 2, name: 'core' },
  ],
  regions: [{ name: 'whole', labels: [1, 2] }],
  regionsClassOrder: [1],
  ignoreLabel: null,
};
const result = (shape: [number, number, number]): AnswerResult => ({
  caseId: 'one',
  model: 'unet',
  reference: { file: 'r', bytes: 1 },
  prediction: { file: 'p', bytes: 1 },
  shape,
  spacingMm: [1, 1, 1],
  warnings: [],
  confusion: {
    labels: [0, 1],
    counts: [
      [2, 1],
      [1, 4],
    ],
  },
});
const scoresOf = (shape: [number, number, number]) =>
  caseScores(result(shape), scheme, { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null });
const scores = scoresOf([2, 2, 2]);

test('a score has one key, and words in every language', () => {
  const keys = [...structureScores, ...pairScores].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const language of ['en', 'zh'] as const) {
    const t = translator(language);
    for (const key of keys) expect(t(`scoreKinds.${key}`)).not.toBe('');
  }
});

test('a number and a reason exclude each other, whatever is known of a structure', () => {
  for (const own of scores.structures) {
    for (const { key, take } of structureScores) {
      const { value, reason } = take(own);
      expect(Number.isFinite(value), key).toBe(reason === null);
    }
  }
});

test('what needs measuring says so until it is measured', () => {
  const [whole] = scores.structures;
  for (const { from, take } of structureScores) {
    if (from !== 'overlap') expect(take(whole).reason).toBe('not-computed');
  }
});

test('every score stands in the saved table, and what follows from the counts in the scores file', () => {
  const [head] = scoresCsv([scores], 'nnunet').split('\n');
  const columns = new Set(head.trim().split(','));
  const absent = structureScores.map(({ key }) => key as string).filter((key) => !columns.has(key));
  expect(absent).toEqual(['lesionsExtra']);
  expect(columns).toContain('lesionsFalsePositive');
  const [saved] = scoresCase(scores).structures as unknown as Record<string, unknown>[];
  for (const { key, from, unit, take } of structureScores) {
    if (from !== 'overlap') continue;
    if (unit === 'cm²') expect(saved).not.toHaveProperty(key);
    else expect(saved[key]).toBe(take(scores.structures[0]).value);
  }
});

test('columns and ratings are those of the catalogue; volumes and areas never share a column', () => {
  const columns = cohortColumns(scheme, [], [3, 2]).filter(({ structure }) => structure?.name === 'whole');
  expect(new Set(columns.map(({ quantity }) => quantity))).toEqual(
    new Set(scoresAt('table').map(({ key }) => key)),
  );
  expect(ratedScores.map(({ key }) => key)).toEqual([...scoresAt('means').map(({ key }) => key), 'shiftMm']);
  const [flat] = scoresOf([4, 2, 1]).structures;
  for (const { unit, take } of structureScores) {
    if (unit === 'mL') expect(take(flat).reason).toBe('other-dimensions');
    if (unit === 'cm²') expect(take(scores.structures[0]).reason).toBe('other-dimensions');
  }
});
