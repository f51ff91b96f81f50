import { describe, expect, test } from 'vitest';
import { causeParts, dominantCause } from '../domain/cohortGap';
import type { PairDistances } from '../domain/contourShift';
import type { MaybeNumber } from '../domain/noNumber';
import type { GapAccount, PairScores } from '../domain/results';
import { cohortGap } from './cohortGap';

function scores(parts: [number, number, number], accuracyPart: number | null = null): PairScores {
  const [volumeEffect, accumulatedError, relief] = parts;
  const gap = volumeEffect + accumulatedError - relief;
  const account = { gap, volumeEffect, accumulatedError, relief } as GapAccount;
  const there = (value: number): MaybeNumber => ({ value, reason: null });
  const distances =
    accuracyPart === null
      ? null
      : ({ shapePart: there(gap - accuracyPart), accuracyPart: there(accuracyPart) } as PairDistances);
  return { account, distances } as PairScores;
}

describe('the gap over a cohort', () => {
  test('means of the parts sum to the mean gap, and intervals hold the mean', () => {
    const cohort = cohortGap([
      scores([0.02, 0.2, 0.05]),
      scores([0.01, 0.02, 0.1]),
      scores([0.04, 0.06, 0]),
      scores([0.01, 0.08, 0.01]),
    ]);
    const { shared, child, relieved } = cohort!.parts;
    expect(shared.mean + child.mean + relieved.mean).toBeCloseTo(cohort!.gap.mean, 12);
    expect(cohort!.gap.mean).toBeCloseTo((0.17 - 0.07 + 0.1 + 0.08) / 4, 12);
    for (const { mean, interval } of [shared, child, relieved, cohort!.gap]) {
      expect(interval.low).toBeLessThanOrEqual(mean);
      expect(interval.high).toBeGreaterThanOrEqual(mean);
    }
  });

  test('leaves out cases without a gap, and is nothing without any', () => {
    const undefinedGap = scores([Number.NaN, Number.NaN, Number.NaN]);
    expect(cohortGap([undefinedGap, scores([0.1, 0.1, 0])])?.cases).toBe(1);
    expect(cohortGap([undefinedGap])).toBeNull();
  });

  test('names the cause that does most in the direction of the gap', () => {
    const dominant = (parts: [number, number, number]) => dominantCause(scores(parts).account);
    expect(dominant([0.1, 0.2, 0.05])).toBe('child');
    expect(dominant([0.2, 0.1, 0.05])).toBe('shared');
    expect(dominant([0.01, 0.02, 0.2])).toBe('relieved');
    expect(dominant([0.01, 0.02, 0.028])).toBe('none');
    expect(causeParts(scores([0.1, 0.2, 0.05]).account)).toEqual({
      shared: 0.1,
      child: 0.2,
      relieved: -0.05,
    });
  });

  test('judges shape alone only where shifts exist and the label scores lower', () => {
    const cohort = cohortGap([
      scores([0.1, 0.1, 0], -0.02),
      scores([0.1, 0.1, 0], 0.15),
      scores([0.1, 0.1, 0]),
      scores([0, 0.05, 0.2], -0.1),
    ]);
    expect(cohort?.judged).toBe(2);
    expect(cohort?.verdicts).toEqual({ 'only-shape': 1, 'shape-and-accuracy': 1, 'better-contour': 1 });
  });
});
