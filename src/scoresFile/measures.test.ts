import { describe, expect, test } from 'vitest';
import { answerKey } from '../domain/cohort';
import { type LabelScheme, pairKey } from '../domain/labelScheme';
import { type CaseMeasures, lesionKey, missingMeasures } from '../domain/measures';
import type { AnswerResult, Convention } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { gapDistances } from '../kernels/gapDistances';
import { jointHistogram } from '../kernels/jointHistogram';
import { lesionScores } from '../kernels/lesionScores';
import { surfaceDistancesOfCase } from '../kernels/surfaceDistances';
import { surfaceMeasure } from '../kernels/surfaceMeasure';
import { openScores } from './testScores';
import { scoresFile } from './write';

const scheme: LabelScheme = {
  name: 'nested',
  labels: [1, 2, 3].map((value) => ({ value, name: `label ${value}` })),
  regions: [
    { name: 'whole', labels: [1, 2, 3] },
    { name: 'core', labels: [1, 2] },
    { name: 'inner', labels: [1] },
  ],
  regionsClassOrder: [3, 2, 1],
  ignoreLabel: null,
};
const geometry = {
  shape: [16, 16, 8] as [number, number, number],
  spacingMm: [1, 1, 2] as [number, number, number],
};

/** Boxes in boxes; without an innermost one when `inner` is false. */
function map(shift: number, inner: boolean): Uint8Array {
  const voxels = new Uint8Array(16 * 16 * 8);
  const paint = (margin: number, value: number) => {
    for (let z = Math.ceil(margin / 2); z < 8 - margin / 2; z++)
      for (let y = margin; y < 16 - margin; y++)
        for (let x = margin + shift; x < 16 - margin; x++) voxels[(z * 16 + y) * 16 + x] = value;
  };
  paint(2, 3);
  paint(4, 2);
  if (inner) paint(5, 1);
  return voxels;
}

function measured(
  reference: Uint8Array,
  prediction: Uint8Array,
): { result: AnswerResult; measures: CaseMeasures } {
  const { surfaces, pairs } = missingMeasures(undefined, scheme, 'met-2023');
  const structures = surfaces.map((labels) => ({ labels }));
  const scores = surfaceDistancesOfCase(reference, prediction, geometry, structures, []);
  const lesions = lesionScores(reference, prediction, geometry, structures, 'met-2023');
  const distances = gapDistances(reference, prediction, geometry, pairs, null);
  return {
    result: {
      caseId: 'one',
      model: 'model',
      reference: { file: 'r', bytes: 1 },
      prediction: { file: 'p', bytes: 1 },
      ...geometry,
      warnings: [],
      confusion: jointHistogram(reference, prediction),
    },
    measures: {
      ignoreLabel: null,
      onlyTauMm: null,
      surfaces: Object.fromEntries(
        surfaces.map((labels, index) => [labels.join(), surfaceMeasure(scores[index])]),
      ),
      lesions: Object.fromEntries(
        surfaces.map((labels, index) => {
          const { lesions: found, components } = lesions[index];
          return [lesionKey(labels, 'met-2023'), { lesions: found, components }];
        }),
      ),
      pairs: Object.fromEntries(distances.map((pair, index) => [pairKey(pairs[index]), pair])),
    },
  };
}

const convention: Convention = { profile: 'nnunet', lesionProfile: 'met-2023', tauMm: 1.5 };

function written({ result, measures }: ReturnType<typeof measured>, under = convention) {
  return scoresFile({
    producer: 'regionlens test',
    scheme,
    profile: under.profile,
    scores: [caseScores(result, scheme, under, measures)],
    failures: [],
    messageOf: () => '',
  });
}

