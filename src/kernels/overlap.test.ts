import { describe, expect, it } from 'vitest';
import { alignGeometry } from '../domain/alignGeometry';
import type { Geometry } from '../domain/geometry';
import { hasSampleCases, sampleFigures, sampleLabelMap, samplePaths, sampleStructures } from '../sampleCases';
import { jointHistogram } from './jointHistogram';
import { countsOf, diceOf, overlapScores } from './overlap';

describe('overlap scores', () => {
  const counts = { tp: 3, fp: 1, fn: 2, tn: 94 };
  const grid: Pick<Geometry, 'shape' | 'spacingMm'> = { shape: [5, 5, 4], spacingMm: [1, 2, 1] };

  it('give the ratios of a case worked by hand', () => {
    const scores = overlapScores(counts, grid, 'nnunet');
    expect(scores.dice).toBe(6 / 9);
    expect(scores.iou).toBe(3 / 6);
    expect(scores.precision).toBe(3 / 4);
    expect(scores.recall).toBe(3 / 5);
    expect(scores.specificity).toBe(94 / 95);
    expect(scores.referenceSize).toBeCloseTo(0.01, 12);
    expect(scores.predictionSize).toBeCloseTo(0.008, 12);
    expect(scores.sizeDifference).toBeCloseTo(-0.002, 12);
    expect(scores.relativeVolumeDifference).toBeCloseTo(-0.2, 12);
  });

  it('are those of areas in cm² on a grid of one slice', () => {
    const flat = overlapScores(counts, { shape: [10, 10, 1], spacingMm: [1, 2, 1] }, 'nnunet');
    expect(flat).toMatchObject({ dimensions: 2, dice: 6 / 9 });
    expect(flat.referenceSize).toBeCloseTo(0.1, 12);
    expect(overlapScores(counts, grid, 'nnunet').dimensions).toBe(3);
  });

  it('follow the convention where a structure is in neither map, and are 0 where it is in one', () => {
    const neither = { tp: 0, fp: 0, fn: 0, tn: 100 };
    expect(overlapScores(neither, grid, 'nnunet')).toMatchObject({ dice: Number.NaN, iou: Number.NaN });
    expect(overlapScores(neither, grid, 'brats-2023')).toMatchObject({ dice: 1, iou: 1 });
    expect(overlapScores(neither, grid, 'brats-legacy')).toMatchObject({ dice: 1, iou: 1 });
    expect(diceOf({ tp: 0, fp: 5, fn: 0, tn: 95 }, 1)).toBe(0);
  });

  it('leave out voxels whose reference is the ignore label', () => {
    const confusion = jointHistogram(Uint8Array.of(0, 1, 1, 9, 9), Uint8Array.of(1, 1, 0, 1, 0));
    expect(countsOf(confusion, [1], 9)).toEqual({ tp: 1, fp: 1, fn: 1, tn: 0 });
    expect(countsOf(confusion, [1], null)).toEqual({ tp: 1, fp: 2, fn: 1, tn: 1 });
  });
});

describe.skipIf(!hasSampleCases)('the sample cases (skipped without ../shared)', () => {
  it.each(sampleFigures())('give the counts, Dice and IoU of nnU-Net: $case, $model', async (figures) => {
    const paths = samplePaths(figures);
    const [reference, prediction] = await Promise.all([
      sampleLabelMap(paths.reference),
      sampleLabelMap(paths.prediction),
    ]);
    expect(reference.geometry.shape).toEqual(figures.shape);
    expect(reference.geometry.spacingMm).toEqual(figures.spacing);
    expect(alignGeometry(reference.geometry, prediction.geometry)).toEqual({ kind: 'same-grid' });
    const confusion = jointHistogram(reference.voxels, prediction.voxels);
    const count = (row: number, column: number) =>
      confusion.counts[confusion.labels.indexOf(row)]?.[confusion.labels.indexOf(column)] ?? 0;
    const table = [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => count(row, column)));
    expect(table).toEqual(figures.confusion_ref_rows_pred_cols);
    expect(Object.keys(figures.structures).sort()).toEqual(Object.keys(sampleStructures).sort());
    for (const [name, expected] of Object.entries(figures.structures)) {
      const scores = overlapScores(
        countsOf(confusion, sampleStructures[name], null),
        reference.geometry,
        'nnunet',
      );
      const { tp, fp, fn, tn } = scores;
      expect({ TP: tp, FP: fp, FN: fn, TN: tn }).toEqual({
        TP: expected.TP,
        FP: expected.FP,
        FN: expected.FN,
        TN: expected.TN,
      });
      expect(Math.abs(scores.dice - expected.Dice)).toBeLessThanOrEqual(1e-12);
      expect(Math.abs(scores.iou - expected.IoU)).toBeLessThanOrEqual(1e-12);
    }
  });
});
