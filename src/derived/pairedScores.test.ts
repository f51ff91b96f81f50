import { describe, expect, test } from 'vitest';
import { type LabelScheme, structuresOf } from '../domain/labelScheme';
import { caseSetKey, incomparableReasons, type PublishedScore } from '../domain/publishedScore';
import { compareStructures } from '../kernels/statistics/compareStructures';
import { drivingCases, pairedScores, sharedCases } from './pairedScores';
import { readingVerdicts } from './readingVerdicts';
import { coreRow, rimAndCore } from './testRows';
import { nestingOf, trainingFacts } from './trainingFacts';

const structures = structuresOf(rimAndCore);
const excluded = { annotation: { mark: 'excluded' as const, note: '' } };
const rows = [
  ...[60, 70, 80, 90, 95, 96].flatMap((hits, index) => [
    coreRow(`case${index}`, 'first', { hits: hits + 3 }),
    coreRow(`case${index}`, 'second', { hits: hits - 2 * index }),
  ]),
  coreRow('out', 'first', { hits: 1 }, excluded),
  coreRow('out', 'second', { hits: 99 }, excluded),
  coreRow('alone', 'first', { hits: 50 }),
];

describe('pairing two models', () => {
  test('uses the cases that both were scored on and names the others; excluded ones are in neither', () => {
    expect(sharedCases(rows, 'first', 'second')).toEqual({
      shared: [0, 1, 2, 3, 4, 5].map((index) => `case${index}`),
      onlyFirst: ['alone'],
      onlySecond: [],
    });
  });

  test('compares every structure on those cases', () => {
    const compared = compareStructures(pairedScores(rows, structures, 'first', 'second'));
    const core = compared.find(({ structure }) => structure.kind === 'label' && structure.name === 'core');
    expect(core).toMatchObject({ count: 6, wins: 6, ties: 0, losses: 0, rankBiserial: 1, isExact: true });
    expect(core!.pValue).toBeCloseTo(2 / 2 ** 6, 12);
    expect(core!.adjustedPValue).toBeGreaterThan(core!.pValue);
    expect(core!.meanDifference).toBeCloseTo(core!.firstMean - core!.secondMean, 12);
    expect(core!.interval.low).toBeGreaterThan(0);
  });

  test('a case without a number for one of them takes no part in the means', () => {
    const [compared] = compareStructures([
      { structure: structures[0], caseIds: ['a', 'b'], first: [0.5, Number.NaN], second: [0.4, 0.9] },
    ]);
    expect(compared).toMatchObject({ count: 1, incomplete: 1, firstMean: 0.5, secondMean: 0.4 });
  });

  test('names the cases that drive the difference, each once with its largest', () => {
    const driving = drivingCases(pairedScores(rows, structures, 'first', 'second'), 3);
    expect(driving.map(({ caseId }) => caseId)).toEqual(['case5', 'case4', 'case3']);
    expect(driving[0].structure.name).toMatch(/inner|core/);
  });

  test('calls a model higher where ranks and mean agree, and sets apart what speaks against it', () => {
    const [compared] = compareStructures(pairedScores(rows, structures, 'first', 'second')).slice(3);
    const clear = { ...compared, adjustedPValue: 0.01, rankBiserial: 0.9, meanDifference: 0.02 };
    const items = {
      higher: clear,
      lower: { ...clear, rankBiserial: -0.9, meanDifference: -0.3 },
      divided: { ...clear, meanDifference: -0.06 },
      even: { ...clear, meanDifference: 0.0004 },
      against: { ...clear, adjustedPValue: 0.05, meanDifference: -0.03 },
      smaller: { ...clear, adjustedPValue: 0.05, meanDifference: -0.01 },
    };
    const equal = { ...clear, pValue: Number.NaN, adjustedPValue: Number.NaN, meanDifference: 0 };
    const { asRegions, asLabels } = readingVerdicts({
      asRegions: [items.higher, items.smaller, items.divided, items.even, equal],
      asLabels: [items.against, items.lower],
    });
    expect(asRegions).toEqual({
      firstHigher: [items.higher],
      secondHigher: [],
      divided: [items.divided, items.even],
      against: [],
      tested: [items.divided, items.higher, items.smaller, items.even],
      equal: 1,
    });
    expect(asLabels).toMatchObject({
      firstHigher: [],
      secondHigher: [items.lower],
      against: [items.against],
    });
  });

  test('knows the cases that speak most for either model', () => {
    const [item] = compareStructures([
      {
        structure: structures[0],
        caseIds: ['a', 'b', 'c'],
        first: [0.5, Number.NaN, 0.9],
        second: [0.4, 0, 0.1],
      },
    ]);
    expect(item.mostForFirst?.caseId).toBe('c');
    expect(item.mostForFirst?.difference).toBeCloseTo(0.8);
    expect(item.mostForSecond).toBeNull();
  });
});

