import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkScheme,
  nestingTree,
  paintedLabels,
  repairedClassOrder,
  repairedRegionOrder,
  unrebuildableLabels,
} from './checkScheme';
import type { LabelScheme } from './labelScheme';
import { presetById, presets } from './presets';

function schemeOf(regions: Record<string, number[]>, regionsClassOrder: number[]): LabelScheme {
  const values = [...new Set(Object.values(regions).flat())].sort((first, second) => first - second);
  return {
    name: 'test',
    labels: values.map((value) => ({ value, name: `label ${value}` })),
    regions: Object.entries(regions).map(([name, labels]) => ({ name, labels })),
    regionsClassOrder,
    ignoreLabel: null,
  };
}

const kinds = (scheme: LabelScheme) => checkScheme(scheme).map(({ kind }) => kind);

/** Paints one voxel of each label, region by region, as nnU-Net does. */
function paintOneVoxelEach({ labels, regions, regionsClassOrder }: LabelScheme): number[] {
  const painted = labels.map(() => 0);
  regions.forEach((region, index) => {
    labels.forEach(({ value }, voxel) => {
      if (region.labels.includes(value)) painted[voxel] = regionsClassOrder[index];
    });
  });
  return painted;
}

function isRebuilding(scheme: LabelScheme): boolean {
  return paintOneVoxelEach(scheme).join() === scheme.labels.map(({ value }) => value).join();
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, place) => place !== index)).map((rest) => [item, ...rest]),
  );
}

/** All lists of that length from those values. */
function ordersOf(values: readonly number[], length: number): number[][] {
  if (length === 0) return [[]];
  return ordersOf(values, length - 1).flatMap((order) => values.map((value) => [...order, value]));
}

const subset = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const randomScheme = fc
  .array(fc.tuple(subset, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 4 })
  .map((entries) =>
    schemeOf(
      Object.fromEntries(entries.map(([labels], index) => [`r${index}`, labels])),
      entries.map(([, value]) => value),
    ),
  );

