import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelScheme } from '../../domain/labelScheme';
import { lesionKey, missingMeasures } from '../../domain/measures';
import { writeNifti } from '../../io/writeNifti';
import { caseScores } from '../../kernels/caseScores';
import { surfaceDiceAt } from '../../kernels/surfaceMeasure';
import type { PredictionSource } from '../protocol';
import { measureCase } from './measureCase';
import { scoreCase } from './scoreCase';

type Triple = [number, number, number];

const signal = new AbortController().signal;
const context = { signal, report: () => undefined };
const scheme: LabelScheme = {
  name: 'two nested regions',
  labels: [
    { value: 1, name: 'rim' },
    { value: 2, name: 'core' },
  ],
  regions: [
    { name: 'whole', labels: [1, 2] },
    { name: 'inner', labels: [2] },
  ],
  regionsClassOrder: [1, 2],
  ignoreLabel: null,
};

interface Slice {
  columns: number;
  rows: number;
  edges: [number, number];
  reference: number[];
  prediction: number[];
}

/** A few rectangles of labels that may overlap and touch the border; a prediction that errs at random. */
const slices = fc
  .record({
    columns: fc.integer({ min: 2, max: 9 }),
    rows: fc.integer({ min: 2, max: 8 }),
    edges: fc.constantFrom<[number, number]>([1, 1], [0.5, 0.75], [2, 3]),
    seed: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 144, maxLength: 144 }),
  })
  .map(({ columns, rows, edges, seed }): Slice => {
    const count = columns * rows;
    const reference = seed.slice(0, count).map((draw) => (draw < 5 ? 0 : draw < 8 ? 1 : 2));
    const prediction = reference.map((label, place) => (seed[72 + place] < 7 ? label : seed[72 + place] % 3));
    return { columns, rows, edges, reference, prediction };
  });

/** The same slice in every form in which files hold one; a 2D header has two dimensions. */
function forms({ columns, rows, edges: [x, y] }: Slice): { shape: Triple; mm: Triple; is2d?: true }[] {
  return [
    { shape: [columns, rows, 1], mm: [x, y, 7], is2d: true },
    { shape: [columns, rows, 1], mm: [x, y, 1] },
    { shape: [columns, rows, 1], mm: [x, y, 999] },
    { shape: [1, columns, rows], mm: [999, x, y] },
    { shape: [columns, 1, rows], mm: [x, 0.01, y] },
  ];
}

function file(path: string, labels: number[], { shape, mm, is2d }: ReturnType<typeof forms>[number]) {
  const affine = [mm[0], 0, 0, 0, 0, mm[1], 0, 0, 0, 0, is2d ? 0 : mm[2], 0, 0, 0, 0, 1];
  const bytes = writeNifti({ voxels: Uint8Array.from(labels), geometry: { shape, spacingMm: mm, affine } });
  if (is2d) new DataView(bytes.buffer).setInt16(40, 2, true);
  return { kind: 'label-map', file: { path, blob: new Blob([bytes]) } } satisfies PredictionSource;
}

/** A slice of two dimensions as other formats write it, spacing and nothing else known of its place. */
const otherForms = {
  nrrd: ({ columns, rows, edges }: Slice) =>
    `NRRD0004\ntype: uint8\ndimension: 2\nsizes: ${columns} ${rows}\nspacings: ${edges.join(' ')}\nencoding: raw\n\n`,
  mha: ({ columns, rows, edges }: Slice) =>
    `NDims = 2\nDimSize = ${columns} ${rows}\nElementSpacing = ${edges.join(' ')}\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n`,
};

function otherFile(name: string, ending: keyof typeof otherForms, slice: Slice, labels: number[]) {
  const blob = new Blob([otherForms[ending](slice), Uint8Array.from(labels)]);
  return { kind: 'label-map', file: { path: `${name}.${ending}`, blob } } satisfies PredictionSource;
}

function scored(slice: Slice, form: ReturnType<typeof forms>[number]) {
  return scoredFiles(file('r.nii', slice.reference, form), file('p.nii', slice.prediction, form));
}

async function scoredFiles(reference: PredictionSource, prediction: PredictionSource) {
  const request = { caseId: 'a', reference, scheme, predictions: [{ model: 'm', source: prediction }] };
  const { results, failures } = await scoreCase(request, context);
  expect(failures).toEqual([]);
  const plan = missingMeasures(undefined, scheme, 'men-2023');
  const lesionProfile = 'men-2023';
  const measures = await measureCase({ reference, prediction, scheme, plan, lesionProfile }, context);
  const convention = { profile: 'nnunet', lesionProfile, tauMm: null } as const;
  return { result: results[0], measures, scores: caseScores(results[0], scheme, convention, measures) };
}

