import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testRow } from '../derived/testRows';
import type { ContourShift, PairDistances } from '../domain/contourShift';
import { hasAccount } from '../domain/gapVerdict';
import type { MaybeNumber, NoNumberReason } from '../domain/noNumber';
import type { OverlapScores, PairScores } from '../domain/results';
import { gapSentences } from './gapSentences';
import { translator } from './translate';

const en = translator('en');
const zh = translator('zh');

const there = (value: number): MaybeNumber => ({ value, reason: null });
const missing = (reason: NoNumberReason): MaybeNumber => ({ value: null, reason });

function overlap(dice: number, counts = { tp: 10, fp: 2, fn: 2, tn: 100 }): OverlapScores {
  return { ...counts, dice, referenceSize: 0.37 } as OverlapScores;
}

function scores(regionDice: number, labelDice: number, more: Partial<PairScores> = {}): PairScores {
  const gap = regionDice - labelDice;
  return {
    pair: {
      region: { kind: 'region', name: 'tumour core', labels: [1, 2] },
      label: { kind: 'label', name: 'necrosis', labels: [2] },
    },
    region: overlap(regionDice),
    label: overlap(labelDice),
    account: {
      regionDice,
      labelDice,
      gap,
      sharedVoxels: 5,
      childVoxels: 7,
      relievedVoxels: 3,
      volumeEffect: 0.03,
      accumulatedError: gap + 0.02,
      relief: 0.05,
    },
    distances: null,
    boundary: null,
    ...more,
  };
}

function shift(meanMm: MaybeNumber): ContourShift {
  const curve = { shiftsMm: [0], dice: [1] };
  return { dice: 0.8, growMm: meanMm, shrinkMm: meanMm, meanMm, growCurve: curve, shrinkCurve: curve };
}

function distances(region: MaybeNumber, label: MaybeNumber, shape: number, accuracy: number): PairDistances {
  const isThere = region.value !== null && label.value !== null;
  const none = { distancesMm: [], counts: [] };
  const dice = missing('not-computed');
  return {
    key: '1,2>2',
    region: shift(region),
    label: shift(label),
    labelDiceAtRegionShift: { grow: dice, shrink: dice, mean: dice },
    shapePart: isThere ? there(shape) : missing('never-reached'),
    accuracyPart: isThere ? there(accuracy) : missing('never-reached'),
    boundary: { shared: none, child: none, relieved: none },
  };
}