describe('checkScheme', () => {
  it.each(presets.map(({ id, scheme }) => [id, scheme] as const))(
    'finds nothing in the preset %s',
    (_, scheme) => {
      expect(checkScheme(scheme)).toEqual([]);
    },
  );

  it('explains nnU-Net issue 3042 and gives the repair', () => {
    const scheme = schemeOf({ WT: [1, 2, 3, 4], TC: [1, 2, 3], ET: [1] }, [1, 2, 3]);
    expect(unrebuildableLabels(scheme)).toEqual([
      { label: 1, paintedAs: 3, lastRegion: 'ET' },
      { label: 3, paintedAs: 2, lastRegion: 'TC' },
      { label: 4, paintedAs: 1, lastRegion: 'WT' },
    ]);
    expect(checkScheme(scheme)).toContainEqual({
      kind: 'labels-inseparable',
      labels: [2, 3],
      regions: ['WT', 'TC'],
    });
    expect(kinds(scheme)).not.toContain('repair-class-order');
    const separable = schemeOf({ WT: [1, 2, 3], TC: [1, 2], ET: [1] }, [1, 2, 3]);
    expect(checkScheme(separable)).toContainEqual({
      kind: 'repair-class-order',
      found: [1, 2, 3],
      repaired: [3, 2, 1],
    });
  });

  it('suspects sorted keys when an inner region stands before its outer one', () => {
    const { scheme } = presetById('nnunet-brats');
    const sorted = [...scheme.regions].sort((first, second) => (first.name < second.name ? -1 : 1));
    const findings = checkScheme({ ...scheme, regions: sorted });
    expect(findings).toContainEqual({
      kind: 'alphabetical-keys',
      regions: ['enhancing_tumor', 'tumor_core', 'whole_tumor'],
    });
    expect(findings).toContainEqual({
      kind: 'region-hidden',
      region: 'tumor_core',
      coveredBy: 'whole_tumor',
    });
    expect(findings).toContainEqual({
      kind: 'repair-region-order',
      regions: ['whole_tumor', 'tumor_core', 'enhancing_tumor'],
      repaired: [1, 2, 3],
    });
    expect(kinds(schemeOf({ a: [1, 2], b: [2] }, [1, 2]))).toEqual([]);
  });

  it('marks overlaps that are not nested, a class order of the wrong length, and labels in no region', () => {
    expect(checkScheme(schemeOf({ a: [1, 2], b: [2, 3] }, [1, 3]))).toContainEqual({
      kind: 'overlap-not-nested',
      regions: ['a', 'b'],
      labels: [2],
    });
    const short = schemeOf({ a: [1, 2], b: [2] }, [1]);
    expect(checkScheme(short)).toContainEqual({ kind: 'order-length', regionCount: 2, orderLength: 1 });
    const lost = { ...short, labels: [...short.labels, { value: 9, name: 'lost' }] };
    expect(checkScheme(lost)).toContainEqual({ kind: 'label-in-no-region', label: 9 });
  });

  it('has nothing to say about a scheme without regions', () => {
    expect(checkScheme({ ...schemeOf({}, []), labels: [{ value: 1, name: 'x' }] })).toEqual([]);
  });

  it('agrees with painting voxels for random schemes', () => {
    fc.assert(
      fc.property(randomScheme, (scheme) => {
        expect(paintedLabels(scheme).map(({ paintedAs }) => paintedAs)).toEqual(paintOneVoxelEach(scheme));
        const isFlagged = kinds(scheme).some((kind) => kind.startsWith('label-'));
        expect(isFlagged).toBe(!isRebuilding(scheme));
        if (isRebuilding(scheme)) expect(kinds(scheme)).not.toContain('labels-inseparable');
      }),
    );
  });

  it('finds a class order exactly when trying all of them finds one', () => {
    fc.assert(
      fc.property(randomScheme, (scheme) => {
        const values = scheme.labels.map(({ value }) => value);
        const isPossible = ordersOf(values, scheme.regions.length).some((regionsClassOrder) =>
          isRebuilding({ ...scheme, regionsClassOrder }),
        );
        const repaired = repairedClassOrder(scheme);
        expect(repaired !== null).toBe(isPossible);
        if (repaired) expect(isRebuilding({ ...scheme, regionsClassOrder: repaired })).toBe(true);
      }),
    );
  });

  it('repairs nested regions in any order whenever some order of them works', () => {
    fc.assert(
      fc.property(randomScheme, (scheme) => {
        fc.pre(!kinds(scheme).includes('overlap-not-nested'));
        const isPossible = permutations(scheme.regions).some(
          (regions) => repairedClassOrder({ ...scheme, regions }) !== null,
        );
        const repaired = repairedRegionOrder(scheme);
        expect(repaired !== null).toBe(isPossible);
        if (repaired) expect(isRebuilding({ ...scheme, ...repaired })).toBe(true);
      }),
    );
  });
});

describe('nestingTree', () => {
  it('puts every region into the smallest that holds it', () => {
    const { scheme } = presetById('brats-2024');
    const shape = (nodes: ReturnType<typeof nestingTree>): unknown[] =>
      nodes.map(({ region, children }) => (children.length > 0 ? [region, shape(children)] : region));
    expect(shape(nestingTree(scheme.regions))).toEqual([
      ['whole_tumor', [['tumor_core', ['enhancing_tumor']]]],
      'resection_cavity',
    ]);
    expect(shape(nestingTree(presetById('ribfrac').scheme.regions))).toEqual([
      ['fracture', ['displaced', 'nondisplaced', 'buckle', 'segmental']],
    ]);
  });

  it('holds every region once, each inside its parent', () => {
    fc.assert(
      fc.property(randomScheme, ({ regions }) => {
        const seen: string[] = [];
        const visit = (nodes: ReturnType<typeof nestingTree>, within: number[] | null) => {
          for (const { region, labels, children } of nodes) {
            seen.push(region);
            if (within) expect(labels.every((value) => within.includes(value))).toBe(true);
            visit(children, labels);
          }
        };
        visit(nestingTree(regions), null);
        expect(seen.sort()).toEqual(regions.map(({ name }) => name).sort());
      }),
    );
  });
});
