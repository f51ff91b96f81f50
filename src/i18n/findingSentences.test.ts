import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LesionFindings, StructureFindings } from '../domain/caseFindings';
import { findingSentences } from './findingSentences';
import { type Translate, translator } from './translate';

const en = translator('en');
const zh = translator('zh');

const place = { volumeMm3: 420, centre: [7, 8, 9], box: { lower: [0, 0, 0], upper: [9, 9, 9] } } as const;

const findings: StructureFindings = {
  structure: { kind: 'region', name: 'whole tumour', labels: [1, 2] },
  presence: 'both',
  dimensions: 3,
  referenceSize: 42.1,
  predictionSize: 40.3,
  foundSize: 38.2,
  missedSize: 3.9,
  extraSize: 2.1,
  lesions: null,
  contour: null,
  voxelCost: 0.06,
  voxelMm: 1,
  dice: 0.93,
  gap: null,
};

const lesions = {
  found: 2,
  barelyFound: 0,
  missed: 1,
  extra: 3,
  leftOut: 4,
  thresholdMm3: 50,
  largestMissed: place,
  largestExtra: { ...place, volumeMm3: 3, centre: [1, 2, 3] },
} as unknown as LesionFindings;

const someFound = '2 of 3 lesions were found: there the prediction touches the lesion or its surroundings.';

function said(
  part: 'volume' | 'lesions' | 'contour' | 'limits',
  change: Partial<StructureFindings>,
  t: Translate,
) {
  return findingSentences({ ...findings, ...change }, t)[part]?.map(({ text }) => text);
}

describe('volumes', () => {
  test('are told in mL, each error with the way to its place', () => {
    expect(findingSentences(findings, en).volume).toEqual([
      { text: '38.20 of 42.10 mL were found (91 %).', place: null },
      { text: '3.90 mL were missed.', place: { kind: 'missed' } },
      { text: '2.10 mL are marked beyond the reference.', place: { kind: 'extra' } },
      { text: 'The marked volume is too small by 1.80 mL (4 %).', place: null },
    ]);
    expect(said('volume', {}, zh)).toEqual([
      '42.10 mL 中检出 38.20 mL（91%）。',
      '漏检 3.90 mL。',
      '超出参考标注多标 2.10 mL。',
      '标出的体积偏小 1.80 mL（4%）。',
    ]);
  });

  test('that are larger, or equal by chance', () => {
    expect(said('volume', { predictionSize: 50 }, en)?.at(-1)).toBe(
      'The marked volume is too large by 7.90 mL (19 %).',
    );
    expect(said('volume', { predictionSize: 168.3 }, en)?.at(-1)).toMatch(/\(300\s%\)/);
    expect(said('volume', { predictionSize: 1824.2 }, en)?.at(-1)).toBe(
      'The marked volume is too large by 1782.10 mL: 43 times as large as the reference.',
    );
    expect(said('volume', { predictionSize: 1824.2 }, zh)?.at(-1)).toContain('为参考体积的 43 倍');
    expect(said('volume', { predictionSize: 42.4 }, en)?.at(-1)).toContain('right to within 1 %');
    expect(said('volume', { predictionSize: 42.4 }, zh)?.at(-1)).toBe(
      '标出的体积与参考相差不到 1%，但这并不说明位置一致。',
    );
  });

  test('that round to nothing are not called nothing, nor is most called all', () => {
    const tiny = { foundSize: 42.099, missedSize: 0.001, extraSize: 0.002, predictionSize: 42.101 };
    expect(said('volume', tiny, en)?.slice(0, 3)).toEqual([
      '42.10 of 42.10 mL were found (over 99 %).',
      'under 0.01 mL were missed.',
      'under 0.01 mL are marked beyond the reference.',
    ]);
    expect(said('volume', tiny, zh)?.[1]).toBe('漏检 <0.01 mL。');
  });

  test('of a structure that was found whole, missed whole, hallucinated, or is nowhere', () => {
    const whole = { missedSize: 0, extraSize: 0, foundSize: 42.1, predictionSize: 42.1 };
    expect(said('volume', whole, en)).toEqual([
      'All 42.10 mL were found.',
      'Nothing is marked beyond the reference.',
    ]);
    expect(said('volume', { presence: 'missed' }, en)).toEqual([
      'None of it was found: all 42.10 mL were missed.',
    ]);
    expect(said('volume', { presence: 'hallucinated' }, en)).toEqual([
      'The reference holds none of it, yet 2.10 mL are marked.',
    ]);
    expect(said('volume', { presence: 'both-empty' }, zh)).toEqual([
      '此病例的参考标注和预测中都没有该结构。',
    ]);
    expect(said('lesions', { presence: 'both-empty' }, en)).toEqual([]);
  });
});

