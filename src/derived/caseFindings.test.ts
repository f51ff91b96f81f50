import { expect, test } from 'vitest';
import type { ContourShift, PairDistances } from '../domain/contourShift';
import { type CaseMeasures, lesionKey } from '../domain/measures';
import type { MaybeNumber } from '../domain/noNumber';
import type { AnswerResult } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { caseFindings } from './caseFindings';
import { rimAndCore as scheme } from './testRows';

const result: AnswerResult = {
  caseId: 'one',
  model: 'unet',
  reference: { file: 'reference', bytes: 1 },
  prediction: { file: 'prediction', bytes: 1 },
  shape: [50, 50, 50],
  spacingMm: [1, 1, 2],
  warnings: [],
  confusion: {
    labels: [0, 1, 2],
    counts: [
      [90_000, 1000, 0],
      [2000, 8000, 500],
      [0, 100, 900],
    ],
  },
};

const convention = { profile: 'brats-2023', lesionProfile: 'gli-2023', tauMm: null } as const;

function lesion(id: number, volumeMm3: number, components: number[]) {
  const box = { lower: [0, 0, 0], upper: [1, 1, 1] } as const;
  return { id, volumeMm3, centre: [id, id, id], box, components, outcome: 'found', dice: 0, hd95Mm: 0 };
}

function shift(meanMm: MaybeNumber): ContourShift {
  return { meanMm } as ContourShift;
}

function surface(hd95Mm: number, reason: 'reference-empty' | null = null) {
  return { reason, hd95Mm, near: { distancesMm: [], areasMm2: [] }, areaMm2: 1 };
}

const noErrors = { distancesMm: [], counts: [] };

const measures = {
  ignoreLabel: null,
  onlyTauMm: null,
  surfaces: {
    '1,2': surface(4.5),
    '2': surface(Number.POSITIVE_INFINITY, 'reference-empty'),
    '1': surface(1),
  },
  lesions: {
    [lesionKey([1, 2], 'gli-2023')]: {
      lesions: [lesion(1, 9000, [1]), lesion(2, 300, []), lesion(3, 700, []), lesion(4, 40, [])],
      components: [
        { ...lesion(1, 9500, []), lesions: [1] },
        { ...lesion(2, 20, []), lesions: [] },
        { ...lesion(3, 60, []), lesions: [] },
      ],
    },
  },
  pairs: {
    '1,2>1': {
      region: shift({ value: 1.5, reason: null }),
      label: shift({ value: null, reason: 'never-reached' }),
      boundary: { shared: noErrors, child: noErrors, relieved: noErrors },
    } as unknown as PairDistances,
  },
} as unknown as CaseMeasures;

test('volumes are those of the joint histogram: found, missed and extra add up to both maps', () => {
  const [whole] = caseFindings(caseScores(result, scheme, convention)).structures;
  expect(whole).toMatchObject({ presence: 'both', foundSize: 19, missedSize: 4, extraSize: 2, voxelMm: 2 });
  expect(whole.foundSize + whole.missedSize).toBeCloseTo(whole.referenceSize, 12);
  expect(whole.foundSize + whole.extraSize).toBeCloseTo(whole.predictionSize, 12);
});

test('a label of the same voxels as a region is told once, as the region, and has no gap to explain', () => {
  const { structures, gaps } = caseFindings(caseScores(result, scheme, convention));
  expect(structures.map(({ structure }) => structure.name)).toEqual(['whole', 'inner', 'rim']);
  expect(gaps.map(({ pair }) => pair.region.name)).toEqual(['whole']);
});

test('what is not measured yet is null', () => {
  const [whole] = caseFindings(caseScores(result, scheme, convention)).structures;
  expect(whole).toMatchObject({ lesions: null, contour: null });
});

test('lesions are counted as the convention counts them, the largest missed and extra one with its place', () => {
  const [whole] = caseFindings(caseScores(result, scheme, convention, measures)).structures;
  expect(whole.lesions).toMatchObject({
    found: 1,
    missed: 2,
    extra: 2,
    leftOut: 1,
    thresholdMm3: 50,
    largestMissed: { id: 3, centre: [3, 3, 3] },
    largestExtra: { id: 3, volumeMm3: 60 },
  });
});

test('totals without a list of lesions say neither what was left out nor where', () => {
  const totals = {
    profile: 'gli-2023',
    dice: 0.5,
    hd95Mm: 1,
    truePositives: 1,
    falsePositives: 1,
    falseNegatives: 2,
    lesions: [],
    components: [],
  };
  const key = lesionKey([1, 2], 'gli-2023');
  const known = { ...measures, lesions: { [key]: { lesions: [], components: [], totals } } } as CaseMeasures;
  const [whole] = caseFindings(caseScores(result, scheme, convention, known)).structures;
  expect(whole.lesions).toMatchObject({ found: 1, missed: 2, extra: 1, leftOut: null, largestMissed: null });
});

test('a contour error below the largest voxel edge is known as such, by HD95 where there is no shift', () => {
  const [whole, , rim] = caseFindings(caseScores(result, scheme, convention, measures)).structures;
  expect(whole.contour).toEqual({
    shiftMm: { value: 1.5, reason: null },
    hd95Mm: { value: 4.5, reason: null },
    isWithinVoxel: true,
  });
  expect(rim.contour).toMatchObject({ shiftMm: { reason: 'never-reached' }, isWithinVoxel: true });
});

test('a distance that a convention sets is no measured one', () => {
  const scores = caseScores(result, scheme, convention, measures);
  const [, inner] = caseFindings(scores).structures;
  expect(scores.structures[1].surface?.hd95Mm).toBe(374);
  expect(inner.contour?.hd95Mm).toEqual({ value: null, reason: 'reference-empty' });
});

test('the smaller the structure, the more Dice one voxel of its contour costs', () => {
  const [whole, inner] = caseFindings(caseScores(result, scheme, convention)).structures;
  expect(inner.referenceSize).toBe(2);
  // A ball of 2 mL has a radius of 7.8159 mm; grown and shrunk by 2 mm: mean Dice 0.6212.
  const radius = Math.cbrt(6000 / (4 * Math.PI));
  const diceOf = (ratio: number) => (2 * Math.min(1, ratio ** 3)) / (1 + ratio ** 3);
  const dice = (diceOf((radius + 2) / radius) + diceOf((radius - 2) / radius)) / 2;
  expect(inner.voxelCost).toBeCloseTo(1 - dice, 12);
  expect(whole.voxelCost).toBeLessThan(inner.voxelCost ?? 0);
});
