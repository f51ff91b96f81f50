import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NamedConvention } from '../../domain/conventions/convention';
import { conventionNamed } from '../../domain/conventions/conventions';
import { ruleApart } from '../../domain/conventions/ruleApart';
import { presetById } from '../../domain/presets';
import { conventionScores } from './conventionScores';
import { conventionTable, mainScore, meanOverCases } from './conventionTable';

type Triple = [number, number, number];

const named = (name: string) => conventionNamed(name) as NamedConvention;
const { scheme } = presetById('audit');
const shape: Triple = [40, 12, 12];
const spacingMm: Triple = [1, 1, 1];

/** Blocks of label 1 by first voxel and size. */
function mapOf(...blocks: { at: Triple; size: Triple }[]): Uint8Array {
  const voxels = new Uint8Array(shape[0] * shape[1] * shape[2]);
  for (const { at, size } of blocks)
    for (let z = 0; z < size[2]; z++)
      for (let y = 0; y < size[1]; y++) {
        const start = ((at[2] + z) * shape[1] + at[1] + y) * shape[0] + at[0];
        voxels.fill(1, start, start + size[0]);
      }
  return voxels;
}

const lesion = { at: [2, 2, 2] as Triple, size: [5, 5, 5] as Triple };
const other = { at: [20, 2, 2] as Triple, size: [5, 5, 5] as Triple };
const speck = { at: [30, 8, 8] as Triple, size: [1, 1, 2] as Triple };

const names = ['nnunet', 'brats-2023-gli', 'brats-2024-gli', 'brats-2026-gli', 'brats-2026-goat'];
const asked = names.map(named);
const answer = (caseId: string, model: string, reference: Uint8Array, prediction: Uint8Array) => ({
  caseId,
  model,
  found: conventionScores(reference, prediction, { shape, spacingMm }, scheme, asked),
});

describe('the table of conventions', () => {
  const answers = [
    answer('a', 'finds one', mapOf(lesion, other), mapOf(lesion)),
    answer('b', 'finds one', mapOf(lesion), mapOf(lesion)),
    answer('a', 'has a speck', mapOf(lesion, other), mapOf(lesion, other, speck)),
    answer('b', 'has a speck', mapOf(lesion), mapOf(lesion, speck)),
  ];
  const [finds, has] = conventionTable(answers, asked, 'brats-2026-goat');
  const under = (row: typeof finds, name: string) => row.cells[names.indexOf(name)];

  test('has what its authors would publish, the rank, and the difference to the pinned one', () => {
    // WT, TC and ET are the same voxels here. 2023: (0.5 + 1) / 2 against (2/3 + 1/2) / 2.
    expect(under(finds, 'brats-2023-gli')).toMatchObject({ value: 0.75, rank: 1, difference: -0.25 });
    expect(under(has, 'brats-2023-gli').value).toBeCloseTo(7 / 12, 12);
    expect(under(has, 'brats-2023-gli').rank).toBe(2);
    expect(under(has, 'brats-2026-goat')).toMatchObject({ value: 1, rank: 1, difference: 0 });
    expect(under(finds, 'brats-2026-goat')).toMatchObject({ value: 1, rank: 1, difference: 0 });
  });

  test('says which cases a mean leaves out, and has no mean of structures one of which has none', () => {
    const necrosis = under(finds, 'nnunet').structures.find(({ labels }) => labels.join() === '2');
    expect(necrosis?.mean).toMatchObject({ mean: Number.NaN, count: 0, leftOut: ['a', 'b'] });
    expect(under(finds, 'nnunet')).toMatchObject({ value: Number.NaN, rank: Number.NaN });
  });

  test('a case that only another model has is missing, and counts where the convention says so', () => {
    const [, missing] = conventionTable(answers.slice(0, 3), asked, 'nnunet');
    expect(missing.cells[1].structures[0].mean).toMatchObject({ count: 1, leftOut: ['b'] });
    expect(missing.cells[4].structures[0].mean).toMatchObject({ mean: 0.5, count: 2, leftOut: [] });
  });
});

