import { describe, expect, test } from 'vitest';
import {
  differences,
  expectedOfKits,
  expectedScores,
  type Figure,
  type FigureCase,
  figureCases,
  figuresOf,
  hasConventionFigures,
  labelsOfFigures,
  numberOf,
  type Region,
} from '../../conventionFigures';
import { brats2024Met } from '../../domain/conventions/brats2024';
import type { WholeRule } from '../../domain/conventions/convention';
import type { CaseUnderConvention } from '../../domain/conventions/conventionScores';
import { conventions } from '../../domain/conventions/conventions';
import { kits2023 } from '../../domain/conventions/kits2023';
import type { LabelScheme } from '../../domain/labelScheme';
import { presetById } from '../../domain/presets';
import { sampleLabelMap, samplePaths } from '../../sampleCases';
import { type ConventionMaps, conventionMaps } from './conventionMaps';
import { conventionScoresOf } from './conventionScores';
import { type Panoptic, panoptic } from './oneToOneMatching';
import { wholeScores } from './wholeScores';

/** The sample's own labels, and the same as those of a kidney. */
const scheme: LabelScheme = presetById('audit').scheme;
const kidney: LabelScheme = {
  ...scheme,
  labels: ['tumor', 'cyst', 'kidney'].map((name, index) => ({ name, value: index + 1 })),
  regions: [],
};

async function mapsOf(answer: FigureCase): Promise<ConventionMaps> {
  const dataset = answer.dataset === 'lumiere-nnunet' ? 'lumiere' : answer.dataset;
  const paths = samplePaths({ ...answer, dataset });
  const [reference, prediction] = await Promise.all([
    sampleLabelMap(paths.reference),
    sampleLabelMap(paths.prediction),
  ]);
  const { shape, spacingMm } = reference.geometry;
  // Headers hold spacings as float32.
  const spacing = answer.spacing_mm?.map(Math.fround) as [number, number, number] | undefined;
  return conventionMaps(reference.voxels, prediction.voxels, { shape, spacingMm: spacing ?? spacingMm });
}

function expectEqual(found: number, figure: Figure, tolerance: number, what: string) {
  const own = { convention: what, labels: '', score: '', value: numberOf(figure), tolerance };
  expect(differences([own], () => found)).toEqual([]);
}

const sumOf = (volumes: readonly { volumeMm3: number }[]) =>
  volumes.reduce((sum, { volumeMm3 }) => sum + volumeMm3, 0);

/** The lesions behind the scores of 2023 and 2024. */
function expectLesions(key: string, found: readonly CaseUnderConvention[]) {
  for (const { profile, rows } of figuresOf(key).of2024) {
    const name = `brats-2024-${profile.replace('-2024', '')}`;
    const { structures } = found.find(({ convention }) => convention === name)!;
    for (const row of rows) {
      const what = `${name} ${row.Labels}`;
      const structure = structures.find((candidate) => candidate.name === row.Labels);
      expect(structure?.labels ?? [], what).toEqual(row.our_labels);
      if (!structure) continue;
      const { lesions } = structure;
      expectEqual(sumOf(lesions), row.GT_Complete_Volume, 1e-6, `${what} volume`);
      expect(lesions, what).toHaveLength(row.n_reference_lesions_all ?? lesions.length);
      row.lesions?.forEach((lesion, place) => {
        expectEqual(lesions[place].volumeMm3, lesion.volume_mm3, 1e-6, `${what} volume of lesion ${place}`);
        expectEqual(lesions[place].dice, lesion.dice, 1e-12, `${what} dice of lesion ${place}`);
      });
    }
  }
}

/** The version of 2025-07 scores whole structures from the maps as they are. */
function expectUntouched(key: string, maps: ConventionMaps) {
  for (const row of figuresOf(key).of2024.flatMap(({ legacy_script }) => legacy_script ?? [])) {
    const labels = labelsOfFigures[row.Labels];
    if (!labels) continue;
    const whole = brats2024Met.whole as WholeRule;
    const scores = wholeScores(maps, labels, null, whole, [0.5, 1], Math.hypot(...maps.geometry.shape));
    const figures = ['Dice', 'HD95', 'NSD_0.5', 'NSD_1.0'];
    for (const figure of figures) {
      const tolerance = figure === 'Dice' ? 1e-12 : 1e-6;
      const value = row[`Legacy_${figure}`] as number;
      expectEqual(scores[figure.toLowerCase()], value, tolerance, `untouched ${row.Labels} ${figure}`);
    }
  }
}

