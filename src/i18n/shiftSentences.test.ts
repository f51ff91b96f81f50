import { describe, expect, test } from 'vitest';
import type { ContourShift, PairDistances } from '../domain/contourShift';
import type { MaybeNumber, NoNumberReason } from '../domain/noNumber';
import type { PairScores } from '../domain/results';
import { shiftSentences, shiftVerdict } from './shiftSentences';
import { translator } from './translate';

const en = translator('en');
const zh = translator('zh');

const there = (value: number): MaybeNumber => ({ value, reason: null });
const missing = (reason: NoNumberReason): MaybeNumber => ({ value: null, reason });

function shift(growMm: MaybeNumber, shrinkMm = growMm, meanMm = growMm): ContourShift {
  const curve = { shiftsMm: [0], dice: [1] };
  return { dice: 0.8, growMm, shrinkMm, meanMm, growCurve: curve, shrinkCurve: curve };
}

function scores(gap: number, region: ContourShift, label: ContourShift, shape: number, accuracy: number) {
  const isThere = region.meanMm.value !== null && label.meanMm.value !== null;
  const dice = missing('not-computed');
  const distances: PairDistances = {
    key: '1,2>2',
    region,
    label,
    labelDiceAtRegionShift: { grow: dice, shrink: dice, mean: dice },
    shapePart: isThere ? there(shape) : missing('never-reached'),
    accuracyPart: isThere ? there(accuracy) : missing('never-reached'),
    boundary: null,
  };
  return {
    pair: {
      region: { kind: 'region', name: 'core', labels: [1, 2] },
      label: { kind: 'label', name: 'necrosis', labels: [2] },
    },
    account: { gap },
    distances,
  } as PairScores;
}

describe('whether the contour itself is worse', () => {
  test('closer: a matter of size', () => {
    const own = scores(0.143, shift(there(1.43)), shift(there(1.02)), 0.241, -0.098);
    expect(shiftVerdict(own, en)).toBe('No: 1.02 mm off, the region 1.43 mm.');
    expect(shiftSentences(own, en)).toEqual([
      'At the accuracy of core, 1.43 mm, a structure of this size and shape would score 0.241 below core.',
      'Its own contour is closer, 1.02 mm.',
      'The gap is a matter of size and shape, not of a worse segmentation.',
    ]);
    expect(shiftSentences(own, zh).at(-1)).toBe('差距源于大小和形状，而不是分割更差。');
  });

  test('farther: in part, or wholly', () => {
    const own = scores(0.23, shift(there(0.75)), shift(there(1.59)), 0.07, 0.16);
    expect(shiftVerdict(own, en)).toBe('Yes: 1.59 mm off, the region 0.75 mm.');
    expect(shiftVerdict(own, zh)).toBe('是：偏离 1.59 mm，区域为 0.75 mm。');
    expect(shiftSentences(own, en).slice(1)).toEqual([
      'Its own contour is farther off, 1.59 mm.',
      'Of the gap, 0.070 goes with size and shape, and 0.160 with a contour that really is less accurate.',
    ]);
    const wholly = scores(0.1, shift(there(1)), shift(there(2)), -0.02, 0.12);
    expect(shiftSentences(wholly, en)[0]).toContain('would score 0.020 above');
    expect(shiftSentences(wholly, zh).at(-1)).toBe('大小和形状无法解释该差距：标签的轮廓确实较不准确。');
  });

  test('a negative gap with a better contour, and one with a more forgiving shape', () => {
    const closer = scores(-0.1, shift(there(2)), shift(there(1)), 0.05, -0.15);
    expect(shiftSentences(closer, en).at(-1)).toContain('its contour is more accurate');
    const forgiving = scores(-0.1, shift(there(2)), shift(there(2.02)), -0.1, 0);
    expect(shiftSentences(forgiving, en).slice(1)).toEqual([
      'Its own contour is as close, 2.02 mm.',
      'The label scores higher because its size and shape forgive more, not because its contour is more accurate.',
    ]);
    const none = scores(0.002, shift(there(1)), shift(there(1.1)), 0.01, -0.008);
    expect(shiftSentences(none, en)).toHaveLength(2);
  });

  test('grown and shrunk contours that disagree by more than a factor of 2 are no single shift', () => {
    const odd = shift(there(9.9), there(2), there(5.95));
    const own = scores(0.86, shift(there(1)), odd, 0.3, 0.56);
    expect(shiftVerdict(own, en)).toBe('No single shift describes it.');
    expect(shiftVerdict(own, zh)).toBe('单一偏移无法描述。');
    expect(shiftSentences(own, en)).toEqual([
      'No single shift describes necrosis: grown, its reference contour would have to move 9.90 mm; shrunk, 2.00 mm.',
    ]);
    expect(shiftSentences(own, zh)).toEqual([
      '单一偏移无法描述 necrosis：其参考轮廓扩张需 9.90 mm，收缩需 2.00 mm。',
    ]);
    const justTwice = shift(there(4), there(2), there(3));
    expect(shiftVerdict(scores(0.2, shift(there(1)), justTwice, 0.1, 0.1), en)).toContain('3.00 mm off');
  });

  test('a shift that no contour reaches, and distances that are not measured yet', () => {
    const own = scores(0.7, shift(there(1)), shift(missing('never-reached')), 0, 0);
    expect(shiftSentences(own, en)[0]).toContain('an accuracy in mm does not exist here');
    expect(shiftVerdict(own, en)).toBe('It cannot be said in mm.');
    const unmeasured = { ...own, distances: null };
    expect(shiftSentences(unmeasured, en)).toEqual([]);
    expect(shiftVerdict(unmeasured, en)).toBe('not computed yet');
  });
});
