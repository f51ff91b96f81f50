import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { voxelsWithin } from '../domain/contourShift';
import type { Pair } from '../domain/labelScheme';
import type { MaybeNumber } from '../domain/noNumber';
import {
  hasSampleCases,
  type SampleFigures,
  sampleLabelMap,
  samplePaths,
  sampleStructures,
} from '../sampleCases';
import { gapDistances } from './gapDistances';

interface Shift {
  grow: number | null;
  shrink: number | null;
}

interface CaseFigures extends Pick<SampleFigures, 'dataset' | 'case' | 'model'> {
  pairs: Record<
    string,
    {
      region_dice: number;
      label_dice: number;
      region_shift_mm: Shift;
      label_shift_mm: Shift;
      label_dice_at_region_shift?: Shift;
      shape_part_of_gap?: number;
      accuracy_part_of_gap?: number;
      within_tau_of_reference_boundary: Record<string, Record<'shared' | 'child' | 'relieved', number>>;
    }
  >;
}

const figuresPath = '../shared/reference/contour-shift.json';
const isThere = hasSampleCases && existsSync(figuresPath);
const allFigures: CaseFigures[] = isThere ? JSON.parse(readFileSync(figuresPath, 'utf8')) : [];

function pairOf(region: number[], label: number): Pair {
  return {
    region: { kind: 'region', name: 'region', labels: region },
    label: { kind: 'label', name: 'label', labels: [label] },
  };
}

function expectClose(found: MaybeNumber, expected: number | null | undefined) {
  if (expected === null || expected === undefined) expect(found.value).toBeNull();
  else expect(Math.abs((found.value ?? Number.NaN) - expected)).toBeLessThan(1e-9);
}

describe.skipIf(!isThere)('gapDistances on the sample cases (skipped without ../shared)', () => {
  it('has figures for every sample case and model', () => {
    expect(allFigures).toHaveLength(12);
  });

  it.each(allFigures)('gives the reference figures: $case, $model', async (figures) => {
    const paths = samplePaths(figures);
    const [reference, prediction] = await Promise.all([
      sampleLabelMap(paths.reference),
      sampleLabelMap(paths.prediction),
    ]);
    const names = Object.keys(figures.pairs);
    const pairs = names.map((name) => {
      const [region, label] = name.split('->');
      return pairOf(sampleStructures[region], sampleStructures[label][0]);
    });
    const found = gapDistances(reference.voxels, prediction.voxels, reference.geometry, pairs, null);
    names.forEach((name, index) => {
      const expected = figures.pairs[name];
      const { region, label, labelDiceAtRegionShift, shapePart, accuracyPart, boundary } = found[index];
      expect(region.dice).toBeCloseTo(expected.region_dice, 12);
      expect(label.dice).toBeCloseTo(expected.label_dice, 12);
      expectClose(region.growMm, expected.region_shift_mm.grow);
      expectClose(region.shrinkMm, expected.region_shift_mm.shrink);
      expectClose(label.growMm, expected.label_shift_mm.grow);
      expectClose(label.shrinkMm, expected.label_shift_mm.shrink);
      expectClose(labelDiceAtRegionShift.grow, expected.label_dice_at_region_shift?.grow);
      expectClose(labelDiceAtRegionShift.shrink, expected.label_dice_at_region_shift?.shrink);
      expectClose(shapePart, expected.shape_part_of_gap);
      expectClose(accuracyPart, expected.accuracy_part_of_gap);
      for (const [tau, counts] of Object.entries(expected.within_tau_of_reference_boundary)) {
        expect({
          shared: voxelsWithin(boundary.shared, Number(tau)),
          child: voxelsWithin(boundary.child, Number(tau)),
          relieved: voxelsWithin(boundary.relieved, Number(tau)),
        }).toEqual(counts);
      }
    });
  });
});
