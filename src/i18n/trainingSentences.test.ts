import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rimAndCore } from '../derived/testRows';
import { trainingFacts } from '../derived/trainingFacts';
import type { Readings, StructureComparison, TrainingFacts } from '../domain/comparison';
import { compareStructures } from '../kernels/statistics/compareStructures';
import type { Language } from './languages';
import { trainingSentences } from './trainingSentences';
import { translator } from './translate';

const english = translator('en');
const facts: TrainingFacts = {
  nesting: 'nested',
  canRebuild: true,
  firstModel: 'RegionNet',
  secondModel: 'LabelNet',
  cases: 12,
  verdicts: null,
  drop: null,
};
const say = (change: Partial<TrainingFacts>) => trainingSentences({ ...facts, ...change }, english).join(' ');

/** Comparisons of structures whose Dice differ by these, case by case; NaN where a case has none. */
function compared(kind: 'region' | 'label', differences: Record<string, number[]>): StructureComparison[] {
  return compareStructures(
    Object.entries(differences).map(([name, values]) => ({
      structure: { kind, name, labels: [1] },
      caseIds: values.map((_, index) => `case${index}`),
      first: values.map((difference) => 0.5 + difference / 2),
      second: values.map((difference) => 0.5 - difference / 2),
    })),
  );
}

function sentencesOf(readings: Readings<StructureComparison[]>, language: Language): string[] {
  const models = { first: 'RegionNet', second: 'LabelNet', cases: 12 };
  return trainingSentences(trainingFacts(rimAndCore, [], models, readings), translator(language));
}

/** Twelve cases that differ by about this. */
const about = (mean: number) => Array.from({ length: 12 }, (_, index) => mean * (1 + index / 100));
const unclear = Array.from({ length: 12 }, (_, index) => (index % 2 ? 0.01 : -0.01) * (1 + index / 100));
const none = Array<number>(12).fill(Number.NaN);
const [equal, tiny] = [about(0), about(0.0001)];
/** Eleven small wins and one large loss: the ranks speak for the first model, the mean for the second. */
const oneHeavyLoss = [...about(0.015).slice(1), -0.89];