describe('the sentences of a gap', () => {
  test('the label scores lower although its contour is closer: a matter of size', () => {
    const facts = distances(there(1.43), there(1.02), 0.241, -0.098);
    expect(gapSentences(scores(0.908, 0.765, { distances: facts }), en)).toEqual([
      'necrosis scores 0.143 below tumour core (0.765 against 0.908).',
      'At the accuracy of tumour core, 1.43 mm, a structure of this size and shape would score 0.241 below tumour core.',
      'Its own contour is closer, 1.02 mm.',
      'The gap is a matter of size and shape, not of a worse segmentation.',
    ]);
    expect(gapSentences(scores(0.908, 0.765, { distances: facts }), zh)).toEqual([
      'necrosis 的得分比 tumour core 低 0.143（0.765 对 0.908）。',
      '以 tumour core 的精度 1.43 mm 计，这种大小和形状的结构得分会比 tumour core 低 0.241。',
      '其自身轮廓更接近，为 1.02 mm。',
      '差距源于大小和形状，而不是分割更差。',
    ]);
  });

  test('the label really is worse, in part', () => {
    const said = gapSentences(
      scores(0.92, 0.69, { distances: distances(there(0.75), there(1.59), 0.07, 0.16) }),
      en,
    );
    expect(said[2]).toBe('Its own contour is farther off, 1.59 mm.');
    expect(said[3]).toBe(
      'Of the gap, 0.070 goes with size and shape, and 0.160 with a contour that really is less accurate.',
    );
    const inChinese = gapSentences(
      scores(0.92, 0.69, { distances: distances(there(0.75), there(1.59), 0.07, 0.16) }),
      zh,
    );
    expect(inChinese[3]).toBe('差距中 0.070 来自大小和形状，0.160 来自轮廓确实较不准确。');
  });

  test('size and shape explain nothing', () => {
    const facts = distances(there(1), there(2), -0.02, 0.12);
    const said = gapSentences(scores(0.9, 0.8, { distances: facts }), en);
    expect(said[1]).toContain('would score 0.020 above');
    expect(said[3]).toBe(
      'Size and shape do not explain the gap: the contour of the label really is less accurate.',
    );
    expect(gapSentences(scores(0.9, 0.8, { distances: facts }), zh)[3]).toBe(
      '大小和形状无法解释该差距：标签的轮廓确实较不准确。',
    );
  });

  test('a negative gap with a better contour, and one with a more forgiving shape', () => {
    const closer = distances(there(2), there(1), 0.05, -0.15);
    expect(gapSentences(scores(0.7, 0.8, { distances: closer }), en)[0]).toBe(
      'necrosis scores 0.100 above tumour core (0.800 against 0.700).',
    );
    expect(gapSentences(scores(0.7, 0.8, { distances: closer }), en).at(-1)).toContain(
      'its contour is more accurate',
    );
    expect(gapSentences(scores(0.7, 0.8, { distances: closer }), zh).at(-1)).toContain(
      '其轮廓比区域的更准确',
    );
    const forgiving = distances(there(2), there(2.02), -0.1, 0);
    expect(gapSentences(scores(0.7, 0.8, { distances: forgiving }), en).slice(2)).toEqual([
      'Its own contour is as close, 2.02 mm.',
      'The label scores higher because its size and shape forgive more, not because its contour is more accurate.',
    ]);
    expect(gapSentences(scores(0.7, 0.8, { distances: forgiving }), zh).at(-1)).toContain('而不是轮廓更准确');
  });

  test('a gap too small to see draws no conclusion', () => {
    const facts = distances(there(1), there(1.1), 0.01, -0.008);
    const said = gapSentences(scores(0.9, 0.898, { distances: facts }), en);
    expect(said[0]).toBe('necrosis scores as tumour core does: 0.898 and 0.900.');
    expect(said).toHaveLength(3);
    expect(gapSentences(scores(0.9, 0.898, { distances: facts }), zh)[0]).toContain('得分相当');
  });

  test('region and label that are the same voxels', () => {
    const account = { ...scores(0.8, 0.8).account, childVoxels: 0, relievedVoxels: 0 };
    const same = scores(0.8, 0.8, { account });
    expect(gapSentences(same, en)).toEqual([
      'tumour core and necrosis are the same voxels here, so both score 0.800.',
    ]);
    expect(gapSentences(same, zh)[0]).toContain('相同的体素');
  });

  test('a structure that is in neither map', () => {
    const empty = scores(0.8, Number.NaN, { label: overlap(Number.NaN, { tp: 0, fp: 0, fn: 0, tn: 9 }) });
    expect(gapSentences(empty, en)).toEqual([
      'necrosis is in neither map of this case, so there is no gap to explain.',
    ]);
    expect(gapSentences(empty, zh)[0]).toContain('没有差距需要解释');
  });

  test('a structure that is missing on one side', () => {
    const hallucinated = scores(0.8, 0, { label: overlap(0, { tp: 0, fp: 4, fn: 0, tn: 9 }) });
    expect(gapSentences(hallucinated, en)[1]).toContain('The reference holds no necrosis');
    expect(gapSentences(hallucinated, zh)[1]).toContain('参考标注中没有 necrosis');
    const missed = scores(0.8, 0, { label: overlap(0, { tp: 0, fp: 0, fn: 4, tn: 9 }) });
    expect(gapSentences(missed, en)[1]).toContain('all 0.37 mL of it were missed');
    expect(gapSentences(missed, zh)[1]).toContain('全部 0.37 mL 均被漏检');
  });

  test('a shift that no contour reaches, and distances that are not measured yet, leave the largest part', () => {
    const unreached = distances(there(1), missing('never-reached'), 0, 0);
    expect(gapSentences(scores(0.9, 0.2, { distances: unreached }), en).slice(1)).toEqual([
      'Its Dice is lower than any even shift of the reference contour would make it, so an accuracy in mm does not exist here.',
      'The largest part comes from errors of inner boundaries (+0.720).',
    ]);
    expect(gapSentences(scores(0.9, 0.2, { distances: unreached }), zh)[1]).toContain('不存在以 mm 计的精度');
    expect(gapSentences(scores(0.9, 0.2), zh).at(-1)).toBe('其中最大的部分是内部边界误差（+0.720）。');
    expect(gapSentences(scores(0.7, 0.8), en).at(-1)).toBe(
      'The largest part comes from errors of inner boundaries (−0.080).',
    );
  });
});

describe('where both Dice are 0', () => {
  const rowOf = (counts: number[][]) => testRow('case', 'model', counts).scores!.pairs[0];

  test('the sentences say what was missed and marked, and speak of no parts', () => {
    expect(
      gapSentences(
        rowOf([
          [900, 0, 0],
          [5230, 0, 0],
          [4000, 0, 0],
        ]),
        en,
      ),
    ).toEqual([
      'The model marks no whole at all: 9.23 mL were missed (rim: 5.23 mL).',
      'So both Dice are 0, and there is no gap to explain.',
    ]);
    expect(
      gapSentences(
        rowOf([
          [900, 0, 70],
          [5230, 0, 0],
          [4000, 0, 0],
        ]),
        en,
      )[0],
    ).toBe(
      'Nothing that the model marks as whole lies where the reference has it: 9.23 mL were missed (rim: 5.23 mL), and 0.07 mL are marked elsewhere.',
    );
    expect(
      gapSentences(
        rowOf([
          [900, 20, 50],
          [0, 0, 0],
          [0, 0, 0],
        ]),
        zh,
      ),
    ).toEqual([
      '参考标注中没有 whole，模型却标出了 0.07 mL（rim：0.02 mL）。',
      '因此两者的 Dice 均为 0，没有差距需要解释。',
    ]);
  });

  test('over generated counts, and nowhere else', () => {
    const count = fc.constantFrom(0, 0, 1, 4, 9000);
    const row = fc.tuple(count, count, count);
    fc.assert(
      fc.property(fc.tuple(row, row, row), (counts) => {
        const found = rowOf(counts.map((line) => [...line]));
        const { account, region, label } = found;
        const isNothing = region.tp === 0 && region.fp + region.fn > 0 && label.fp + label.fn > 0;
        for (const [t, zero, parts] of [
          [en, /both Dice are 0/, /scores|largest part/],
          [zh, /Dice 均为 0，/, /得分|最大的部分/],
        ] as const) {
          const text = gapSentences(found, t).join(' ');
          expect(zero.test(text)).toBe(isNothing);
          if (isNothing) expect(text).not.toMatch(parts);
          expect(text).not.toMatch(/NaN|–/);
        }
        expect(hasAccount(account)).toBe(!isNothing && Number.isFinite(account.gap));
      }),
      { numRuns: 500 },
    );
  });
});
