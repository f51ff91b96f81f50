import { beforeAll, describe, expect, it } from 'vitest';
import { paintedMap } from './demo/demoPredictions';
import {
  type DemoCase,
  type DemoRole,
  demoCase,
  demoClassOrder,
  demoCohort,
  demoRegions,
  wrongClassOrder,
} from './demoCase';
import { jointHistogram } from './jointHistogram';
import { countsOf, diceOf } from './overlap';

const SEED = 1;

function indexOf(role: DemoRole, nth = 0): number {
  return demoCohort().flatMap((entry, index) => (entry.role === role ? [index] : []))[nth];
}

function countValue(voxels: Uint8Array, value: number): number {
  return voxels.reduce((count, voxel) => count + (voxel === value ? 1 : 0), 0);
}

/** Vitest's own comparison takes seconds on a volume. */
function isSame(first: NodeJS.ArrayBufferView, second: NodeJS.ArrayBufferView): boolean {
  const bytes = (view: NodeJS.ArrayBufferView) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return bytes(first).equals(bytes(second));
}

function arraysOf(made: DemoCase): NodeJS.ArrayBufferView[] {
  return [
    made.reference,
    ...made.images.map(({ voxels }) => voxels),
    ...made.predictions.flatMap(({ labelMap, probabilities = [] }) => [labelMap, ...probabilities]),
  ];
}

/** Dice of a region minus Dice of the label that it paints. */
function gapOf(made: DemoCase, model: number, region: number): number {
  const confusion = jointHistogram(made.reference, made.predictions[model].labelMap);
  const dice = (labels: number[]) => diceOf(countsOf(confusion, labels, null));
  return dice(demoRegions[region].labels) - dice([demoClassOrder[region]]);
}

describe('the demo cohort', () => {
  let ordinary: DemoCase;
  beforeAll(() => {
    ordinary = demoCase(SEED, 0);
  });

  it('has at least 12 cases with different ids', () => {
    const ids = demoCohort().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(12);
  });

  it('makes the same bytes from the same seed and others from another', () => {
    const again = demoCase(SEED, 0);
    const isEqual = arraysOf(again).map((array, index) => isSame(array, arraysOf(ordinary)[index]));
    expect(isEqual).toEqual(Array.from({ length: 8 }, () => true));
    const other = demoCase(SEED + 1, 0);
    expect(isSame(other.reference, ordinary.reference)).toBe(false);
    expect(isSame(other.images[0].voxels, ordinary.images[0].voxels)).toBe(false);
  });

  it('throws beyond its last case', () => {
    expect(() => demoCase(SEED, 99)).toThrow(RangeError);
  });

  it('shows a bright head before a dark and noisy background', () => {
    const { voxels } = ordinary.images[0];
    const [width, height] = ordinary.geometry.shape;
    const corner = voxels.subarray(0, 12);
    const middle = (40 * height + height / 2) * width + width / 2;
    const centre = voxels.subarray(middle - 8, middle + 8);
    expect(Math.max(...corner)).toBeLessThan(60);
    expect(new Set(corner).size).toBeGreaterThan(3);
    expect(centre.reduce((sum, value) => sum + value, 0) / centre.length).toBeGreaterThan(100);
  });

  it('has all three parts of the tumour in an ordinary reference, nested and away from the border', () => {
    expect([1, 2, 3].every((value) => countValue(ordinary.reference, value) > 500)).toBe(true);
    const slice = ordinary.geometry.shape[0] * ordinary.geometry.shape[1];
    expect(ordinary.reference.subarray(0, slice).every((value) => value === 0)).toBe(true);
    expect(ordinary.reference.subarray(-slice).every((value) => value === 0)).toBe(true);
  });

  it('saves a label map that is the painted map of its probabilities, which violate the nesting here and there', () => {
    const { probabilities = [], labelMap } = ordinary.predictions[0];
    expect(isSame(paintedMap(probabilities, demoClassOrder), labelMap)).toBe(true);
    expect(probabilities.every((region) => region.every((value) => Number.isInteger(value * 64)))).toBe(true);
    const [, core, enhancing] = probabilities;
    const outside = enhancing.reduce(
      (count, value, voxel) => count + (value > 0.5 && core[voxel] <= 0.5 ? 1 : 0),
      0,
    );
    expect(outside).toBeGreaterThan(20);
    expect(outside).toBeLessThan(2000);
  });

  it('gives no probabilities for the label-trained model, whose map differs from both others', () => {
    const [regionTrained, labelTrained] = ordinary.predictions;
    expect(labelTrained.probabilities).toBeUndefined();
    expect(isSame(labelTrained.labelMap, ordinary.reference)).toBe(false);
    expect(isSame(labelTrained.labelMap, regionTrained.labelMap)).toBe(false);
  });

  it('has gaps above and below zero', () => {
    expect(gapOf(ordinary, 0, 0)).toBeGreaterThan(0.01);
    expect(gapOf(ordinary, 0, 1)).toBeGreaterThan(0.01);
    expect(gapOf(demoCase(SEED, indexOf('negative-gap', 2)), 0, 1)).toBeLessThan(-0.02);
  });

  it('has a reference without enhancing tumour, which one model hallucinates and the other leaves empty', () => {
    const made = demoCase(SEED, indexOf('no-enhancement'));
    expect(countValue(made.reference, 3)).toBe(0);
    expect(countValue(made.reference, 2)).toBeGreaterThan(500);
    expect(countValue(made.predictions[0].labelMap, 3)).toBeGreaterThan(0);
    expect(countValue(made.predictions[1].labelMap, 3)).toBe(0);
  });

  it('has a prediction that misses the core although it finds the tumour', () => {
    const made = demoCase(SEED, indexOf('missed-core'));
    const { labelMap } = made.predictions[0];
    expect(countValue(labelMap, 1)).toBeGreaterThan(500);
    expect(countValue(labelMap, 2) + countValue(labelMap, 3)).toBe(0);
    expect(countValue(made.reference, 2)).toBeGreaterThan(500);
  });

  it('has a label map that was painted in the wrong order', () => {
    const { probabilities = [], labelMap } = demoCase(SEED, indexOf('wrong-order')).predictions[0];
    expect(isSame(paintedMap(probabilities, wrongClassOrder), labelMap)).toBe(true);
    expect(isSame(paintedMap(probabilities, demoClassOrder), labelMap)).toBe(false);
  });
});
