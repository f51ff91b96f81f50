import { describe, expect, it } from 'vitest';
import { allPairs, pairsToCode } from '../../domain/pairCodes';
import { presetById } from '../../domain/presets';
import { HIGHEST_STEP } from '../../domain/thresholds';
import { jointHistogram } from '../jointHistogram';
import { pairCodes } from '../pairCodes';
import { randomSource } from '../randomSource';
import { declaredRule, paintCode, paintCodes } from './paintCodes';
import { paintedVoxels } from './paintedVoxels';
import { regionCodes } from './regionCodes';
import { repaintAtThreshold, repainterOf } from './repaintAtThreshold';
import { thresholdSteps } from './thresholdSteps';
import { thresholdTables } from './thresholdTables';

const { scheme } = presetById('audit');
const geometry = {
  shape: [20, 10, 10] as [number, number, number],
  spacingMm: [1, 1, 1] as [number, number, number],
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
};
const size = 2000;
const random = randomSource(7);
const probabilities = scheme.regions.map(() =>
  // Exact multiples of 1/256 are where strictly greater and greater or equal part.
  Float32Array.from({ length: size }, () => {
    const value = random.between(0, 1);
    return value < 0.3 ? 0 : value < 0.6 ? Math.round(value * 256) / 256 : value < 0.65 ? 1 : value;
  }),
);
const reference = Uint8Array.from({ length: size }, () => Math.floor(random.between(0, 4)));
const saved = Uint8Array.from({ length: size }, (_, voxel) => (voxel % 7 === 0 ? 2 : 0));
const values = [0, 1, 2, 3];
const pairs = allPairs(values);
const pair = { codes: pairCodes(reference, saved, pairs), pairs, values, geometry };
const steps = probabilities.map(thresholdSteps);
const painted = paintedVoxels(steps, saved, geometry);

function leftOnly(value: number, voxel: number): number {
  return voxel % 20 < 5 ? value : 0;
}

function paintedAt(step: number) {
  const rule = declaredRule(scheme.regionsClassOrder);
  return paintCodes(regionCodes(probabilities, step / 256), (code) => paintCode(code, rule));
}

describe('thresholdSteps', () => {
  it('has a voxel inside exactly where its probability is strictly greater than the threshold', () => {
    for (const step of [0, 1, 127, 128, 200, HIGHEST_STEP]) {
      probabilities.forEach((region, index) => {
        const wanted = Array.from(region, (probability) => probability > step / 256);
        expect(Array.from(steps[index], (byte) => byte > step)).toEqual(wanted);
      });
    }
  });

  it('takes what is no probability for none', () => {
    expect([...thresholdSteps(Float32Array.from([Number.NaN, -1, 0, 2]))]).toEqual([0, 0, 0, 255]);
  });
});

describe('repaintAtThreshold', () => {
  const repainter = repainterOf(pair, painted, scheme.regionsClassOrder);

  it('gives the pair of the reference and what painting gives at each threshold, with the tables of all', () => {
    const tables = thresholdTables(probabilities, reference, scheme);
    for (const step of [0, 1, 77, 128, 203, HIGHEST_STEP]) {
      const prediction = paintedAt(step) as Uint8Array;
      const repainted = repaintAtThreshold(repainter, step);
      expect(repainted.codes).toEqual(pairCodes(reference, prediction, repainted.pairs));
      const { labels, counts } = jointHistogram(reference, prediction);
      expect(tables.painted[step]).toEqual({ labels, counts });
    }
  });

  it('finds room for values that the pair does not name, and keeps the reference', () => {
    const wide = repainterOf(pair, painted, [3, 2, 9]);
    const { codes, values: all } = repaintAtThreshold(wide, 128);
    expect(all).toEqual([0, 1, 2, 3, 9]);
    expect(Array.from(codes, (code) => all[Math.floor(code / 5)])).toEqual([...reference]);
    expect(codes.some((code) => all[code % 5] === 9)).toBe(true);
  });

  it('gives volumes that differ from the saved map in their common box only, and leaves the one before as it was', () => {
    const here = probabilities.map((region) => region.map(leftOnly));
    const within = { ...pair, codes: pairCodes(reference, saved.map(leftOnly), pairs) };
    const narrow = repainterOf(
      within,
      paintedVoxels(here.map(thresholdSteps), saved.map(leftOnly), geometry),
      scheme.regionsClassOrder,
    );
    const low = repaintAtThreshold(narrow, 10);
    const before = low.codes.slice();
    const high = repaintAtThreshold(narrow, 200);
    expect(low.codes).toEqual(before);
    expect(low.codes).not.toEqual(high.codes);
    expect(high.varies?.family).toBe(within.codes);
    expect(low.varies?.family).toBe(within.codes);
    expect(high.varies).toMatchObject({ first: [0, 0, 0], last: [4, 9, 9] });
    low.codes.forEach((code, voxel) => {
      if (voxel % 20 < 5) return;
      expect(code).toBe(high.codes[voxel]);
      expect(code).toBe(within.codes[voxel]);
    });
  });

  it('repaints among a hundred labels as among three', () => {
    const labels = Uint8Array.from(reference, (_, voxel) => voxel % 100);
    const coded = pairsToCode([], jointHistogram(labels, saved));
    const many = { ...pair, ...coded, codes: pairCodes(labels, saved, coded.pairs) };
    const repainted = repaintAtThreshold(repainterOf(many, painted, scheme.regionsClassOrder), 128);
    const found = Array.from(repainted.codes, (code) => repainted.pairs[code]);
    expect(found).toEqual(Array.from(paintedAt(128), (label, voxel) => [voxel % 100, label]));
  });
});
