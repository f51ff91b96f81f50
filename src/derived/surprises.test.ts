import { describe, expect, test } from 'vitest';
import type { ScoredRow } from '../domain/cohortRow';
import type { PairDistances } from '../domain/contourShift';
import { ballDiceAtShift, ballShiftOfDice } from '../domain/equalShift';
import type { Surprise } from '../domain/triage';
import { seriation } from './seriation';
import { surpriseRules, surprisesInSteps } from './surprises';
import { coreRow, testRow } from './testRows';

function surprises(rows: readonly ScoredRow[], excluded: ReadonlySet<string> = new Set()): Surprise[] {
  const steps = surprisesInSteps(rows, excluded);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('the ball that stands for a structure of a volume', () => {
  test('scores 1 without a shift, 0.5 · (1/(1+8)·2) grown to twice its radius and shrunk to nothing', () => {
    const radius = 10;
    const volumeMl = ((4 / 3) * Math.PI * radius ** 3) / 1000;
    expect(ballDiceAtShift(volumeMl, 0, 3)).toBe(1);
    expect(ballDiceAtShift(volumeMl, radius, 3)).toBeCloseTo(1 / 9, 12);
    expect(ballDiceAtShift(volumeMl, 1, 3)).toBeCloseTo(1000 / 2331 + 729 / 1729, 12);
  });

  test('is a disc for an area: radius 10 mm, grown to twice its radius and by 1 mm', () => {
    const areaCm2 = (Math.PI * 10 ** 2) / 100;
    expect(ballDiceAtShift(areaCm2, 10, 2)).toBeCloseTo(1 / 5, 12);
    expect(ballDiceAtShift(areaCm2, 1, 2)).toBeCloseTo(100 / 221 + 81 / 181, 12);
    expect(ballShiftOfDice(areaCm2, ballDiceAtShift(areaCm2, 1, 2), 2)).toBeCloseTo(1, 9);
  });

  test('small ones lose more by the same shift', () => {
    const dice = [0.1, 1, 10, 100].map((volumeMl) => ballDiceAtShift(volumeMl, 1, 3));
    expect(dice).toEqual(dice.toSorted());
  });

  test.each([0.05, 0.4, 1.7, 6])('gives back the shift of %f mm from its Dice', (shiftMm) => {
    expect(ballShiftOfDice(12, ballDiceAtShift(12, shiftMm, 3), 3)).toBeCloseTo(shiftMm, 9);
  });

  test('has no shift for Dice 0, no Dice or no volume', () => {
    for (const [volume, dice] of [
      [1, 0],
      [1, Number.NaN],
      [0, 0.5],
    ]) {
      expect(ballShiftOfDice(volume, dice, 3)).toBeNaN();
    }
  });
});

describe('triage', () => {
  const usual = Array.from({ length: 8 }, (_, index) =>
    coreRow(`usual${index}`, 'm', { size: 1000, hits: 900 + index, extra: 90 }),
  );

  test('finds nothing in a cohort where all is as usual', () => {
    expect(surprises(usual)).toEqual([]);
  });

  test('names a score far below what its volume has at the usual accuracy, with both numbers', () => {
    const [found, ...rest] = surprises([...usual, coreRow('bad', 'm', { size: 1000, hits: 300 })]);
    expect(rest).toEqual([]);
    expect(found.caseId).toBe('bad');
    const [{ reason, weight }] = found.reasons;
    expect(reason).toMatchObject({ kind: 'below-volume', model: 'm', size: 1, dimensions: 3 });
    if (reason.kind !== 'below-volume') throw new Error(reason.kind);
    expect(reason.structure.name).toBe('core');
    expect(reason.dice).toBeCloseTo(600 / 1300, 12);
    expect(reason.expectedDice).toBeCloseTo(0.9, 1);
    expect(weight).toBeCloseTo(reason.expectedDice - reason.dice, 12);
  });

  test('takes what is usual from the cases that are not excluded', () => {
    const bad = coreRow('bad', 'm', { size: 1000, hits: 300 });
    const out = Array.from({ length: 9 }, (_, index) =>
      coreRow(`out${index}`, 'm', { size: 1000, hits: 200 }),
    );
    const excluded = new Set(out.map(({ caseId }) => caseId));
    const found = surprises([...usual, bad, ...out], excluded).find(({ caseId }) => caseId === 'bad');
    expect(found).toEqual(surprises([...usual, bad])[0]);
  });

  test('says nothing about volume where too few cases say what is usual', () => {
    const few = usual.slice(0, surpriseRules.leastRows - 2);
    expect(surprises([...few, coreRow('bad', 'm', { size: 1000, hits: 300 })])).toEqual([]);
  });

  test('a low score of a small structure is no surprise where large ones are as far off in mm', () => {
    const rows = [4000, 2000, 1000, 500, 250, 60].map((size) => {
      const shifted = ballDiceAtShift(size / 1000, 0.8, 3);
      return coreRow(`size${size}`, 'm', { size, hits: Math.round((shifted * size) / (2 - shifted)) });
    });
    expect(surprises(rows)).toEqual([]);
  });

  test('puts failures first, then what weighs most', () => {
    const rows = [
      ...usual,
      coreRow('bad', 'm', { size: 1000, hits: 300 }),
      coreRow('broken', 'm', {}, { scores: null, problem: { code: 'empty-file', file: 'x', facts: {} } }),
      coreRow('extra', 'm', { size: 0, extra: 50 }),
    ];
    const warned = testRow(
      'headers',
      'm',
      [
        [9000, 10, 0],
        [10, 200, 90],
        [0, 100, 900],
      ],
      { warnings: [{ kind: 'spacing-differs', file: 'a', otherFile: 'b' }] },
    );
    const found = surprises([...rows, warned]);
    expect(found.map(({ caseId }) => caseId)).toEqual(['broken', 'bad', 'headers', 'extra']);
    expect(found[2].reasons[0].reason).toEqual({ kind: 'geometry', model: 'm', count: 1 });
    expect(found[3].reasons[0].reason).toMatchObject({ kind: 'hallucinated', size: 0.05 });
  });

  test('names a label map that its regions do not paint, once no known cause explains it', () => {
    const kinds = (['identical', 'explained', 'unexplained', 'waiting'] as const).map((verdict) =>
      surprises([coreRow('one', 'm', {}, { verdict })]).flatMap(({ reasons }) =>
        reasons.map(({ reason }) => reason.kind),
      ),
    );
    expect(kinds).toEqual([[], [], ['unexplained-map'], []]);
  });

  test('names the better and the worse model where they disagree', () => {
    const [found] = surprises([
      coreRow('one', 'first', { size: 100, hits: 50 }),
      coreRow('one', 'second', { size: 100, hits: 90 }),
    ]);
    expect(found.reasons[0].reason).toMatchObject({
      kind: 'models-disagree',
      better: 'second',
      worse: 'first',
    });
  });

  test('names a large gap only as far as size and shape do not explain it', () => {
    const shift = { value: 0.2, reason: null };
    const row = coreRow('one', 'm', { size: 600, hits: 200 });
    const gapOf = (accuracyPart: number) => {
      const distances = { accuracyPart: { value: accuracyPart, reason: null }, shapePart: shift };
      const pairs = row.scores!.pairs.map((pair) => ({
        ...pair,
        distances: distances as unknown as PairDistances,
      }));
      return surprises([{ ...row, scores: { ...row.scores!, pairs } }]).flatMap(({ reasons }) =>
        reasons.map(({ reason }) => reason.kind),
      );
    };
    expect(gapOf(0.15)).toContain('unexplained-gap');
    expect(gapOf(0.05)).not.toContain('unexplained-gap');
  });
});

describe('seriation', () => {
  test('puts similar items beside each other, from low to high', () => {
    const items = [
      [0.9, 0.8],
      [0.1, 0.2],
      [0.5, 0.5],
      [0.15, 0.1],
      [0.85, 0.9],
    ];
    const order = seriation(items);
    expect(new Set(order.slice(0, 2))).toEqual(new Set([1, 3]));
    expect(order[2]).toBe(2);
  });

  test('takes missing values for the mean and keeps every item', () => {
    const order = seriation([
      [Number.NaN, 1],
      [0, 0],
      [1, Number.NaN],
    ]);
    expect(order.toSorted()).toEqual([0, 1, 2]);
    expect(order[0]).toBe(1);
  });

  test('keeps the order of equal items, and of none', () => {
    expect(seriation([[1], [1], [1]])).toEqual([0, 1, 2]);
    expect(seriation([])).toEqual([]);
  });
});
