import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Geometry, voxelCount } from '../../domain/geometry';
import type { LabelScheme } from '../../domain/labelScheme';
import { regionsOfLabels } from '../../domain/regionsOfLabels';
import type { AnswerResult, CaseScores, GeometryWarning } from '../../domain/results';
import { writeNifti } from '../../io/writeNifti';
import { caseScores } from '../../kernels/caseScores';
import type { PredictionSource, WorkerFile } from '../protocol';
import { measureCase } from './measureCase';
import { openAnswer } from './openAnswer';
import { scoreCase } from './scoreCase';

const context = { signal: new AbortController().signal, report: () => undefined };
const convention = { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null } as const;
const grid: Geometry = {
  shape: [3, 2, 2],
  spacingMm: [1, 2, 3],
  affine: [1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1],
};
const voxels = voxelCount(grid);
const organs = ['liver', 'spleen', 'colon', 'heart'];

function file(path: string, values: readonly number[], geometry = grid): WorkerFile {
  return { path, blob: new Blob([writeNifti({ voxels: Uint8Array.from(values), geometry })]) };
}

function schemeOf(names: readonly string[]): LabelScheme {
  const labels = names.map((name, index) => ({ name, value: index + 1 }));
  return { name: '', labels, regions: [], regionsClassOrder: [], ignoreLabel: null };
}

/** Masks that contain each other: 3 is in all, 2 in the outer two, 1 in the outer one. */
const nested: LabelScheme = {
  name: '',
  labels: ['rim', 'middle', 'core'].map((name, index) => ({ name, value: index + 1 })),
  regions: ['whole', 'inner', 'innermost'].map((name, index) => {
    return { name, labels: [1, 2, 3].slice(index) };
  }),
  regionsClassOrder: [1, 2, 3],
  ignoreLabel: null,
};

/** Why a mask cannot lie on the grid of the others. */
const oddities = {
  larger: (path: string) => file(path, new Array(4 * 2 * 2).fill(1), { ...grid, shape: [4, 2, 2] }),
  smaller: (path: string) => file(path, new Array(2 * 2 * 2).fill(1), { ...grid, shape: [2, 2, 2] }),
  turned: (path: string) => file(path, new Array(voxels).fill(1), { ...grid, shape: [2, 3, 2] }),
  cut: (path: string) => ({ path, blob: file(path, new Array(voxels).fill(1)).blob.slice(0, -3) }),
  empty: (path: string) => ({ path, blob: new Blob([]) }),
  text: (path: string) => ({ path, blob: new Blob(['no volume '.repeat(60)]) }),
};

type Oddity = keyof typeof oddities;

/** A subject: whether each voxel is in each mask, reference and prediction; and the masks that are odd. */
interface Subject {
  reference: boolean[][];
  prediction: boolean[][];
  odd: { side: 'reference' | 'prediction'; mask: number; oddity: Oddity }[];
}

function side(
  subject: Subject,
  name: 'reference' | 'prediction',
  names: readonly string[],
): Extract<PredictionSource, { kind: 'region-masks' }> {
  const masks = names.map((region, mask) => {
    const path = `${name}/${region}.nii`;
    const odd = subject.odd.find((item) => item.side === name && item.mask === mask);
    const good = file(path, subject[name][mask].map(Number));
    return { region, file: odd ? oddities[odd.oddity](path) : good };
  });
  return { kind: 'region-masks', masks };
}

async function scored(reference: PredictionSource, prediction: PredictionSource, scheme: LabelScheme) {
  const predictions = [{ model: 'unet', source: prediction }];
  const { results, failures } = await scoreCase({ caseId: 'one', reference, predictions, scheme }, context);
  expect(failures).toEqual([]);
  const [result] = results as [AnswerResult];
  return { result, scores: caseScores(result, scheme, convention) };
}

function diceByName({ structures }: CaseScores): Record<string, number> {
  return Object.fromEntries(structures.map(({ structure, overlap }) => [structure.name, overlap.dice]));
}

function diceOf(reference: readonly boolean[], prediction: readonly boolean[]): number {
  const both = reference.filter((isIn, voxel) => isIn && prediction[voxel]).length;
  return (2 * both) / (reference.filter(Boolean).length + prediction.filter(Boolean).length);
}

function leftOutIn(warnings: readonly GeometryWarning[]): string[] {
  return warnings.flatMap((warning) => (warning.kind === 'mask-left-out' ? warning.file : [])).sort();
}

