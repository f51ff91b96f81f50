import { describe, expect, test } from 'vitest';
import { type AskedAnswer, answerOf, tumour } from '../derived/testAnswer';
import type { CaseMeasures } from '../domain/measures';
import { gapSentences } from './gapSentences';
import { joinSentences } from './joinSentences';
import { translator } from './translate';

const en = translator('en');
const zh = translator('zh');

function said(counts: number[][], asked: AskedAnswer = {}): { en: string; zh: string } {
  const { answer } = answerOf(counts, asked);
  return { en: joinSentences(gapSentences(answer, en)), zh: joinSentences(gapSentences(answer, zh)) };
}

/** Errors at these distances (mm) from the border of necrosis, one voxel each. */
function mixUpsAt(distancesMm: number[]): CaseMeasures {
  const none = { distancesMm: [], counts: [] };
  const missing = { value: null, reason: 'never-reached' } as const;
  const curve = { shiftsMm: [], dice: [] };
  const shift = { dice: 0, growMm: missing, shrinkMm: missing, meanMm: missing };
  const shifts = { ...shift, growCurve: curve, shrinkCurve: curve };
  const pair = {
    key: '1,3>1',
    region: shifts,
    label: shifts,
    labelDiceAtRegionShift: { grow: missing, shrink: missing, mean: missing },
    shapePart: missing,
    accuracyPart: missing,
    boundary: { shared: none, child: { distancesMm, counts: distancesMm.map(() => 1) }, relieved: none },
  };
  return { ignoreLabel: null, onlyTauMm: null, surfaces: {}, lesions: {}, pairs: { '1,3>1': pair } };
}

