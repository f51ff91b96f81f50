import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelScheme } from '../../domain/labelScheme';
import { parentIndices } from '../../domain/nestedRegions';
import { presetById } from '../../domain/presets';
import type { Confusion } from '../../domain/results';
import { jointHistogram } from '../jointHistogram';
import { countsOf } from '../overlap';
import { labelMixUp } from './labelMixUp';
import { argmaxLabels, clipToParents, growToChildren } from './nestingRepairs';
import { nestingViolations } from './nestingViolations';
import { declaredRule, paintCode, paintCodes, paintedTable } from './paintCodes';
import { permutations } from './permutations';
import { reconstructionScores } from './reconstructionScores';
import { addRegion, emptyCodes, regionCodes } from './regionCodes';
import { thresholdTables } from './thresholdTables';

const { scheme } = presetById('nnunet-brats');
const { regions } = scheme;

describe('regionCodes', () => {
  it('is strictly greater than the threshold', () => {
    const codes = regionCodes([Float32Array.of(0.5, 0.51), Float32Array.of(0.9, 0.5)], 0.5);
    expect([...codes]).toEqual([2, 1]);
  });

  it('refuses more than 16 regions and regions of unequal size', () => {
    const one = new Float32Array(1);
    expect(() => regionCodes(new Array(17).fill(one), 0.5)).toThrow(RangeError);
    expect(() => regionCodes([one, new Float32Array(2)], 0.5)).toThrow(RangeError);
    const codes = emptyCodes(9, 1);
    expect(() => addRegion(codes, 0, new Uint8Array(2))).toThrow(RangeError);
    for (let region = 0; region < 9; region++) addRegion(codes, region, Uint8Array.of(7));
    expect(codes[0]).toBe(511);
  });
});

describe('nestingViolations', () => {
  it('counts a child outside its parent with box and centre', () => {
    const codes = Uint8Array.of(0, 0b111, 0b010, 0b100, 0b011, 0b110);
    expect(nestingViolations(codes, [3, 2, 1], regions)).toEqual([
      {
        parent: 'whole_tumor',
        child: 'tumor_core',
        voxels: 2,
        place: { voxels: 2, first: [2, 0, 0], last: [2, 1, 0], centre: [2, 0.5, 0] },
      },
      {
        parent: 'whole_tumor',
        child: 'enhancing_tumor',
        voxels: 2,
        place: { voxels: 2, first: [0, 1, 0], last: [2, 1, 0], centre: [1, 1, 0] },
      },
      {
        parent: 'tumor_core',
        child: 'enhancing_tumor',
        voxels: 1,
        place: { voxels: 1, first: [0, 1, 0], last: [0, 1, 0], centre: [0, 1, 0] },
      },
    ]);
  });

  it('finds none, and no place, where the regions are nested', () => {
    const found = nestingViolations(Uint8Array.of(0, 1, 3, 7), [4, 1, 1], regions);
    expect(found.map(({ voxels, place }) => [voxels, place])).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
  });

  it('knows the smallest parent of every region', () => {
    const { regions: ped } = presetById('brats-2024-ped').scheme;
    expect(parentIndices(ped)).toEqual([-1, 0, 1, 1]);
    expect(parentIndices(presetById('brats-2024').scheme.regions)).toEqual([-1, 0, 1, -1]);
  });
});

describe('paintedTable', () => {
  it('is the table that counting the painted map gives', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(4)), { minLength: 1, maxLength: 80 }), (voxels) => {
        const codes = Uint8Array.from(voxels, ([code]) => code);
        const other = Uint8Array.from(voxels, ([, label]) => label);
        const paint = (code: number) => paintCode(code, declaredRule([1, 2, 3]));
        const painted = paintCodes(codes, paint);
        const table = jointHistogram(codes, other);
        expect(paintedTable(table, paint)).toEqual(jointHistogram(painted, other));
        expect(paintedTable(table, paint, true)).toEqual(jointHistogram(other, painted));
      }),
    );
  });
});

describe('the repairs of the nesting', () => {
  it('clip children to all their parents and grow parents to all their children', () => {
    expect([0b100, 0b101, 0b110, 0b011].map((code) => clipToParents(code, regions))).toEqual([
      0, 0b001, 0, 0b011,
    ]);
    expect([0b100, 0b010, 0b001].map((code) => growToChildren(code, regions))).toEqual([0b111, 0b011, 0b001]);
  });

  it('leave nested codes as they are and make all others nested', () => {
    const isNested = (code: number) => [0, 1, 3, 7].includes(code);
    for (let code = 0; code < 8; code++) {
      for (const repair of [clipToParents, growToChildren]) {
        const repaired = repair(code, regions);
        expect(isNested(repaired)).toBe(true);
        if (isNested(code)) expect(repaired).toBe(code);
      }
    }
  });

  it('take the largest label probability, which one half of each region need not give', () => {
    const probabilities = [
      [0.9, 0.4, 0.9, 0.6],
      [0.8, 0.4, 0.55, 0.5],
      [0.45, 0.4, 0, 0.1],
    ].map((region) => Float64Array.from(region));
    expect([...argmaxLabels(probabilities, regions, [1, 2, 3])]).toEqual([3, 0, 2, 0]);
  });
});