function oddFiles({ odd }: Subject, names: readonly string[]): string[] {
  return odd.map(({ side, mask }) => `${side}/${names[mask]}.nii`).sort();
}

const values = (most: number) => fc.array(fc.nat(most), { minLength: voxels, maxLength: voxels });

/** At most one odd mask a side, of three masks at least: most of them always share a grid. */
function subjects(masks: number, isIn: (value: number, mask: number) => boolean, most: number) {
  const places = Array.from({ length: masks }, (_, mask) => mask);
  const layers = values(most).map((map) => places.map((mask) => map.map((value) => isIn(value, mask))));
  const oddity = fc.constantFrom(...(Object.keys(oddities) as Oddity[]));
  const oddOf = (side: 'reference' | 'prediction') =>
    fc.array(fc.record({ side: fc.constant(side), mask: fc.nat(masks - 1), oddity }), { maxLength: 1 });
  return fc
    .record({ reference: layers, prediction: layers, odd: fc.tuple(oddOf('reference'), oddOf('prediction')) })
    .map(({ odd, ...sides }): Subject => ({ ...sides, odd: odd.flat() }));
}

describe('a mask that is odd is left out and the rest is scored', () => {
  test('of labels, and so it is against a label map', async () => {
    const isIn = (value: number, mask: number) => value === mask + 1;
    const ofSize = fc.integer({ min: 3, max: 4 }).chain((masks) => subjects(masks, isIn, masks));
    await fc.assert(
      fc.asyncProperty(ofSize, fc.boolean(), async (subject, isMap) => {
        const names = organs.slice(0, subject.reference.length);
        const odd = isMap ? subject.odd.filter(({ side }) => side === 'reference') : subject.odd;
        const map = subject.prediction[0].map((_, voxel) => {
          return subject.prediction.findIndex((mask) => mask[voxel]) + 1;
        });
        const prediction: PredictionSource = isMap
          ? { kind: 'label-map', file: file('prediction.nii', map) }
          : side(subject, 'prediction', names);
        const read = await scored(side(subject, 'reference', names), prediction, schemeOf(names));
        expect(leftOutIn(read.result.warnings)).toEqual(oddFiles({ ...subject, odd }, names));
        const expected = names.map((name, mask) => {
          const isOdd = odd.some((item) => item.mask === mask);
          return [name, isOdd ? Number.NaN : diceOf(subject.reference[mask], subject.prediction[mask])];
        });
        expect(diceByName(read.scores)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 30 },
    );
  });

  test('of structures that overlap', async () => {
    const isIn = (value: number, mask: number) => ((value >> mask) & 1) === 1;
    const ofSize = fc.integer({ min: 3, max: 4 }).chain((masks) => subjects(masks, isIn, 2 ** masks - 1));
    await fc.assert(
      fc.asyncProperty(ofSize, async (subject) => {
        const names = organs.slice(0, subject.reference.length);
        const scheme = regionsOfLabels(schemeOf(names)) as LabelScheme;
        const { result, scores } = await scored(
          side(subject, 'reference', names),
          side(subject, 'prediction', names),
          scheme,
        );
        expect(leftOutIn(result.warnings)).toEqual(oddFiles(subject, names));
        const expected = names.map((name, mask) => {
          const isOdd = subject.odd.some((item) => item.mask === mask);
          return [name, isOdd ? Number.NaN : diceOf(subject.reference[mask], subject.prediction[mask])];
        });
        expect(diceByName(scores)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 30 },
    );
  });

  test('of regions that nest, and with a region every label that lies between it and the next', async () => {
    const names = nested.regions.map(({ name }) => name);
    const isIn = (value: number, mask: number) => value > mask;
    await fc.assert(
      fc.asyncProperty(subjects(3, isIn, 3), async (subject) => {
        const { result, scores } = await scored(
          side(subject, 'reference', names),
          side(subject, 'prediction', names),
          nested,
        );
        expect(leftOutIn(result.warnings)).toEqual(oddFiles(subject, names));
        const isOdd = (mask: number) => subject.odd.some((item) => item.mask === mask);
        const shell = (masks: boolean[][], mask: number) =>
          masks[mask].map((isInside, voxel) => isInside && !masks[mask + 1]?.[voxel]);
        const { reference, prediction } = subject;
        const expected = names.flatMap((name, mask) => [
          [name, isOdd(mask) ? Number.NaN : diceOf(reference[mask], prediction[mask])],
          [
            nested.labels[mask].name,
            isOdd(mask) || isOdd(mask + 1)
              ? Number.NaN
              : diceOf(shell(reference, mask), shell(prediction, mask)),
          ],
        ]);
        expect(diceByName(scores)).toEqual(Object.fromEntries(expected));
        for (const { pair, account } of scores.pairs) {
          const at = names.indexOf(pair.region.name);
          const isKnown = !isOdd(at) && !isOdd(at + 1);
          expect(Number.isNaN(account.sharedVoxels)).toBe(!isKnown);
        }
      }),
      { numRuns: 30 },
    );
  });
});

const two = organs.slice(0, 2);
const half = Array.from({ length: voxels }, (_, voxel) => voxel < voxels / 2);
const rest = half.map((isIn) => !isIn);

function subjectOf(odd: Subject['odd']): Subject {
  return { reference: [half, rest], prediction: [half, rest], odd };
}

describe('two masks on two grids', () => {
  const odd = subjectOf([{ side: 'reference', mask: 0, oddity: 'larger' }]);

  test('are told apart by the other side, whichever stands first', async () => {
    for (const mask of [0, 1]) {
      const subject = subjectOf([{ side: 'reference', mask, oddity: 'larger' }]);
      const prediction = side(subject, 'prediction', two);
      const beside = prediction.masks.map(({ file }) => file);
      const reference = { ...side(subject, 'reference', two), beside };
      const { result, scores } = await scored(reference, prediction, schemeOf(two));
      expect(leftOutIn(result.warnings)).toEqual([`reference/${two[mask]}.nii`]);
      expect(diceByName(scores)).toEqual({ [two[mask]]: Number.NaN, [two[1 - mask]]: 1 });
    }
  });

  test('are refused with both where nothing tells', async () => {
    const predictions = [{ model: 'unet', source: side(odd, 'prediction', two) }];
    const request = { caseId: 'one', reference: side(odd, 'reference', two), predictions };
    const { failures } = await scoreCase({ ...request, scheme: schemeOf(two) }, context);
    expect(failures).toMatchObject([
      { problem: { code: 'grid-mismatch', file: 'reference/spleen.nii', facts: { shape: '3×2×2' } } },
    ]);
  });

  test('are refused with the first reason where none can be read', async () => {
    const broken = subjectOf([0, 1].map((mask) => ({ side: 'prediction', mask, oddity: 'text' })));
    const predictions = [{ model: 'unet', source: side(broken, 'prediction', two) }];
    const request = { caseId: 'one', reference: side(broken, 'reference', two), predictions };
    const { failures } = await scoreCase({ ...request, scheme: schemeOf(two) }, context);
    expect(failures).toMatchObject([{ problem: { code: 'not-nifti', file: 'prediction/liver.nii' } }]);
  });
});

describe('masks whose headers differ on one size', () => {
  const spacing: Geometry = { ...grid, spacingMm: [1, 2, 4], affine: grid.affine.with(10, 4) };
  const samePlaces: Geometry = { ...grid, affine: grid.affine.with(0, -1).with(3, 2) };
  const apart: Geometry = { ...grid, affine: grid.affine.with(0, -1).with(3, 40) };
  const organ = [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
  const three = organs.slice(0, 3);

  async function withOdd(geometry: Geometry, odd: readonly number[]) {
    const masks = three.map((region) => {
      const values = region === 'liver' ? odd : new Array(voxels).fill(0);
      const own = region === 'liver' ? geometry : grid;
      return { region, file: file(`reference/${region}.nii`, values, own) };
    });
    const reference: PredictionSource = { kind: 'region-masks', masks };
    const prediction: PredictionSource = { kind: 'label-map', file: file('prediction.nii', organ) };
    const scheme = schemeOf(three);
    const read = await scored(reference, prediction, scheme);
    const pair = await openAnswer({ reference, prediction, images: [], scheme }, context);
    return { ...read, pair };
  }

  test('are laid together as two label maps are: by voxel with a word, turned where the places are the same', async () => {
    const bySpacing = await withOdd(spacing, organ);
    expect(bySpacing.result.warnings).toMatchObject([
      { kind: 'headers-apart', file: 'reference/liver.nii', otherFile: 'reference/spleen.nii' },
      { kind: 'spacing-differs', file: 'reference/liver.nii' },
    ]);
    expect(diceByName(bySpacing.scores).liver).toBe(1);
    expect(bySpacing.result.spacingMm).toEqual(grid.spacingMm);

    const turned = await withOdd(samePlaces, [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(turned.result.warnings).toMatchObject([{ kind: 'reoriented', isTurnable: false }]);
    expect(diceByName(turned.scores).liver).toBe(1);
  });

  test('that contradict each other in direction leave no side certain', async () => {
    const { result, scores, pair } = await withOdd(apart, organ);
    expect(result.warnings).toMatchObject([{ kind: 'headers-apart', isTurnable: false }]);
    expect(diceByName(scores).liver).toBe(1);
    expect(pair.geometry.sideDoubt).toBe('contradicting');
  });
});

test('nothing that was measured, drawn or pointed at is of a structure that was left out', async () => {
  const subject = subjectOf([{ side: 'reference', mask: 0, oddity: 'cut' }]);
  const [reference, prediction] = (['reference', 'prediction'] as const).map((name) =>
    side(subject, name, two),
  );
  const scheme = schemeOf(two);
  const { result } = await scored(reference, prediction, scheme);
  const plan = { surfaces: [[1], [2]], lesions: [[1], [2]], pairs: [] };
  const request = { reference, prediction, scheme, plan, lesionProfile: 'gli-2023' as const };
  const measures = await measureCase(request, context);
  for (const profile of ['nnunet', 'brats-2023'] as const) {
    const [liver, spleen] = caseScores(result, scheme, { ...convention, profile }, measures).structures;
    expect(liver.surface).toMatchObject({ reason: 'left-out', hd95Mm: Number.NaN, nsd: Number.NaN });
    expect(liver).toMatchObject({ lesions: null, overlap: { dice: Number.NaN, referenceSize: Number.NaN } });
    expect(spleen).toMatchObject({ surface: { reason: null, hd95Mm: 0 }, overlap: { dice: 1 } });
  }
  const pair = await openAnswer({ reference, prediction, images: [], scheme }, context);
  expect(Object.keys(pair.starts)).toEqual(['label:2']);
  expect(pair.indistinct).toEqual([[0, 1]]);
});

describe('a structure without a mask on one side', () => {
  const isWarned = async (prediction: PredictionSource) => {
    const subject = { ...subjectOf([]), reference: [half, rest] };
    const { result, scores } = await scored(side(subject, 'reference', two), prediction, schemeOf(two));
    return { warnings: result.warnings, dice: diceByName(scores) };
  };
  const alone: PredictionSource = {
    kind: 'region-masks',
    masks: [{ region: 'liver', file: file('prediction/liver.nii', half.map(Number)) }],
  };

  test('is empty there, and that is said', async () => {
    const { warnings, dice } = await isWarned(alone);
    expect(warnings).toEqual([{ kind: 'masks-missing', file: 'prediction', structures: 'spleen' }]);
    expect(dice).toEqual({ liver: 1, spleen: 0 });
  });

  test('is not worth a word where the other side holds none of it either', async () => {
    const scheme = schemeOf(organs);
    const { result } = await scored(side(subjectOf([]), 'reference', two), alone, scheme);
    expect(result.warnings).toMatchObject([{ kind: 'masks-missing', structures: 'spleen' }]);
  });

  test('is one of a dozen that are named where a hundred lack one, and all are counted', async () => {
    const names = Array.from({ length: voxels + 3 }, (_, index) => `organ${index}`);
    const scheme = schemeOf(names);
    const all = Array.from({ length: voxels }, (_, voxel) => voxel + 1);
    const grown = { ...grid, shape: [voxels + 3, 1, 1] as Geometry['shape'] };
    const map = file('map.nii', [...all, voxels + 1, voxels + 2, voxels + 3], grown);
    const one = file('prediction/organ0.nii', [1, ...new Array(voxels + 2).fill(0)], grown);
    const masks: PredictionSource = { kind: 'region-masks', masks: [{ region: 'organ0', file: one }] };
    const { result } = await scored({ kind: 'label-map', file: map }, masks, scheme);
    const named = names.slice(1, 13).join(', ');
    expect(result.warnings).toMatchObject([{ kind: 'masks-missing', structures: `${named}, … (14)` }]);
  });
});