describe('lesions', () => {
  test('are null until they are counted', () => {
    expect(findingSentences(findings, en)).toMatchObject({ lesions: null, contour: null });
  });

  test('are told by number, each with the way to the largest one', () => {
    expect(findingSentences({ ...findings, lesions }, en).lesions).toEqual([
      { text: someFound, place: null },
      { text: 'One was missed, of 0.42 mL.', place: { kind: 'voxel', voxel: [7, 8, 9] } },
      {
        text: '3 spots are marked where the reference has no lesion, the largest of under 0.01 mL.',
        place: { kind: 'voxel', voxel: [1, 2, 3] },
      },
      { text: '4 lesions of at most 50 mm³ are left out of these counts.', place: null },
    ]);
    expect(said('lesions', { lesions }, zh)).toEqual([
      '3 个病灶中检出 2 个：预测触及该病灶或其周围。',
      '漏检 1 个（0.42 mL）。',
      '另有 3 处标注，这些位置参考标注中没有病灶，最大的为 <0.01 mL。',
      '4 个不超过 50 mm³ 的病灶未计入。',
    ]);
  });

  test('all found, the only one missed, none of several found, none there', () => {
    const clean = { ...lesions, extra: 0, leftOut: 0 };
    const only = (change: Partial<LesionFindings>) =>
      findingSentences({ ...findings, lesions: { ...clean, ...change } }, en).lesions;
    expect(only({ missed: 0 })?.map(({ text }) => text)).toEqual([
      'All 2 lesions were found: the prediction touches each of them or its surroundings.',
    ]);
    expect(only({ found: 1, missed: 0 })?.[0].text).toMatch(
      /^The only lesion was found: the prediction touches/,
    );
    expect(only({ found: 0 })).toEqual([
      { text: 'The only lesion was not found.', place: { kind: 'voxel', voxel: [7, 8, 9] } },
    ]);
    expect(only({ found: 0, missed: 2 })?.map(({ text }) => text)).toEqual([
      'None of the 2 lesions was found.',
      '2 were missed, the largest of 0.42 mL.',
    ]);
    expect(only({ found: 0, missed: 0 })?.[0].text).toBe('The reference holds no lesion that counts.');
  });

  test('that are barely found are told in the same sentence', () => {
    const all = (found: number, barelyFound: number) => ({
      lesions: { ...lesions, found, missed: 0, barelyFound },
    });
    expect(said('lesions', all(2, 1), en)?.[0]).toMatch(
      /^All 2 lesions were found, 1 of them with a Dice below 0\.1: the prediction touches each/,
    );
    expect(said('lesions', all(1, 1), en)?.[0]).toMatch(
      /^The only lesion was found, with a Dice below 0\.1: the/,
    );
    expect(said('lesions', all(2, 2), zh)?.[0]).toBe(
      '2 个病灶全部检出（其中 2 个的 Dice 低于 0.1）：预测触及每个病灶或其周围。',
    );
  });

  test('over generated counts no sentence calls lesions found without the rule, nor forgets the barely found', () => {
    const counts = fc.record({ found: fc.nat(4), barely: fc.nat(4), missed: fc.nat(4), extra: fc.nat(4) });
    fc.assert(
      fc.property(counts, ({ found, barely, missed, extra }) => {
        const barelyFound = Math.min(found, barely);
        const change = { lesions: { ...lesions, found, barelyFound, missed, extra } };
        for (const [t, called, rule] of [
          [en, /lesions? w(ere|as) found|is found|found by/, /touches/],
          [zh, /检出 \d|全部检出|已检出/, /触及/],
        ] as const) {
          const sentences = said('lesions', change, t) ?? [];
          const finding = sentences.filter((text) => called.test(text) && !/^None/.test(text));
          expect(finding.length).toBe(found > 0 ? 1 : 0);
          for (const text of finding) {
            expect(text).toMatch(rule);
            expect(text.includes('0.1')).toBe(barelyFound > 0);
          }
        }
      }),
    );
  });

  test('known by their totals alone have no place', () => {
    const totals = { ...lesions, leftOut: null, largestMissed: null, largestExtra: null };
    expect(findingSentences({ ...findings, lesions: totals }, en).lesions).toEqual([
      { text: someFound, place: null },
      { text: 'One was missed.', place: null },
      { text: '3 spots are marked where the reference has no lesion.', place: null },
    ]);
  });
});

