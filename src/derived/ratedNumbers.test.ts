import { expect, test } from 'vitest';
import type { LabelScheme, Structure } from '../domain/labelScheme';
import { ratedScores } from '../domain/rating';
import type { AnswerResult, CaseScores } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { ratedNumbers } from './ratedNumbers';

const scheme: LabelScheme = {
  name: 'two labels',
  labels: [
    { value: 1, name: 'rim' },
    { value: 2, name: 'core' },
  ],
  regions: [{ name: 'whole', labels: [1, 2] }],
  regionsClassOrder: [1],
  ignoreLabel: null,
};
const [whole, core]: Structure[] = [
  { kind: 'region', name: 'whole', labels: [1, 2] },
  { kind: 'label', name: 'core', labels: [2] },
];
const result = {
  caseId: 'one',
  model: 'unet',
  shape: [2, 2, 2],
  spacingMm: [1, 1, 1],
  confusion: {
    labels: [0, 1],
    counts: [
      [2, 1],
      [1, 4],
    ],
  },
} as unknown as AnswerResult;
const scores = caseScores(result, scheme, { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null });

function numbersOf(of: CaseScores | null, structure: Structure) {
  const numbers = ratedNumbers(of, structure);
  return Object.fromEntries(ratedScores.map(({ key }, index) => [key, numbers[index]]));
}

test('Dice is there at once, distances say that they are not measured', () => {
  const rated = numbersOf(scores, whole);
  expect(rated.dice).toEqual({ value: 0.8, reason: null });
  for (const key of ['hd95Mm', 'nsd', 'lesionDice', 'shiftMm']) {
    expect(rated[key]).toEqual({ value: Number.NaN, reason: 'not-computed' });
  }
});

test('a structure that is nowhere has no Dice, and says why', () => {
  expect(numbersOf(scores, core).dice).toEqual({ value: Number.NaN, reason: 'both-empty' });
});

test('HD95 follows the convention, the shift is that of the pair', () => {
  const measured: CaseScores = {
    ...scores,
    structures: scores.structures.map((item) => ({
      ...item,
      surface: { reason: 'reference-empty', hd95Mm: 374 } as CaseScores['structures'][number]['surface'],
    })),
    pairs: scores.pairs.map((pair) => ({
      ...pair,
      distances: { region: { meanMm: { value: 1.25, reason: null } } } as typeof pair.distances,
    })),
  };
  const rated = numbersOf(measured, whole);
  expect([rated.hd95Mm.value, rated.shiftMm.value]).toEqual([374, 1.25]);
});

test('a case without scores has none', () => {
  expect(numbersOf(null, whole).dice.reason).toBe('not-computed');
});
