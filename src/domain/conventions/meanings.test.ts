import { describe, expect, test } from 'vitest';
import type { LabelScheme } from '../labelScheme';
import { type PresetId, presetById } from '../presets';
import type { Meaning } from './convention';
import { conventionNamed, conventions } from './conventions';
import { findStructures, meaningsOf } from './meanings';

function schemeOf(labels: Record<string, number>, regions: Record<string, number[]> = {}): LabelScheme {
  return {
    name: '',
    labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
    regions: Object.entries(regions).map(([name, values]) => ({ name, labels: values })),
    regionsClassOrder: [],
    ignoreLabel: null,
  };
}

const found = (scheme: LabelScheme) => Object.fromEntries(meaningsOf(scheme));

describe('what a convention means by a structure is found in a scheme', () => {
  test.each<[PresetId, Partial<Record<Meaning, number[]>>]>([
    ['brats-2018', { WT: [1, 2, 4], TC: [1, 4], ET: [4], NETC: [1], SNFH: [2], GTV: [1, 2, 4] }],
    ['nnunet-brats', { WT: [1, 2, 3], TC: [2, 3], ET: [3], NETC: [2], SNFH: [1], GTV: [1, 2, 3] }],
    ['brats-2023', { WT: [1, 2, 3], TC: [1, 3], ET: [3], NETC: [1], SNFH: [2], GTV: [1, 2, 3] }],
    ['brats-2024', { WT: [1, 2, 3], TC: [1, 3], ET: [3], NETC: [1], SNFH: [2], RC: [4], GTV: [1, 2, 3] }],
    [
      'brats-2024-ped',
      { WT: [1, 2, 3, 4], TC: [1, 2, 3], ET: [1], NETC: [2], CC: [3], SNFH: [4], GTV: [1, 2, 3, 4] },
    ],
    ['audit', { WT: [1, 2, 3], TC: [1, 2], ET: [1], NETC: [2], SNFH: [3], GTV: [1, 2, 3] }],
    ['kits-2023', { 'kidney-and-mass': [1, 2, 3], mass: [2, 3], 'kidney-tumor': [2] }],
    ['lits', {}],
    ['pancreas', {}],
  ])('in the preset %s', (id, meanings) => {
    expect(found(presetById(id).scheme)).toEqual(meanings);
  });

  test('tissues that are not named follow from the regions', () => {
    const regions = { 'whole tumour': [1, 2, 3], TC: [1, 2], 'Enhancing-Tumor': [1] };
    expect(found(schemeOf({ 'label 1': 1, 'label 2': 2, 'label 3': 3 }, regions))).toMatchObject({
      ET: [1],
      NETC: [2],
      SNFH: [3],
    });
    expect(found(schemeOf({ necrosis: 2 }, { WT: [1, 2, 3], TC: [1, 2] }))).toMatchObject({
      ET: [1],
      SNFH: [3],
    });
  });

  test('regions that are not named follow from the tissues', () => {
    const labels = { edema: 1, 'non-enhancing tumor': 2, 'enhancing tumour': 3 };
    expect(found(schemeOf(labels))).toMatchObject({ WT: [1, 2, 3], TC: [2, 3] });
    expect(found(schemeOf({ kidney: 1, tumor: 2, cyst: 3 }))).toEqual({
      'kidney-and-mass': [1, 2, 3],
      mass: [2, 3],
      'kidney-tumor': [2],
    });
  });

  test('the one label of a map is the target volume, and two of a name are nothing', () => {
    expect(found(schemeOf({ meningioma: 1 }))).toEqual({ GTV: [1] });
    expect(found(schemeOf({ ET: 1, enhancing: 2 }))).toEqual({});
  });

  test('what a scheme lacks is said to be missing', () => {
    const { scheme } = presetById('audit');
    const { found: structures, missing } = findStructures(conventionNamed('brats-2024-ped')!, scheme);
    expect(structures.map(({ name, labels }) => `${name} ${labels}`)).toEqual([
      'WT 1,2,3',
      'TC 1,2',
      'ET 1',
      'NETC 2',
      'ED 3',
    ]);
    expect(missing.map(({ name }) => name)).toEqual(['CC']);
  });

  test("nnU-Net's are the scheme's own, each set of values once", () => {
    const { found: structures } = findStructures(conventionNamed('nnunet')!, presetById('audit').scheme);
    expect(structures.map(({ labels }) => labels)).toEqual([[1, 2, 3], [1, 2], [1], [2], [3]]);
  });
});

describe('the list of conventions', () => {
  test('has the names that the command line takes, and takes the earlier ones', () => {
    expect(conventions.map(({ name }) => name)).toEqual([
      ...['nnunet', 'brats-2020'],
      ...['gli', 'ssa', 'ped', 'men', 'met'].map((challenge) => `brats-2023-${challenge}`),
      ...['gli', 'ssa', 'ped', 'met', 'men', 'men-rt'].map((challenge) => `brats-2024-${challenge}`),
      ...['gli', 'ped', 'met', 'met-live', 'goat', 'men-pre', 'men-rt'].map((name) => `brats-2026-${name}`),
      'kits-2023',
    ]);
    expect(conventionNamed('brats-legacy')?.name).toBe('brats-2020');
    expect(conventionNamed('met-2023')?.name).toBe('brats-2023-met');
    expect(conventionNamed('constructor')).toBeUndefined();
  });
});