describe('a published number', () => {
  const published: PublishedScore = {
    id: '1',
    value: 0.9,
    structure: 'region:1,2',
    kind: 'region',
    convention: 'nnunet',
    cases: 'these',
    source: 'A paper',
  };
  const reasons = (change: Partial<PublishedScore>) =>
    incomparableReasons({ ...published, ...change }, structures, 'nnunet', true, caseSetKey(['a', 'b']));

  test.each<[Partial<PublishedScore>, string[]]>([
    [{}, []],
    [{ convention: 'brats-2023' }, ['other-convention']],
    [{ convention: 'lesion-wise' }, ['lesion-wise']],
    [{ convention: 'unknown' }, ['convention-unknown']],
    [{ kind: 'label' }, ['other-kind']],
    [{ kind: 'unknown' }, ['kind-unknown']],
    [{ cases: 'other' }, ['other-cases']],
    [{ cases: 'unknown' }, ['cases-unknown']],
    [{ structure: 'region:9' }, ['no-such-structure']],
    [{ structure: 'label:1', kind: 'region' }, ['other-kind']],
    [
      { kind: 'label', convention: 'lesion-wise', cases: 'other' },
      ['other-kind', 'lesion-wise', 'other-cases'],
    ],
  ])('with %j is refused for %j', (change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });

  test('of other cases than all that are open, or of another structure with the same values, is refused', () => {
    const ofCases = (isEvery: boolean, caseSet?: string) =>
      incomparableReasons({ ...published, caseSet }, structures, 'nnunet', isEvery, caseSetKey(['a', 'b']));
    expect(ofCases(false)).toEqual(['part-of-cases']);
    expect(ofCases(true, caseSetKey(['b', 'a']))).toEqual([]);
    // Cases were added, or others opened, after the number was entered.
    for (const others of [['a'], ['a', 'c'], ['a', 'b', 'c']]) {
      expect(ofCases(true, caseSetKey(others))).toEqual(['other-cases']);
    }
    expect(reasons({ structureName: structures[0].name })).toEqual([]);
    expect(reasons({ structureName: 'liver' })).toEqual(['no-such-structure']);
  });

  test('may be read either way where region and label are the same voxels', () => {
    expect(reasons({ structure: 'label:2', kind: 'region' })).toEqual([]);
    expect(reasons({ structure: 'region:2', kind: 'unknown' })).toEqual([]);
  });
});

describe('what is said of training', () => {
  const withRegions = (...labels: number[][]): LabelScheme => ({
    ...rimAndCore,
    regions: labels.map((values, index) => ({ name: `r${index}`, labels: values })),
  });

  test.each([
    ['no-regions', withRegions()],
    ['nested', withRegions([1, 2, 3], [2, 3], [3])],
    ['partly-nested', withRegions([1, 2], [2], [3])],
    ['independent', withRegions([1], [2])],
    ['crossing', withRegions([1, 2], [2, 3])],
  ])('calls a scheme %s', (expected, scheme) => {
    expect(nestingOf(scheme)).toBe(expected);
  });

  test('takes the drop of two models over the rows of both, whatever a third one does', () => {
    const readings = { asRegions: [], asLabels: [] };
    const models = { first: 'first', second: 'second', cases: 6 };
    const third = rows.map((row) => ({ ...row, model: 'third', caseId: `other ${row.caseId}` }));
    expect(trainingFacts(rimAndCore, [...rows, ...third], models, readings).drop).toEqual(
      trainingFacts(rimAndCore, rows, models, readings).drop,
    );
  });

  test('takes the drop over pairs that can have one', () => {
    const facts = trainingFacts(rimAndCore, rows, { first: 'first', second: 'second', cases: 6 }, null);
    expect(facts).toMatchObject({ nesting: 'nested', canRebuild: true, verdicts: null, cases: 6 });
    expect(facts.drop?.rows).toBe(rows.length);
    expect(facts.drop?.measured).toBe(0);
    expect(facts.drop?.shapePart).toBeNaN();
    expect(facts.drop?.gap).toBeGreaterThan(0);
  });
});
