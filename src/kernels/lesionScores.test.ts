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