describe('the rule that sets two conventions apart', () => {
  const apart = (reference: Uint8Array, prediction: Uint8Array, first: string, second: string) => {
    const sides = [first, second].map((name) => {
      const convention = named(name);
      const [{ structures }] = conventionScores(reference, prediction, { shape, spacingMm }, scheme, [
        convention,
      ]);
      return { convention, structure: structures.find(({ labels }) => labels.join() === '1')! };
    });
    const [one, two] = sides.map(({ convention, structure }) => structure.scores[mainScore(convention)]);
    return ruleApart(sides[0], sides[1], one, two);
  };

  test('is a missed lesion, of this size', () => {
    expect(apart(mapOf(lesion, other), mapOf(lesion), 'brats-2026-gli', 'brats-2023-gli')).toMatchObject({
      ...{ rule: 'missed', counts: { name: 'brats-2023-gli' }, ignores: { name: 'brats-2026-gli' } },
      ...{ count: 1, otherCount: 0, largestMm3: 125 },
    });
  });

  test('is a false one that the other removes', () => {
    expect(apart(mapOf(lesion), mapOf(lesion, speck), 'brats-2023-gli', 'brats-2024-gli')).toMatchObject({
      ...{ rule: 'false', counts: { name: 'brats-2023-gli' }, count: 1, total: 2, largestMm3: 2 },
    });
  });

  test('is the weight of lesions where all are found', () => {
    const half = { at: other.at, size: [5, 5, 2] as Triple };
    const found = apart(mapOf(lesion, other), mapOf(lesion, half), 'nnunet', 'brats-2026-gli');
    expect(found).toMatchObject({ rule: 'whole', whole: { name: 'nnunet' } });
  });

  test('is that one of them has no number, or none', () => {
    const empty = mapOf();
    expect(apart(empty, empty, 'brats-2023-gli', 'nnunet')).toMatchObject({ without: { name: 'nnunet' } });
    expect(apart(mapOf(lesion), mapOf(lesion), 'brats-2023-gli', 'nnunet')).toEqual({ rule: 'same' });
  });
});

type Figures = Record<string, Record<string, number | 'nan' | null>>;

interface Summary {
  model: string;
  parser: string;
  one_more_case_without_prediction?: boolean;
  mean: Figures;
  std: Figures;
}

const file = '../shared/reference/panoptica-brats2026.json';

describe.skipIf(!existsSync(file))('means of BraTS 2026 (skipped without ../shared)', () => {
  const read = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { cases: [], summaries: [] };
  const numberOf = (figure: number | 'nan' | null) => (typeof figure === 'number' ? figure : Number.NaN);

  test.each<Summary>(read.summaries)(
    '$parser of $model, one more case: $one_more_case_without_prediction',
    (summary) => {
      const cases: { case: string; model: string; parsed: Record<string, Figures> }[] = read.cases;
      const own = cases.filter(({ model }) => model === summary.model);
      for (const [group, columns] of Object.entries(summary.mean)) {
        for (const [column, figure] of Object.entries(columns)) {
          const values = own.map(({ case: caseId, parsed }) => ({
            caseId,
            scores: { [column]: numberOf(parsed[summary.parser][group][column]) } as Record<
              string,
              number
            > | null,
          }));
          if (summary.one_more_case_without_prediction) values.push({ caseId: 'missing', scores: null });
          const { mean, sd } = meanOverCases(values, column, named('brats-2026-gli'));
          const expected = [numberOf(figure), numberOf(summary.std[group][column])];
          [mean, sd].forEach((found, index) => {
            const what = `${group} ${column} ${index}: ${found} for ${expected[index]}`;
            if (Number.isNaN(expected[index])) expect(found, what).toBeNaN();
            else expect(Math.abs(found - expected[index]), what).toBeLessThan(1e-9);
          });
        }
      }
    },
  );
});
