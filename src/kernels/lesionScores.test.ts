import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LesionProfileName } from '../domain/lesions';
import {
  hasSampleCases,
  type SampleFigures,
  sampleLabelMap,
  samplePaths,
  sampleStructures,
} from '../sampleCases';
import { lesionScores } from './lesionScores';

interface CaseFigures extends Pick<SampleFigures, 'dataset' | 'case' | 'model'> {
  profile: string;
  rows: {
    Labels: string;
    Num_TP: number;
    Num_FP: number;
    Num_FN: number;
    GT_Complete_Volume: number;
    LesionWise_Score_Dice: number;
    LesionWise_Score_HD95: number;
  }[];
}

const figuresPath = '../shared/reference/lesionwise-brats2023.json';
const isThere = hasSampleCases && existsSync(figuresPath);
const allFigures: CaseFigures[] = isThere ? JSON.parse(readFileSync(figuresPath, 'utf8')) : [];
const profileNames: Record<string, LesionProfileName> = {
  'BraTS-SSA': 'ssa-2023',
  'BraTS-PED': 'ped-2023',
  'BraTS-GLI': 'gli-2023',
};

describe.skipIf(!isThere)('lesionScores on the sample cases (skipped without ../shared)', () => {
  it('has figures for every sample case and model', () => {
    expect(allFigures).toHaveLength(12);
  });

  it.each(allFigures)("gives the figures of the challenge's script: $case, $model", async (figures) => {
    const paths = samplePaths(figures);
    const [reference, prediction] = await Promise.all([
      sampleLabelMap(paths.reference),
      sampleLabelMap(paths.prediction),
    ]);
    const regions = figures.rows.map(({ Labels }) => ({ labels: sampleStructures[Labels] }));
    const profile = profileNames[figures.profile];
    const found = lesionScores(reference.voxels, prediction.voxels, reference.geometry, regions, profile);
    figures.rows.forEach((row, index) => {
      const scores = found[index];
      expect([scores.truePositives, scores.falsePositives, scores.falseNegatives]).toEqual([
        row.Num_TP,
        row.Num_FP,
        row.Num_FN,
      ]);
      expect(Math.abs(scores.dice - row.LesionWise_Score_Dice)).toBeLessThan(1e-6);
      expect(Math.abs(scores.hd95Mm - row.LesionWise_Score_HD95)).toBeLessThan(1e-6);
      const volume = scores.lesions.reduce((sum, { volumeMm3 }) => sum + volumeMm3, 0);
      expect(volume).toBe(row.GT_Complete_Volume);
    });
  });
});

type Triple = [number, number, number];

/** A map of one label from boxes, given by their first voxel and size. */
function mapOf(shape: Triple, ...blocks: { at: Triple; size: Triple }[]): Uint8Array {
  const map = new Uint8Array(shape[0] * shape[1] * shape[2]);
  for (const { at, size } of blocks) {
    for (let z = 0; z < size[2]; z++) {
      for (let y = 0; y < size[1]; y++) {
        const start = ((at[2] + z) * shape[1] + at[1] + y) * shape[0] + at[0];
        map.fill(1, start, start + size[0]);
      }
    }
  }
  return map;
}

describe('lesionScores', () => {
  const shape: Triple = [40, 12, 12];
  const grid = { shape, spacingMm: [1, 1, 1] as Triple };
  const score = (reference: Uint8Array, prediction: Uint8Array) =>
    lesionScores(reference, prediction, grid, [{ labels: [1] }], 'met-2023')[0];
  const left = { at: [2, 2, 2] as Triple, size: [3, 3, 3] as Triple };

  it('makes one lesion of components whose dilations touch', () => {
    const apart = (gap: number) =>
      score(mapOf(shape, left, { at: [5 + gap, 2, 2], size: [3, 3, 3] }), mapOf(shape)).lesions.length;
    expect([apart(1), apart(2), apart(3)]).toEqual([1, 1, 2]);
  });

  it('gives a component to every lesion whose dilation it meets, and no further', () => {
    const right = { at: [10, 2, 2] as Triple, size: [3, 3, 3] as Triple };
    const bridge = { at: [5, 3, 3] as Triple, size: [5, 1, 1] as Triple };
    const { lesions, components } = score(mapOf(shape, left, right), mapOf(shape, bridge));
    expect(lesions.map((lesion) => lesion.components)).toEqual([[1], [1]]);
    expect(components[0].lesions).toEqual([1, 2]);
    const away = { at: [6, 3, 3] as Triple, size: [2, 1, 1] as Triple };
    expect(score(mapOf(shape, left), mapOf(shape, away)).components[0].lesions).toEqual([]);
  });

  it('charges misses and false positives with Dice 0 and 374 mm, and says where they lie', () => {
    const stray = { at: [30, 5, 6] as Triple, size: [1, 1, 3] as Triple };
    const second = { at: [15, 2, 2] as Triple, size: [2, 2, 2] as Triple };
    const scores = score(mapOf(shape, left, second), mapOf(shape, left, stray));
    expect(scores).toMatchObject({ truePositives: 1, falsePositives: 1, falseNegatives: 1 });
    expect(scores.dice).toBeCloseTo(1 / 3, 12);
    expect(scores.hd95Mm).toBeCloseTo((2 * 374) / 3, 12);
    expect(scores.lesions[1]).toMatchObject({ outcome: 'missed', dice: 0, hd95Mm: 374, volumeMm3: 8 });
    expect(scores.components[1]).toEqual({
      id: 2,
      lesions: [],
      volumeMm3: 3,
      centre: [30, 5, 7],
      box: { lower: [30, 5, 6], upper: [31, 6, 9] },
    });
  });

  it('leaves lesions at the threshold out of the score, but their components are no false positives', () => {
    const tiny = { at: [20, 5, 5] as Triple, size: [2, 1, 1] as Triple };
    const scores = score(mapOf(shape, left, tiny), mapOf(shape, left, tiny));
    expect(scores).toMatchObject({ dice: 1, hd95Mm: 0, truePositives: 1, falsePositives: 0 });
    expect(scores.lesions.map(({ outcome }) => outcome)).toEqual(['found', 'below-threshold']);
  });

  it('gives Dice 1 and 0 mm where there is nothing to find and nothing was found', () => {
    expect(score(mapOf(shape), mapOf(shape))).toMatchObject({ dice: 1, hd95Mm: 0, lesions: [] });
    expect(score(mapOf(shape), mapOf(shape, left))).toMatchObject({
      dice: 0,
      hd95Mm: 374,
      falsePositives: 1,
    });
  });

  it('does not see predicted voxels under the ignore label', () => {
    const reference = mapOf(shape, left);
    reference[mapOf(shape, { at: [30, 5, 6], size: [1, 1, 1] }).indexOf(1)] = 9;
    const prediction = mapOf(shape, left, { at: [30, 5, 6], size: [1, 1, 1] });
    const [scores] = lesionScores(reference, prediction, grid, [{ labels: [1] }], 'gli-2023', 9);
    expect(scores.components).toHaveLength(1);
  });
});