describe('the contour', () => {
  const there = (value: number) => ({ value, reason: null });

  test('is told in mm, average and 95 %', () => {
    const contour = { shiftMm: there(1.43), hd95Mm: there(4.1), isWithinVoxel: false };
    expect(said('contour', { contour }, en)).toEqual([
      'The contour is off by about 1.43 mm: an even shift of the reference by that much would cost the same agreement.',
      '95 % of each contour lies within 4.10 mm of the other.',
    ]);
    expect(said('contour', { contour }, zh)).toEqual([
      '轮廓偏离约 1.43 mm：参考轮廓整体偏移这么多，会造成同样的重合损失。',
      '两条轮廓各有 95% 与对方相距不超过 4.10 mm。',
    ]);
  });

  test('that is the same, that no shift describes, or that is missing', () => {
    const same = { shiftMm: there(0), hd95Mm: there(0), isWithinVoxel: false };
    expect(said('contour', { contour: same }, en)).toEqual(['Both contours are the same.']);
    const never = {
      shiftMm: { value: null, reason: 'never-reached' },
      hd95Mm: there(30),
      isWithinVoxel: false,
    };
    expect(said('contour', { contour: never as StructureFindings['contour'] }, en)?.[0]).toContain(
      'one distance cannot describe it',
    );
    const none = { value: null, reason: 'prediction-empty' } as const;
    expect(said('contour', { contour: { shiftMm: none, hd95Mm: none, isWithinVoxel: false } }, zh)).toEqual([
      '其中一条轮廓不存在，因此没有以 mm 计的距离。',
    ]);
    const unmeasured = { value: null, reason: 'not-computed' } as const;
    const shiftOnly = { shiftMm: there(1.43), hd95Mm: unmeasured, isWithinVoxel: false };
    expect(said('contour', { contour: shiftOnly }, en)).toEqual([expect.stringContaining('1.43 mm')]);
  });
});

test('what the numbers cannot tell: an error below a voxel, the Dice of a small structure', () => {
  const contour = {
    shiftMm: { value: 0.6, reason: null },
    hd95Mm: { value: 2, reason: null },
    isWithinVoxel: true,
  } as const;
  const small = { contour, voxelCost: 0.2134, referenceSize: 1.2 };
  expect(said('limits', small, en)).toEqual([
    'A contour error below one voxel (1.00 mm) is finer than the reference itself can be drawn.',
    'Even a ball of 1.20 mL would lose 0.213 of Dice if its contour moved by one voxel (1.00 mm): at this size Dice is unstable.',
  ]);
  expect(said('limits', small, zh)).toHaveLength(2);
  expect(said('limits', {}, en)).toEqual([]);
});

test('no sentence judges', () => {
  const all = [findings, { ...findings, lesions }].flatMap((item) =>
    [en, zh].flatMap((t) => Object.values(findingSentences(item, t)).flat()),
  );
  for (const sentence of all) {
    expect(sentence?.text ?? '').not.toMatch(/\b(good|bad|poor|excellent|fail)|优秀|良好|很差|合格/i);
  }
});