describe('a slice, in whatever form it is stored', () => {
  test('gives the same numbers, and no third edge counts anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(slices, async (slice) => {
        const [first, ...others] = await Promise.all(forms(slice).map((form) => scored(slice, form)));
        expect(first.result.warnings).toEqual([]);
        expect(first.scores.tauMm).toBe(Math.max(1, ...slice.edges));
        for (const { result, measures, scores } of others) {
          expect(result.warnings).toEqual([]);
          expect(scores.tauMm).toBe(first.scores.tauMm);
          expect(scores.structures.map(({ overlap }) => overlap)).toEqual(
            first.scores.structures.map(({ overlap }) => overlap),
          );
          expect(placeless(measures)).toEqual(placeless(first.measures));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('gives the same numbers from other formats', async () => {
    await fc.assert(
      fc.asyncProperty(slices, fc.constantFrom('nrrd' as const, 'mha' as const), async (slice, ending) => {
        const nifti = await scored(slice, forms(slice)[0]);
        const other = await scoredFiles(
          otherFile('r', ending, slice, slice.reference),
          otherFile('p', ending, slice, slice.prediction),
        );
        expect(other.scores.tauMm).toBe(nifti.scores.tauMm);
        expect(other.scores.structures.map(({ overlap }) => overlap)).toEqual(
          nifti.scores.structures.map(({ overlap }) => overlap),
        );
        expect(placeless(other.measures)).toEqual(placeless(nifti.measures));
      }),
      { numRuns: 20 },
    );
  });

  test('has the contours of DeepMind’s lookup table, and areas in cm²', async () => {
    await fc.assert(
      fc.asyncProperty(slices, async (slice) => {
        const { measures, scores } = await scored(slice, forms(slice)[0]);
        const isWhole = (labels: number[]) => labels.map((label) => label > 0);
        const expected = contourScores(slice, isWhole(slice.reference), isWhole(slice.prediction), 1);
        const surface = measures.surfaces['1,2'];
        // Either of two where rounding decides whether exactly 95 % are reached.
        expect(expected.hd95Mm).toContainEqual(closeTo(surface.hd95Mm));
        expect(surface.hd100Mm).toEqual(closeTo(expected.hd100Mm));
        expect(surface.areaMm2).toBeCloseTo(expected.lengthMm, 9);
        expect(surfaceDiceAt(surface, 1)).toEqual(closeTo(expected.nsd));
        const { overlap } = scores.structures[0];
        const [x, y] = slice.edges;
        expect(overlap.dimensions).toBe(2);
        expect(overlap.referenceSize).toBeCloseTo(((overlap.tp + overlap.fn) * x * y) / 100, 12);
      }),
      { numRuns: 60 },
    );
  });

  test('has the components of 8 neighbours as lesions, their areas in mm²', async () => {
    const corners = [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    const slice: Slice = { columns: 4, rows: 4, edges: [2, 3], reference: corners, prediction: corners };
    const { measures } = await scored(slice, forms(slice)[2]);
    const { components } = measures.lesions[lesionKey([1, 2], 'men-2023')];
    expect(components.map(({ volumeMm3 }) => volumeMm3)).toEqual([12, 6]);
  });
});

function closeTo(value: number) {
  return Number.isFinite(value) ? expect.closeTo(value, 9) : value;
}

/** Voxels lie along other axes in other forms; rounding may part the last digits. */
function placeless(measures: unknown): unknown {
  return JSON.parse(
    JSON.stringify(measures, (key, value) => {
      if (key === 'centre' || key === 'box') return undefined;
      return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;
    }),
  );
}

/** DeepMind's definition in two dimensions, by looking at every pair of contour elements. */
function contourScores(slice: Slice, reference: boolean[], prediction: boolean[], tauMm: number) {
  const [here, there] = [contour(slice, reference), contour(slice, prediction)];
  const [forth, back] = [distances(here, there), distances(there, here)];
  const isEmpty = here.length === 0 || there.length === 0;
  const none = here.length + there.length === 0 ? Number.NaN : Number.POSITIVE_INFINITY;
  const all = [...forth, ...back];
  const lengthOf = (items: { length: number }[]) => items.reduce((sum, { length }) => sum + length, 0);
  return {
    hd95Mm: [-1e-9, 1e-9].map((off) =>
      isEmpty ? none : Math.max(percentile(forth, 0.95 + off), percentile(back, 0.95 + off)),
    ),
    hd100Mm: isEmpty ? none : Math.max(percentile(forth, 1), percentile(back, 1)),
    lengthMm: lengthOf(all),
    nsd: lengthOf(all.filter(({ mm }) => mm <= tauMm)) / lengthOf(all),
  };
}

/** The elements between four pixels that are not all alike, with the lengths of DeepMind's lookup table. */
function contour({ columns, rows, edges: [x, y] }: Slice, mask: boolean[]) {
  const isIn = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < columns && row < rows && mask[row * columns + column] ? '1' : '0';
  const half = Math.hypot(x, y) / 2;
  // Upper left, upper right, lower left, lower right.
  const lengths: Record<string, number> = {
    ...{ '0001': half, '0010': half, '0100': half, '1000': half },
    ...{ '1110': half, '1101': half, '1011': half, '0111': half },
    ...{ '0011': x, '1100': x, '0101': y, '1010': y },
    ...{ '0110': 2 * half, '1001': 2 * half },
  };
  const elements: { at: [number, number]; length: number }[] = [];
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const code =
        isIn(column, row) + isIn(column + 1, row) + isIn(column, row + 1) + isIn(column + 1, row + 1);
      if (lengths[code]) elements.push({ at: [column * x, row * y], length: lengths[code] });
    }
  }
  return elements;
}

function distances(from: ReturnType<typeof contour>, to: ReturnType<typeof contour>) {
  return from.map(({ at: [x, y], length }) => {
    return { length, mm: Math.min(...to.map(({ at }) => Math.hypot(at[0] - x, at[1] - y))) };
  });
}

function percentile(items: { length: number; mm: number }[], share: number): number {
  const total = items.reduce((sum, { length }) => sum + length, 0);
  let reached = 0;
  const sorted = items.toSorted((one, other) => one.mm - other.mm);
  for (const { length, mm } of sorted) {
    reached += length;
    if (reached / total >= share) return mm;
  }
  return sorted[sorted.length - 1].mm;
}