describe('what a comparison says of training', () => {
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

  test('says that of one model nothing follows', () => {
    expect(say({ verdicts: null })).toMatch(/nothing can be said about the other way/);
  });

  test.each<[string, number[], number[], RegExp]>([
    ['no numbers', none, none, /Too few cases/],
    ['the same model twice', equal, equal, /score the same in every case \(n = 12\)/],
    ['no difference', unclear, unclear, /In neither reading .*n = 12.*no proof/],
    ['no reading as regions', none, unclear, /^(?!.*as regions).*Read as labels, .*n = 12/],
    [
      'no reading as regions, a better one',
      none,
      about(-0.1),
      /^(?!.*as regions).*Read as labels, “LabelNet” scores significantly higher in 1 of 1 structures: L by 0\.1/,
    ],
    [
      'both for the first',
      about(0.1),
      about(0.1),
      /regions, “RegionNet” scores .*labels, “RegionNet” scores .*point the same way/,
    ],
    ['both for the second', about(-0.1), about(-0.1), /regions, “LabelNet” .*labels, “LabelNet” .*same way/],
    [
      'opposite',
      about(0.1),
      about(-0.1),
      /regions, “RegionNet” scores significantly higher.*labels, “LabelNet” scores .*The reading decides/,
    ],
    ['regions only', about(-0.1), unclear, /regions, “LabelNet” scores .*labels, there is no statistically/],
    ['labels only', unclear, about(0.1), /regions, there is no statistically.*labels, “RegionNet” scores/],
    ['a difference of nothing', tiny, unclear, /speaks for “RegionNet” in R .*differ by less than 0\.001/],
    [
      'few cases that lie further apart the other way',
      about(0.01),
      [-0.3, -0.2, ...none.slice(2)],
      /“RegionNet” scores significantly higher.*larger the other way: read as labels, “LabelNet” is ahead on average in L by 0\.250 \(wins\/ties\/losses 2\/0\/0, p \(Holm\): 0\.500\)\. Neither/,
    ],
  ])('says %s as it is', (_, region, label, expected) => {
    const readings = {
      asRegions: compared('region', { R: region }),
      asLabels: compared('label', { L: label }),
    };
    expect(sentencesOf(readings, 'en').join(' ')).toMatch(expected);
  });

  test('gives difference, interval, wins and p of what is higher, seen from the model that is', () => {
    const labels = { ET: about(-0.02), NEC: unclear };
    const text = sentencesOf({ asRegions: [], asLabels: compared('label', labels) }, 'en').join(' ');
    expect(text).toMatch(
      /“LabelNet” scores significantly higher in 1 of 2 structures: ET by 0\.021 \(95 % interval 0\.021 to 0\.021, wins\/ties\/losses 12\/0\/0, p \(Holm\): < 0\.001\)\./,
    );
  });

  test('says of many structures only by how much', () => {
    const many = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`S${index}`, about(0.1 + index / 10)]),
    );
    const [sentence] = sentencesOf({ asRegions: compared('region', many), asLabels: [] }, 'en').slice(1);
    expect(sentence).toMatch(/in 6 of 6 structures: S5 by 0\.\d{3}; S4 by 0\.\d{3}; .*S0 by 0\.\d{3}\.$/);
  });

  test('tells test and mean where they disagree, and why', () => {
    const readings = { asRegions: compared('region', { core: oneHeavyLoss }), asLabels: [] };
    const text = sentencesOf(readings, 'en').join(' ');
    expect(text).toMatch(
      /disagree in core: the test, which looks at ranks, speaks for “RegionNet” \(wins\/ties\/losses 11\/0\/1, .*on average “LabelNet” scores higher, by 0\.0.*most of all case11 \(by 0\.890\)/,
    );
    expect(text).not.toMatch(/significantly higher|no statistically/);
    const turned = compared('region', { core: oneHeavyLoss.map((difference) => -difference) });
    expect(sentencesOf({ asRegions: turned, asLabels: [] }, 'en').join(' ')).toMatch(
      /speaks for “LabelNet” \(wins\/ties\/losses 11\/0\/1, .*on average “RegionNet” scores higher, by 0\.0/,
    );
  });

  test('says of how many cases each structure is, where they differ', () => {
    const part = [...unclear.slice(0, 8), ...none.slice(8)];
    const readings = { asRegions: compared('region', { whole: unclear, core: part }), asLabels: [] };
    expect(sentencesOf(readings, 'en').join(' ')).toContain('(n = 8 to 12)');
  });

  test('always adds that two models are not two ways of training, where two are compared', () => {
    const readings = { asRegions: compared('region', { R: about(0.1) }), asLabels: [] };
    expect(sentencesOf(readings, 'en').at(-1)).toMatch(/not two ways of training in general\.$/);
    expect(say({ verdicts: null })).not.toMatch(/in general/);
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

  test('says the drop in Chinese with every value filled in', () => {
    const drop = { gap: 0.1, measuredGap: 0.1, shapePart: 0.04, measured: 2, rows: 4 };
    const text = trainingSentences({ ...facts, drop }, translator('zh')).join('');
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(text).not.toContain('{{');
  });
});

describe('over generated comparisons', () => {
  const differing = fc.record({
    size: fc.constantFrom(0, 0.0002, 0.004, 0.02, 0.1),
    stretch: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    isAgainst: fc.nat(7).map((chance) => chance === 0),
    isMissing: fc.nat(15).map((chance) => chance === 0),
    isOutlier: fc.nat(11).map((chance) => chance === 0),
  });
  const structure = fc
    .tuple(
      fc.constantFrom(1, -1),
      fc.constantFrom(null, 0.0001, 0.004, 0.02, 0.1),
      fc.array(differing, { minLength: 1, maxLength: 14 }),
    )
    .map(([side, steady, cases]) =>
      cases.map(({ size, stretch, isAgainst, isMissing, isOutlier }) => {
        if (isMissing) return Number.NaN;
        const difference = side * (steady ?? size) * stretch;
        return isOutlier ? -side * 0.6 * stretch : isAgainst ? -difference : difference;
      }),
    );
  const named = (prefix: string) =>
    fc
      .array(structure, { maxLength: 7 })
      .map((all) => Object.fromEntries(all.map((differences, index) => [`${prefix}${index}_`, differences])));

  const words = {
    en: {
      higher: /“(\w+)” (?:scores|is ahead)/,
      claim: 'scores significantly higher',
      average: ' on average ',
    },
    zh: {
      higher: /“(\w+)”(?:在 \d+\/\d+ 个结构上)?(?:得分更高|领先)/,
      claim: '差异有统计学意义',
      average: '平均而言',
    },
  } as const;

  test.each(['en', 'zh'] as const)(
    'in %s no model is called higher than its means allow, nothing larger is left out',
    (language) => {
      const seen = { claims: 0, averages: 0, against: 0 };
      fc.assert(
        fc.property(named('R'), named('L'), (regions, labels) => {
          const readings = { asRegions: compared('region', regions), asLabels: compared('label', labels) };
          const all = [...readings.asRegions, ...readings.asLabels];
          const meanOf = (name: string) => all.find((item) => item.structure.name === name)!.meanDifference;
          const sentences = sentencesOf(readings, language);
          const text = sentences.join(' ');
          expect(text).not.toMatch(/\{\{|NaN|undefined|–/);
          const claims: { side: number; least: number }[] = [];
          for (const sentence of sentences) {
            const model = words[language].higher.exec(sentence)?.[1];
            if (!model) continue;
            const side = model === 'RegionNet' ? 1 : -1;
            const names = sentence.match(/[RL]\d_/g) ?? [];
            expect(names).not.toEqual([]);
            const leads = names.map((name) => side * meanOf(name));
            for (const lead of leads) expect(lead).toBeGreaterThan(0);
            if (sentence.includes(words[language].average)) seen.averages++;
            if (!sentence.includes(words[language].claim)) continue;
            seen.claims++;
            claims.push({ side, least: Math.min(...leads) });
          }
          for (const { side, least } of claims) {
            for (const {
              structure: { name },
              meanDifference,
            } of all) {
              if (!(-side * meanDifference > least)) continue;
              seen.against++;
              expect(text).toContain(name);
            }
          }
        }),
        { numRuns: 300, seed: 16 },
      );
      // The generator reaches what the sentences are about.
      expect(Math.min(seen.claims, seen.averages, seen.against)).toBeGreaterThan(20);
    },
  );
});