async function opened(file: unknown) {
  const read = await openScores(file);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

const key = answerKey('one', 'model');

describe('what was measured, in the scores file', () => {
  test.each([
    ['every structure in both maps', map(0, true), map(1, true)],
    ['a missed structure', map(0, true), map(2, false)],
    ['an invented structure', map(0, false), map(1, true)],
    ['a structure in neither map', map(0, false), map(1, false)],
  ])('comes back as it was: %s', async (_, reference, prediction) => {
    const facts = measured(reference, prediction);
    const { measures, tauMm, lesionProfile } = await opened(written(facts));
    expect(measures[key]).toEqual(facts.measures);
    expect([tauMm, lesionProfile]).toEqual([1.5, 'met-2023']);
    expect(JSON.stringify(written(facts))).not.toMatch(/NaN|Infinity/);
  });

  test('says why there is no number, and gives the distance that the convention sets', async () => {
    const facts = measured(map(0, true), map(2, false));
    const inner = (file: ReturnType<typeof written>) => file.cases[0].structures[2].surface;
    expect(inner(written(facts))).toMatchObject({
      hd95Mm: null,
      hd95MmReason: 'prediction-empty',
      nsd: [{ tauMm: 1.5, value: 0 }],
    });
    expect(inner(written(facts, { ...convention, profile: 'brats-2023' }))?.hd95Mm).toBe(374);
    expect(written(facts).cases[0].pairs[2]).toMatchObject({ boundary: { tauMm: 1.5 } });
  });

  test('can be asked for another τ afterwards, and holds at its own τ alone without distances', async () => {
    const facts = measured(map(0, true), map(1, true));
    const file = written(facts);
    const atTwo = { ...convention, tauMm: 2 };
    const full = await opened(file);
    expect(caseScores(full.results[key], scheme, atTwo, full.measures[key])).toEqual(
      caseScores(facts.result, scheme, atTwo, facts.measures),
    );

    const bare = JSON.parse(JSON.stringify(file), (name, value) =>
      /ByDistance$|Curves$|^areaMm2$|^components$/.test(name) || (name === 'lesions' && Array.isArray(value))
        ? undefined
        : value,
    );
    const few = await opened(bare);
    const { structures, pairs } = caseScores(few.results[key], scheme, convention, few.measures[key]);
    const expected = caseScores(facts.result, scheme, convention, facts.measures);
    expect(structures.map(({ surface }) => surface)).toEqual(
      expected.structures.map(({ surface }) => surface),
    );
    expect(structures.map(({ lesions }) => lesions?.dice)).toEqual(
      expected.structures.map(({ lesions }) => lesions?.dice),
    );
    expect(pairs.map(({ boundary }) => boundary)).toEqual(expected.pairs.map(({ boundary }) => boundary));
    const other = caseScores(few.results[key], scheme, atTwo, few.measures[key]);
    expect(other.structures[0].surface?.nsd).toBeNaN();
    expect(other.structures[0].surface?.hd95Mm).toBe(expected.structures[0].surface?.hd95Mm);
    expect(other.pairs[0].boundary).toBeNull();
  });

  test('of totals alone keeps a lesion that was missed, also when it is saved once more', async () => {
    const facts = measured(map(0, true), map(2, false));
    const bare = JSON.parse(JSON.stringify(written(facts)), (name, value) =>
      name === 'components' || (name === 'lesions' && Array.isArray(value)) ? undefined : value,
    );
    bare.cases[0].structures[2].lesions = {
      ...bare.cases[0].structures[2].lesions,
      ...{ dice: 0, hd95Mm: 374, truePositives: 0, falsePositives: 0, falseNegatives: 1 },
    };
    const once = await opened(bare);
    const twice = await opened(written({ result: once.results[key], measures: once.measures[key] }));
    for (const { results, measures } of [once, twice]) {
      expect(caseScores(results[key], scheme, convention, measures[key]).structures[2].lesions).toMatchObject(
        {
          ...{ dice: 0, hd95Mm: 374, truePositives: 0, falsePositives: 0, falseNegatives: 1 },
        },
      );
    }
  });

  test('that does not exist is null in the file, and what was not counted does not become 0', async () => {
    const file = JSON.parse(JSON.stringify(written(measured(map(0, true), map(1, true)))));
    const [{ structures, pairs }] = file.cases;
    structures[0].surface = { ...structures[0].surface, hd95Mm: null, hd95MmReason: 'not-computed' };
    structures[0].lesions = { ...structures[0].lesions, hd95Mm: null, hd95MmReason: 'not-computed' };
    for (const item of structures)
      item.lesions &&= { ...item.lesions, lesions: undefined, components: undefined };
    for (const pair of pairs) Object.assign(pair, { errorsByDistance: undefined, boundary: null });
    const few = await opened(JSON.parse(JSON.stringify(file)));
    const read = caseScores(few.results[key], scheme, convention, few.measures[key]);
    expect(read.structures[0].surface?.hd95Mm).toBeNaN();
    expect(read.structures[0].lesions?.hd95Mm).toBeNaN();
    expect(read.pairs.map(({ boundary }) => boundary)).toEqual([null, null, null]);
    const again = await opened(written({ result: few.results[key], measures: few.measures[key] }));
    expect(again.measures[key].pairs).toEqual(few.measures[key].pairs);

    // Within 1 mm is not within the 1.5 mm of the surfaces.
    for (const pair of pairs) pair.boundary = { tauMm: 1, shared: 0, child: 70, relieved: 0 };
    for (const { surface } of structures) if (surface) surface.areaByDistance = undefined;
    const mixed = await opened(JSON.parse(JSON.stringify(file)));
    const { pairs: split } = caseScores(mixed.results[key], scheme, convention, mixed.measures[key]);
    expect(split.map(({ boundary }) => boundary)).toEqual([null, null, null]);
  });

  test('is null with its reason before anything is measured', async () => {
    const { result } = measured(map(0, true), map(1, true));
    const [item] = written({ result, measures: undefined as never }).cases;
    expect(item.structures[0]).toMatchObject({ surface: null, surfaceReason: 'not-computed', lesions: null });
    expect(item.pairs[0]).toMatchObject({ regionShiftMm: null, regionShiftMmReason: 'not-computed' });
    expect((await opened(written({ result, measures: undefined as never }))).measures).toEqual({});
  });
});
