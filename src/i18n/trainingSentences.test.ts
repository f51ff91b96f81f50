import { describe, expect, test } from 'vitest';
import type { TrainingFacts } from '../domain/comparison';
import { trainingSentences } from './trainingSentences';
import { translator } from './translate';

const english = translator('en');
const none = { firstBetter: 0, secondBetter: 0, tested: 3, equal: 0 };
const first = { ...none, firstBetter: 2 };
const second = { ...none, secondBetter: 1 };
const facts: TrainingFacts = {
  nesting: 'nested',
  canRebuild: true,
  firstModel: 'RegionNet',
  secondModel: 'LabelNet',
  cases: 20,
  asRegions: none,
  asLabels: none,
  drop: null,
};
const say = (change: Partial<TrainingFacts>) => trainingSentences({ ...facts, ...change }, english).join(' ');

describe('which training suits, in words', () => {
  test.each<[TrainingFacts['nesting'], RegExp]>([
    ['no-regions', /declares no regions/],
    ['nested', /lie inside one another\. Region training/],
    ['partly-nested', /Some regions of this scheme lie inside/],
    ['independent', /stand apart\. There is no nesting/],
    ['crossing', /overlap without lying inside/],
  ])('says of a %s scheme what region training can use', (nesting, expected) => {
    expect(say({ nesting })).toMatch(expected);
  });

  test('warns where painting loses labels, but not of a scheme without regions', () => {
    expect(say({ canRebuild: false })).toMatch(/cannot give back every label/);
    expect(say({ canRebuild: false, nesting: 'no-regions' })).not.toMatch(/give back/);
    expect(say({})).not.toMatch(/give back/);
  });

  test.each<[string, Partial<TrainingFacts>, RegExp]>([
    ['one model', { asRegions: null, asLabels: null }, /nothing can be said about the other way/],
    ['no tests', { asRegions: { ...none, tested: 0 }, asLabels: { ...none, tested: 0 } }, /Too few cases/],
    [
      'no reading as regions',
      { asRegions: { ...none, tested: 0 } },
      /^(?!.*as regions).*Read as labels, .*n = 20/,
    ],
    [
      'no reading as regions, a better one',
      { asRegions: { ...none, tested: 0 }, asLabels: second },
      /^(?!.*as regions).*Read as labels, “LabelNet” scores significantly higher in 1 of 3 structures\./,
    ],
    [
      'the same model twice',
      { asRegions: { ...none, tested: 0, equal: 3 }, asLabels: { ...none, tested: 0, equal: 3 } },
      /score the same in every case \(n = 20\)/,
    ],
    ['no difference', {}, /In neither reading .*n = 20.*no proof/],
    ['both for the first', { asRegions: first, asLabels: first }, /same way: “RegionNet”.*2 of 3.*2 of 3/],
    ['both for the second', { asRegions: second, asLabels: second }, /same way: “LabelNet”.*1 of 3/],
    [
      'opposite',
      { asRegions: first, asLabels: second },
      /as regions “RegionNet” scores significantly higher.*2 of 3.*as labels “LabelNet” \(1 of 3/,
    ],
    [
      'regions only',
      { asRegions: second },
      /Read as regions, “LabelNet” scores significantly higher in 1 of 3/,
    ],
    ['labels only', { asLabels: first }, /Read as labels, “RegionNet” scores significantly higher in 2 of 3/],
    [
      'mixed',
      { asLabels: { ...first, secondBetter: 1 }, asRegions: first },
      /Neither model is better throughout/,
    ],
  ])('says %s as it is', (_, change, expected) => {
    expect(say(change)).toMatch(expected);
  });

  test('always adds that two models are not two ways of training, where two are compared', () => {
    expect(say({ asRegions: first, asLabels: first })).toMatch(/not two ways of training in general\.$/);
    expect(say({ asRegions: null, asLabels: null })).not.toMatch(/in general/);
  });

  test.each<[string, NonNullable<TrainingFacts['drop']>, RegExp]>([
    [
      'no drop',
      { gap: -0.02, measuredGap: -0.02, shapePart: 0.1, measured: 4, rows: 4 },
      /no lower than their regions/,
    ],
    [
      'unmeasured',
      { gap: 0.1, measuredGap: 0.1, shapePart: Number.NaN, measured: 0, rows: 4 },
      /0\.100.*not measured yet/,
    ],
    [
      'part shape',
      { gap: 0.1, measuredGap: 0.1, shapePart: 0.04, measured: 4, rows: 4 },
      /falls by 0\.100.*40 % of that, 0\.040/,
    ],
    [
      'all shape',
      { gap: 0.1, measuredGap: 0.1, shapePart: 0.13, measured: 4, rows: 4 },
      /alone would cost 0\.130/,
    ],
    [
      'not shape',
      { gap: 0.1, measuredGap: 0.1, shapePart: -0.01, measured: 4, rows: 4 },
      /do not explain it/,
    ],
    [
      'a few measured, without a drop',
      { gap: 0.3, measuredGap: -0.02, shapePart: 0.1, measured: 1, rows: 10 },
      /falls by 0\.300 on average; how much.*not measured yet.*measured in 1 of 10/,
    ],
    [
      'partly measured',
      { gap: 0.1, measuredGap: 0.1, shapePart: 0.04, measured: 2, rows: 4 },
      /measured in 2 of 4 pairs/,
    ],
  ])('says of the drop: %s', (_, drop, expected) => {
    expect(say({ drop })).toMatch(expected);
  });

  test('says the same in Chinese, with every value filled in', () => {
    const chinese = translator('zh');
    for (const [asRegions, asLabels] of [
      [none, none],
      [first, first],
      [first, second],
      [none, first],
      [first, none],
    ]) {
      const text = trainingSentences(
        {
          ...facts,
          asRegions,
          asLabels,
          drop: { gap: 0.1, measuredGap: 0.1, shapePart: 0.04, measured: 2, rows: 4 },
        },
        chinese,
      ).join('');
      expect(text).toMatch(/[\u4e00-\u9fff]/);
      expect(text).not.toContain('{{');
    }
  });
});