describe('reconstructionScores', () => {
  it('scores raw regions, the painted map and the repairs of one voxel outside its parent', () => {
    const reference = Uint8Array.of(1, 2, 0, 0);
    const codes = Uint8Array.of(0b001, 0b011, 0b010, 0);
    const scores = reconstructionScores(reference, codes, scheme, null);
    const wholeTumor = (found: { name: string; dice: number }[]) =>
      found.find(({ name }) => name === 'whole_tumor')?.dice;
    expect(wholeTumor(scores.rawRegions)).toBe(1);
    expect(wholeTumor(scores.painted)).toBe(4 / 5);
    expect(wholeTumor(scores.clipped)).toBe(1);
    expect(wholeTumor(scores.grown)).toBe(4 / 5);
    expect(scores.argmax).toBeNull();
  });
});

describe('thresholdTables', () => {
  it('gives at every threshold what thresholding and counting gives, without ignored voxels', () => {
    const withIgnore: LabelScheme = { ...scheme, ignoreLabel: 9 };
    const probability = fc.integer({ min: 0, max: 256 }).map((steps) => steps / 256);
    const voxel = fc.tuple(probability, probability, probability, fc.constantFrom(0, 1, 2, 3, 9));
    fc.assert(
      fc.property(fc.array(voxel, { minLength: 1, maxLength: 30 }), fc.nat(255), (voxels, step) => {
        const probabilities = [0, 1, 2].map((region) =>
          Float32Array.from(voxels, (it) => Number(it[region])),
        );
        const reference = Uint8Array.from(voxels, (it) => it[3]);
        const tables = thresholdTables(probabilities, reference, withIgnore);
        const codes = regionCodes(probabilities, step / 256);
        const painted = paintCodes(codes, (code) => paintCode(code, declaredRule([1, 2, 3])));
        const counted = jointHistogram(reference, painted);
        for (const labels of [[1], [2], [3], [2, 3], [1, 2, 3]]) {
          expect(countsOf(tables.painted[step], labels, 9)).toEqual(countsOf(counted, labels, 9));
        }
        const { rawRegions } = reconstructionScores(reference, codes, withIgnore, null);
        expect(rawRegions.map(({ counts }) => counts)).toEqual(
          tables.rawRegions.map((thresholds) => thresholds[step]),
        );
      }),
    );
  });
});

describe('labelMixUp', () => {
  const good: Confusion = {
    labels: [0, 1, 2, 3],
    counts: [
      [900, 5, 5, 0],
      [5, 80, 5, 2],
      [5, 5, 60, 3],
      [0, 1, 5, 40],
    ],
  };
  const exchanged = (confusion: Confusion, order: number[]): Confusion => ({
    labels: confusion.labels,
    counts: confusion.counts.map((row) => order.map((column) => row[column])),
  });

  it('finds nothing where the labels are right', () => {
    expect(labelMixUp([good, good], null)).toBeNull();
    expect(labelMixUp([], null)).toBeNull();
  });

  it('finds 1 and 3 exchanged in 11 of 12 cases and says what renaming would give', () => {
    const wrong = exchanged(good, [0, 3, 2, 1]);
    const found = labelMixUp([...Array.from({ length: 11 }, () => wrong), good], null);
    expect(found).toMatchObject({
      renamed: [
        { from: 1, to: 3 },
        { from: 3, to: 1 },
      ],
      improvedCases: 11,
      scoredCases: 12,
    });
    const diceOf = (confusion: Confusion) =>
      [1, 2, 3].reduce((sum, label) => {
        const { tp, fp, fn } = countsOf(confusion, [label], null);
        return sum + (2 * tp) / (2 * tp + fp + fn) / 3;
      }, 0);
    expect(found?.meanDiceBefore).toBeCloseTo((11 * diceOf(wrong) + diceOf(good)) / 12, 12);
    expect(found?.meanDiceAfter).toBeCloseTo((11 * diceOf(good) + diceOf(wrong)) / 12, 12);
  });

  it('finds a value that the reference does not know', () => {
    const renamed: Confusion = {
      labels: [0, 1, 2, 3, 4],
      counts: [...good.counts.map(([zero, one, two, three]) => [zero, one, two, 0, three]), [0, 0, 0, 0, 0]],
    };
    expect(labelMixUp([renamed], null)?.renamed).toContainEqual({ from: 4, to: 3 });
  });

  it('does not suspect what helps one case of two, and leaves ignored voxels out', () => {
    expect(labelMixUp([exchanged(good, [0, 3, 2, 1]), good], null)).toBeNull();
    const ignored = { ...good, labels: [0, 1, 2, 9] };
    expect(labelMixUp([ignored], 9)).toBeNull();
  });
});

describe('permutations', () => {
  it('lists every other order, exchanges before turns, and neighbours only for many', () => {
    expect(permutations(3)).toHaveLength(5);
    expect(permutations(3)[0].filter((item, place) => item !== place)).toHaveLength(2);
    expect(permutations(5)).toHaveLength(119);
    expect(permutations(7)).toHaveLength(6);
    expect(permutations(1)).toEqual([]);
  });

  it('holds every order once', () => {
    const names = permutations(4).map((order: number[]) => order.join());
    expect(new Set(names).size).toBe(23);
  });
});
