import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerOf, unlikeCases } from '../derived/ledger';
import { presets } from '../domain/presets';
import type { AnswerResult } from '../domain/results';
import { caseScores } from './caseScores';
import { jointHistogram } from './jointHistogram';
import { overlapScores } from './overlap';

const nnunet = { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null } as const;

function resultOf(reference: Uint8Array, prediction: Uint8Array): AnswerResult {
  return {
    caseId: 'case',
    model: 'model',
    reference: { file: 'r', bytes: 1 },
    prediction: { file: 'p', bytes: 1 },
    shape: [reference.length, 1, 1],
    spacingMm: [1, 1, 1],
    warnings: [],
    confusion: jointHistogram(reference, prediction),
  };
}

describe('the scores of a case', () => {
  test('the parts sum to the gap on every pair of every preset, whatever the maps hold', () => {
    const maps = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(maps, fc.constantFrom(...presets), (voxels, { scheme }) => {
        const reference = Uint8Array.from(voxels, ([value]) => value);
        const prediction = Uint8Array.from(voxels, ([, value]) => value);
        for (const { account } of caseScores(resultOf(reference, prediction), scheme, nnunet).pairs) {
          const sum = account.volumeEffect + account.accumulatedError - account.relief;
          if (Number.isNaN(account.gap)) expect(sum).toBeNaN();
          else expect(Math.abs(account.gap - sum)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  test('leave out voxels whose reference is the ignore label', () => {
    const scheme = { ...presets[0].scheme, ignoreLabel: 9 };
    const result = resultOf(Uint8Array.of(1, 9, 9, 0), Uint8Array.of(1, 1, 2, 0));
    const whole = caseScores(result, scheme, nnunet).structures[0].overlap;
    expect(whole).toMatchObject({ tp: 1, fp: 0, fn: 0, tn: 1, dice: 1 });
  });
});

describe('empty structures', () => {
  const counts = {
    bothEmpty: { tp: 0, fp: 0, fn: 0, tn: 10 },
    missed: { tp: 0, fp: 0, fn: 4, tn: 6 },
    hallucinated: { tp: 0, fp: 4, fn: 0, tn: 6 },
    half: { tp: 2, fp: 2, fn: 2, tn: 4 },
  };
  const all = Object.values(counts);
  const grid = { shape: [5, 1, 2], spacingMm: [1, 1, 1] } satisfies Pick<AnswerResult, 'shape' | 'spacingMm'>;

  test('are no number for nnU-Net and 1 for BraTS; one empty side is 0 for both', () => {
    const dice = (profile: 'nnunet' | 'brats-2023') =>
      all.map((item) => overlapScores(item, grid, profile).dice);
    expect(dice('nnunet')).toEqual([Number.NaN, 0, 0, 0.5]);
    expect(dice('brats-2023')).toEqual([1, 0, 0, 0.5]);
  });

  test('enter the mean as the convention says, and stand in its ledger', () => {
    const ledger = (profile: 'nnunet' | 'brats-2023') =>
      ledgerOf(
        all.map((counts, index) => ({
          caseId: `case${index}`,
          value: overlapScores(counts, grid, profile).dice,
          counts,
        })),
        5,
        profile,
      );
    const entries = { bothEmpty: 1, missed: 1, hallucinated: 1, missing: 1, total: 5 };
    expect(ledger('nnunet')).toEqual({ ...entries, used: 3, mean: 0.5 / 3 });
    expect(ledger('brats-2023')).toEqual({ ...entries, used: 4, mean: 1.5 / 4 });
  });

  test('that were left out count as cases without a score under either convention', () => {
    const none = { tp: Number.NaN, fp: Number.NaN, fn: Number.NaN, tn: Number.NaN };
    for (const profile of ['nnunet', 'brats-2023'] as const) {
      const values = [all[3], none].map((counts, index) => {
        return { caseId: `case${index}`, value: overlapScores(counts, grid, profile).dice, counts };
      });
      expect(ledgerOf(values, 2, profile)).toMatchObject({ used: 1, mean: 0.5, missing: 1, bothEmpty: 0 });
      expect(unlikeCases([values, values.slice(0, 1)], profile)).toBeNull();
    }
  });

  test('beside each other are said to be of the same cases only where they are', () => {
    const counts = { tp: 1, fp: 0, fn: 0, tn: 0 };
    const caseIds = ['a', 'b', 'c', 'd'];
    const means = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(means, fc.constantFrom('nnunet' as const, 'brats-2023' as const), (present, profile) => {
        const scores = present.map((known) =>
          caseIds.map((caseId, index) => ({ caseId, value: known[index] ? 0.5 : Number.NaN, counts })),
        );
        const used = present.map((known) =>
          caseIds.filter((_, index) => known[index] || profile !== 'nnunet'),
        );
        const sizes = used.map(({ length }) => length).filter((size) => size > 0);
        const isLike = new Set(used.filter(({ length }) => length > 0).map(String)).size <= 1;
        const expected = isLike ? null : { least: Math.min(...sizes), most: Math.max(...sizes) };
        expect(unlikeCases(scores, profile)).toEqual(expected);
      }),
    );
  });
});