function expectRegion(found: Panoptic, region: Region, tolerance: number, what: string) {
  expect([found.truePositives, found.falsePositives, found.falseNegatives], what).toEqual([
    region.tp,
    region.fp,
    region.fn,
  ]);
  expectEqual(found.f1, region.rq, 1e-12, `${what} rq`);
  const qualities = { sq_dsc: found.dice, sq_hd95: found.hd95Mm, sq_nsd: found.nsd };
  for (const [key, { mean, sd }] of Object.entries(qualities)) {
    expectEqual(mean, region[key], key === 'sq_dsc' ? 1e-12 : tolerance, `${what} ${key}`);
    expectEqual(sd, region[`${key}_std`], key === 'sq_dsc' ? 1e-12 : tolerance, `${what} ${key}_std`);
  }
  expectEqual(found.dice.mean * found.f1, region.pq_dsc, 1e-12, `${what} pq_dsc`);
  const sorted = <Item extends { volume: number; is: boolean; dice: number }>(items: Item[]) =>
    items.toSorted((one, other) => +one.is - +other.is || one.volume - other.volume || one.dice - other.dice);
  const expected = sorted(
    region.reference_instances.map((item) => ({
      ...item,
      ...{ is: item.is_matched === 1, dice: item.sq_dsc ?? 0 },
    })),
  );
  const lesions = sorted(
    found.lesions.map((item) => ({
      ...item,
      ...{ volume: item.volumeMm3, is: item.isMatched, dice: item.dice || 0 },
    })),
  );
  expect(lesions, what).toHaveLength(expected.length);
  expected.forEach((lesion, index) => {
    expect(lesions[index].is).toBe(lesion.is);
    expectEqual(lesions[index].volume, lesion.volume, 1e-9, `${what} volume`);
    expectEqual(lesions[index].dice, lesion.dice, 1e-12, `${what} dice`);
    if (!lesion.is) return;
    expectEqual(lesions[index].hd95Mm, lesion.sq_hd95 ?? null, tolerance, `${what} hd95`);
    expectEqual(lesions[index].nsd, lesion.sq_nsd ?? null, tolerance, `${what} nsd`);
  });
}

/** What panoptica itself gives, before a parser. */
function expectRegions(key: string, maps: ConventionMaps) {
  const [x, y, z] = maps.geometry.spacingMm;
  const { of2026, anisotropic } = figuresOf(key);
  const expectAll = (regions: Record<string, Region>, edges: [number, number, number], tolerance: number) => {
    for (const [group, region] of Object.entries(regions)) {
      expectRegion(panoptic(maps, region.our_labels, 1e-6, edges), region, tolerance, group);
    }
  };
  for (const { regions } of of2026) expectAll(regions, [x, y, z], 1e-9);
  for (const { as_official, axes_right } of anisotropic) {
    expectAll(as_official, [z, y, x], 1e-6);
    expectAll(axes_right, [x, y, z], 1e-6);
  }
}

function numbersOf(found: readonly CaseUnderConvention[]) {
  const numbers = new Map(
    found.flatMap(({ convention, structures }) =>
      structures.flatMap(({ labels, scores }) =>
        Object.entries(scores).map(([score, value]) => [`${convention} ${labels.join(' ')} ${score}`, value]),
      ),
    ),
  );
  return ({ convention, labels, score }: { convention: string; labels: string; score: string }) =>
    numbers.get(`${convention} ${labels} ${score}`);
}

describe.skipIf(!hasConventionFigures)(
  'the figures of the original programs (skipped without ../shared)',
  () => {
    test('are of six cases of two models, one of them under two more spacings', () => {
      expect(figureCases).toHaveLength(12 + 4);
    });

    test.each(figureCases)(
      '%s',
      async (key, answer) => {
        const maps = await mapsOf(answer);
        const isOfKitsAlone = figuresOf(key).of2024.length === 0;
        const found = isOfKitsAlone ? [] : conventionScoresOf(maps, scheme, conventions);
        const expected = expectedScores(key);
        expect(expected.length > 200 || isOfKitsAlone, `${expected.length} figures`).toBe(true);
        expect(differences(expected, numbersOf(found))).toEqual([]);
        const ofKits = conventionScoresOf(maps, kidney, [kits2023]);
        expect(differences(expectedOfKits(key), numbersOf(ofKits))).toEqual([]);
        expectLesions(key, found);
        expectUntouched(key, maps);
        expectRegions(key, maps);
      },
      180_000,
    );
  },
);