describe('the answer to a gap', () => {
  test('names the mix-up first, says why the region does not notice, and how little there is of the label', () => {
    expect(
      said([
        [900_000, 50, 0, 1000],
        [40, 300, 0, 0],
        [0, 0, 5000, 100],
        [2000, 10_140, 0, 20_000],
      ]),
    ).toEqual({
      en: 'necrosis 0.06, core 0.95. Inside core the model takes 10.14 mL of enhancing for necrosis (−0.936 Dice). The Dice of core does not notice: both are core. The reference holds only 0.34 mL of necrosis, so its Dice collapses. 3.10 mL are wrong in core only: they concern other labels, and necrosis is not charged for them (+0.048 Dice). 0.09 mL are wrong in both and weigh 5.9 times as much in necrosis, which is smaller (−0.007 Dice).',
      zh: 'necrosis 0.06，core 0.95。在 core 内部，模型把 10.14 mL 的 enhancing 判为 necrosis（Dice −0.936）。core 的 Dice 不受影响：两者都属于 core。参考标注中 necrosis 只有 0.34 mL，因此其 Dice 骤降。3.10 mL 只在 core 中是错的：它们涉及其他标签，不计入 necrosis（Dice +0.048）。0.09 mL 在两者中都是错的；necrosis 更小，同样的误差在其中的权重为 5.9 倍（Dice −0.007）。',
    });
  });

  test('several siblings are named one by one, largest first, and what is little is added up', () => {
    const { en: text, zh: inChinese } = said(
      [
        [900_000, 0, 0, 0],
        [0, 4000, 900, 2000],
        [0, 3000, 9000, 0],
        [0, 50, 0, 8000],
      ],
      {
        scheme: {
          ...tumour,
          regions: [{ name: 'whole', labels: [1, 2, 3] }],
          regionsClassOrder: [1],
        },
        region: 'whole',
      },
    );
    expect(text).toContain(
      'Inside whole the model takes 3.00 mL of oedema for necrosis, 2.00 mL of necrosis for enhancing and 0.90 mL of necrosis for oedema (−0.427 Dice). Other mix-ups add 0.05 mL. The Dice of whole does not notice: all of them are whole.',
    );
    expect(inChinese).toContain(
      '模型把 3.00 mL 的 oedema 判为 necrosis，把 2.00 mL 的 necrosis 判为 enhancing，又把 0.90 mL 的 necrosis 判为 oedema（Dice −0.427）。其他混淆另有 0.05 mL。whole 的 Dice 不受影响：它们都属于 whole。',
    );
  });

  const mixed = [
    [900, 0, 0, 0],
    [0, 20, 0, 0],
    [0, 0, 0, 0],
    [0, 10, 0, 60],
  ];

  test.each([
    [
      'all',
      Array(10).fill(1),
      'All of this lies within 1.00 mm of the border of necrosis.',
      '全部位于 necrosis 边界 1.00 mm 以内',
    ],
    [
      'nearly all',
      [...Array(9).fill(1), 7],
      'Nearly all of this lies within 1.00 mm of the border of necrosis.',
      '几乎全部位于 necrosis 边界 1.00 mm 以内',
    ],
    [
      'little',
      [1, ...Array(9).fill(7)],
      '90 % of this lies farther than 1.00 mm from the border of necrosis: more than its edge is wrong.',
      '其中 90% 距 necrosis 边界超过 1.00 mm：出错的不只是边缘。',
    ],
  ])('%s of the mix-ups near the border changes the story', (_, distancesMm, expected, inChinese) => {
    const texts = said(mixed, { measures: mixUpsAt(distancesMm) });
    expect(texts.en).toContain(expected);
    expect(texts.zh).toContain(inChinese);
  });

  test('a part of the mix-ups near the border changes nothing, and unmeasured distances say nothing', () => {
    const measures = mixUpsAt([...Array(7).fill(1), 7, 7, 7]);
    expect(said(mixed, { measures }).en).not.toContain('border');
    expect(said(mixed).en).not.toContain('border');
  });

  test('a label that scores higher', () => {
    const texts = said([
      [900, 0, 0, 0],
      [0, 90, 0, 0],
      [0, 0, 0, 0],
      [50, 0, 0, 60],
    ]);
    expect(texts.en).toBe(
      'necrosis 1.00, core 0.86: here the label scores higher. 0.05 mL are wrong in core only: they concern other labels, and necrosis is not charged for them (+0.143 Dice).',
    );
    expect(texts.zh).toBe(
      'necrosis 1.00，core 0.86：此处标签得分更高。0.05 mL 只在 core 中是错的：它们涉及其他标签，不计入 necrosis（Dice +0.143）。',
    );
  });

  test('a difference that two decimals hide is written with three', () => {
    const texts = said([
      [90_000, 0, 0, 0],
      [0, 1000, 0, 230],
      [0, 0, 0, 0],
      [1748, 0, 0, 7000],
    ]);
    expect(texts.en).toMatch(/^necrosis 0\.897, core 0\.904\./);
    expect(texts.zh).toMatch(/^necrosis 0\.897，core 0\.904。/);
  });

  test('equal scores, of equal causes or without any', () => {
    const perfect = said([
      [900, 0, 0, 0],
      [0, 90, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 60],
    ]);
    expect(perfect.en).toBe('necrosis scores as core does: 1.00 and 1.00.');
    expect(perfect.zh).toBe('necrosis 与 core 的得分相当：1.00 与 1.00。');
  });

  test('region and label that are the same set of voxels', () => {
    const counts = [
      [900, 0, 0, 20],
      [0, 90, 0, 0],
      [0, 0, 0, 0],
      [20, 0, 0, 60],
    ];
    expect(said(counts, { region: 'active' })).toEqual({
      en: 'active and enhancing are the same voxels here, so both score 0.750.',
      zh: '此处 active 与 enhancing 是相同的体素，两者的 Dice 均为 0.750。',
    });
    const alone = [
      [900, 5],
      [5, 40],
    ];
    expect(said(alone).en).toBe('core and necrosis are the same voxels here, so both score 0.889.');
  });

  test('nothing of the label in the reference', () => {
    expect(
      said([
        [900, 30, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 70, 0, 800],
      ]),
    ).toEqual({
      en: 'necrosis 0.00, core 0.98. The reference holds no necrosis, so all 0.10 mL that the model calls necrosis are wrong. Inside core the model takes 0.07 mL of enhancing for necrosis (−0.700 Dice). The Dice of core does not notice: both are core. 0.03 mL are wrong in both and weigh 18 times as much in necrosis, which is smaller (−0.283 Dice).',
      zh: 'necrosis 0.00，core 0.98。参考标注中没有 necrosis，因此模型标为 necrosis 的 0.10 mL 全部是错的。在 core 内部，模型把 0.07 mL 的 enhancing 判为 necrosis（Dice −0.700）。core 的 Dice 不受影响：两者都属于 core。0.03 mL 在两者中都是错的；necrosis 更小，同样的误差在其中的权重为 18 倍（Dice −0.283）。',
    });
  });

  test('nothing of the label in the prediction', () => {
    const texts = said([
      [900, 0, 0, 0],
      [0, 0, 0, 340],
      [0, 0, 0, 0],
      [0, 0, 0, 800],
    ]);
    expect(texts.en).toBe(
      'necrosis 0.00, core 1.00. The model marks no necrosis: all 0.34 mL of it are missed. Inside core the model takes 0.34 mL of necrosis for enhancing (−1.000 Dice). The Dice of core does not notice: both are core.',
    );
    expect(texts.zh).toContain('模型没有标出 necrosis：全部 0.34 mL 均被漏检。');
  });

  test('both Dice 0: what was missed and marked, and no parts', () => {
    expect(
      said([
        [900, 0, 0, 0],
        [5230, 0, 0, 0],
        [0, 0, 0, 0],
        [4000, 0, 0, 0],
      ]),
    ).toEqual({
      en: 'The model marks no core at all: 9.23 mL were missed (necrosis: 5.23 mL). So both Dice are 0, and there is no gap to explain.',
      zh: '模型完全没有标出 core：漏检 9.23 mL（necrosis：5.23 mL）。因此两者的 Dice 均为 0，没有差距需要解释。',
    });
    expect(
      said([
        [900, 0, 0, 70],
        [5230, 0, 0, 0],
        [0, 0, 0, 0],
        [4000, 0, 0, 0],
      ]).en,
    ).toContain('Nothing that the model marks as core lies where the reference has it: 9.23 mL were missed');
    expect(
      said([
        [900, 20, 0, 50],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]).zh,
    ).toContain('参考标注中没有 core，模型却标出了 0.07 mL（necrosis：0.02 mL）。');
  });

  test('a label or a region that is in neither map', () => {
    const texts = said([
      [900, 0, 0, 5],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [5, 0, 0, 60],
    ]);
    expect(texts.en).toBe('necrosis is in neither map of this case, so there is no gap to explain.');
    expect(texts.zh).toBe('此病例的两幅图中都没有 necrosis，因此没有差距需要解释。');
    const apart = { ...tumour, regions: [{ name: 'odd', labels: [2] }], regionsClassOrder: [1] };
    const noRegion = said(
      [
        [900, 3],
        [3, 40],
      ],
      { scheme: apart, region: 'odd' },
    );
    expect(noRegion.en).toBe('odd is in neither map of this case, so there is no gap to explain.');
  });

  test('a label outside of the region that paints it is mixed up outside', () => {
    const apart = { ...tumour, regions: [{ name: 'odd', labels: [2] }], regionsClassOrder: [1] };
    const texts = said(
      [
        [900, 30, 0, 0],
        [0, 60, 0, 0],
        [0, 0, 80, 0],
        [0, 0, 0, 10],
      ],
      { scheme: apart, region: 'odd' },
    );
    expect(texts.en).toBe(
      'necrosis 0.80, odd 1.00. Outside odd the model takes 0.03 mL of background for necrosis (−0.200 Dice). The Dice of odd does not notice: none of it is odd.',
    );
    expect(texts.zh).toContain('在 odd 之外，模型把 0.03 mL 的 背景 判为 necrosis');
  });

  test('what the reference ignores is said and counts nowhere', () => {
    const counts = [
      [900, 0, 0, 0],
      [0, 60, 0, 0],
      [200, 400, 0, 400],
      [0, 40, 0, 80],
    ];
    const texts = said(counts, { scheme: { ...tumour, ignoreLabel: 2 } });
    expect(texts.en).toMatch(
      /takes 0\.04 mL of enhancing.* 1\.00 mL carry the ignore label in the reference/,
    );
    expect(texts.zh).toMatch(/参考标注中有 1\.00 mL 带忽略标签，不参与任何计算。$/);
  });

  test('slices are spoken of in areas', () => {
    const texts = said(mixed, { more: { shape: [30, 30, 1] } });
    expect(texts.en).toContain('takes 0.10 cm² of enhancing for necrosis');
    expect(texts.zh).toContain('0.10 cm² 的 enhancing 判为 necrosis');
  });

  test('a mask left out: no sentence for what it made, and no sibling that it alone tells apart', () => {
    expect(said(mixed, { more: { indistinct: [[1, 3]] }, region: 'whole' }).en).not.toContain('left out');
    const leftOut = said(mixed, { more: { indistinct: [[1, 3]] } });
    expect(leftOut.en).toBe(
      'A mask that core or necrosis needs was left out of this case, so their gap is not known.',
    );
    expect(leftOut.zh).toContain('因此其差距未知');
    const swapped = [
      [900, 0, 0, 0],
      [0, 60, 7, 0],
      [0, 0, 80, 0],
      [0, 0, 8, 10],
    ];
    expect(said(swapped, { more: { indistinct: [[1, 3]] }, region: 'whole' }).en).toContain(
      'takes 0.01 mL of necrosis or enhancing for oedema (−',
    );
  });

  test('a value without a name is called by its number', () => {
    const unnamed = { ...tumour, labels: tumour.labels.slice(0, 2) };
    expect(said(mixed, { scheme: unnamed }).en).toContain('0.01 mL of value 3 for necrosis');
    expect(said(mixed, { scheme: unnamed }).zh).toContain('0.01 mL 的 取值 3 判为 necrosis');
  });
});
