import { describe, expect, test } from 'vitest';
import type { LabelScheme } from './labelScheme';
import { type CaseMeasures, isNothing, lesionKey, missingMeasures, withMeasures } from './measures';

const scheme: LabelScheme = {
  name: 'nested',
  labels: [1, 2, 3].map((value) => ({ value, name: String(value) })),
  regions: [
    { name: 'whole', labels: [1, 2, 3] },
    { name: 'core', labels: [2, 1] },
    { name: 'inner', labels: [1] },
  ],
  regionsClassOrder: [3, 2, 1],
  ignoreLabel: null,
};

/** Everything that the scheme asks for, as empty as the keys allow. */
function measuresOf(of: LabelScheme): CaseMeasures {
  const { surfaces, lesions } = missingMeasures(undefined, of, 'gli-2023');
  const keyed = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, {}]));
  return {
    ignoreLabel: of.ignoreLabel,
    onlyTauMm: null,
    surfaces: keyed(surfaces.map(String)),
    lesions: keyed(lesions.map((labels) => lesionKey(labels, 'gli-2023'))),
    pairs: keyed(['1,2,3>3', '1,2>2', '1>1']),
  } as CaseMeasures;
}

const known = {
  ...measuresOf(scheme),
  surfaces: { '1,2,3': {}, '1,2': {}, '1': {}, '2': {}, '3': {} },
} as never;

describe('what is still to be measured', () => {
  test('is every mask once: a region and a label of the same voxels share theirs', () => {
    const { surfaces, lesions, pairs } = missingMeasures(undefined, scheme, 'gli-2023');
    expect([surfaces.length, lesions.length, pairs.length]).toEqual([5, 5, 3]);
  });

  test('is nothing when all is known, whatever the structures are called', () => {
    const renamed = { ...scheme, regions: scheme.regions.map((region) => ({ ...region, name: 'other' })) };
    expect(isNothing(missingMeasures(known, renamed, 'gli-2023'))).toBe(true);
  });

  test('is only the new masks and pairs when the scheme changes', () => {
    const changed: LabelScheme = {
      ...scheme,
      regions: [...scheme.regions.slice(0, 2), { name: 'other core', labels: [1, 3] }],
      regionsClassOrder: [2, 3, 1],
    };
    const { surfaces, pairs } = missingMeasures(known, changed, 'gli-2023');
    expect(surfaces).toEqual([[1, 3]]);
    expect(pairs.map(({ label }) => label.labels)).toEqual([[2], [3], [1]]);
  });

  test('is the lesions alone for a profile of another dilation, and nothing for one of the same', () => {
    expect(isNothing(missingMeasures(known, scheme, 'ssa-2023'))).toBe(true);
    const { surfaces, lesions, pairs } = missingMeasures(known, scheme, 'met-2023');
    expect([surfaces.length, lesions.length, pairs.length]).toEqual([0, 5, 0]);
  });

  test('is everything under another ignore label, whose measures replace the former', () => {
    const ignoring = { ...scheme, ignoreLabel: 9 };
    expect(missingMeasures(known, ignoring, 'gli-2023').surfaces).toHaveLength(5);
    const added = { ignoreLabel: 9, onlyTauMm: null, surfaces: {}, lesions: {}, pairs: {} };
    expect(withMeasures(known, added)).toEqual(added);
  });
});
