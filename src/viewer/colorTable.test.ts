import { describe, expect, it } from 'vitest';
import type { LabelScheme, Structure } from '../domain/labelScheme';
import { pairsOf } from '../domain/labelScheme';
import { allPairs } from '../domain/pairCodes';
import { errorColors } from '../domain/palette';
import type { View } from '../domain/view';
import { colorTable } from './colorTable';

const scheme: LabelScheme = {
  name: 'sample',
  labels: [
    { value: 1, name: 'ET', color: '#110000' },
    { value: 2, name: 'NCR', color: '#220000' },
    { value: 3, name: 'ED', color: '#330000' },
  ],
  regions: [
    { name: 'WT', labels: [1, 2, 3] },
    { name: 'TC', labels: [1, 2] },
    { name: 'ET', labels: [1] },
  ],
  regionsClassOrder: [3, 2, 1],
  ignoreLabel: null,
};
const core: Structure = { kind: 'region', name: 'TC', labels: [1, 2] };
const values = [0, 1, 2, 3];

/** "#rrggbb/alpha" of a pair, or null where nothing is drawn. */
function shown(view: View, pair: [number, number], options: Options = {}) {
  const list = options.values ?? values;
  const hidden = new Map((options.hidden ?? []).map((key) => [key, 0]));
  const table = colorTable(
    view,
    options.scheme ?? scheme,
    { pairs: allPairs(list) },
    hidden,
    options.opacity ?? 1,
  );
  const entry = 4 * (list.indexOf(pair[0]) * list.length + list.indexOf(pair[1]));
  const [red, green, blue, alpha] = table.slice(entry, entry + 4);
  if (alpha === 0) return null;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}/${alpha}`;
}

interface Options {
  hidden?: string[];
  opacity?: number;
  values?: number[];
  scheme?: LabelScheme;
}

describe('colorTable', () => {
  it('shows the reference label whatever was predicted, and the reverse', () => {
    for (const other of values) {
      expect(shown({ kind: 'reference' }, [1, other])).toBe('#110000/255');
      expect(shown({ kind: 'prediction' }, [other, 3])).toBe('#330000/255');
      expect(shown({ kind: 'reference' }, [0, other])).toBeNull();
    }
  });

  it('reaches the last of sixteen values', () => {
    const many = [...Array(16).keys()];
    const table = colorTable({ kind: 'prediction' }, scheme, { pairs: allPairs(many) }, new Map(), 1);
    expect([...table.slice(1020)]).toEqual([255, 255, 255, 255]);
  });

  it('leaves a hidden label out, and only that one', () => {
    const hidden = ['label:1'];
    expect(shown({ kind: 'reference' }, [1, 1], { hidden })).toBeNull();
    expect(shown({ kind: 'reference' }, [2, 1], { hidden })).toBe('#220000/255');
  });

  it('scales the fill by the opacity but never down to nothing', () => {
    expect(shown({ kind: 'reference' }, [1, 0], { opacity: 0.5 })).toBe('#110000/128');
    expect(shown({ kind: 'reference' }, [1, 0], { opacity: 0 })).toBe('#110000/1');
  });

  it('tints a voxel in the hue of the innermost region, which is that of the label it paints', () => {
    const view: View = { kind: 'regions', of: 'reference' };
    expect(shown(view, [1, 0])).toBe('#110000/128');
    expect(shown(view, [2, 0])).toBe('#220000/128');
    expect(shown(view, [3, 0])).toBe('#330000/128');
    expect(shown(view, [1, 0], { hidden: ['region:1'] })).toBe('#220000/128');
    expect(shown({ kind: 'regions', of: 'prediction' }, [1, 0])).toBeNull();
  });

  it('shows one structure in one colour', () => {
    const view: View = { kind: 'structure', of: 'prediction', structure: core };
    expect(shown(view, [0, 1])).toBe('#220000/128');
    expect(shown(view, [0, 2])).toBe('#220000/128');
    expect(shown(view, [1, 3])).toBeNull();
  });

  it('tells hit, missed and extra voxels of a structure apart', () => {
    const view: View = { kind: 'errors', structure: core };
    expect(shown(view, [1, 2])).toBe(`${errorColors.hit}/102`);
    expect(shown(view, [2, 3])).toBe(`${errorColors.missed}/255`);
    expect(shown(view, [0, 1])).toBe(`${errorColors.extra}/255`);
    expect(shown(view, [3, 0])).toBeNull();
  });

  it('colours a disagreement by its cause', () => {
    const [, pair] = pairsOf(scheme);
    const view: View = { kind: 'causes', pair, only: null };
    expect(shown(view, [2, 0])).toBe(`${errorColors.shared}/255`);
    expect(shown(view, [2, 1])).toBe(`${errorColors.child}/255`);
    expect(shown(view, [1, 3])).toBe(`${errorColors.relieved}/255`);
    expect(shown(view, [1, 1])).toBe(`${errorColors.hit}/102`);
    expect(shown(view, [3, 0])).toBeNull();
  });

  it('shows which label was taken for which', () => {
    const view: View = { kind: 'confusion' };
    expect(shown(view, [1, 1])).toBeNull();
    expect(shown(view, [1, 3])).toBe('#330000/255');
    expect(shown(view, [1, 0])).toBe(`${errorColors.missed}/255`);
    expect(shown(view, [0, 1])).toBe(`${errorColors.extra}/255`);
  });

  it('shows what painting makes of the labels when the order is wrong', () => {
    const wrong = { ...scheme, regionsClassOrder: [1, 2, 3] };
    expect(shown({ kind: 'rebuilt' }, [0, 1], { scheme: wrong })).toBe('#330000/255');
    expect(shown({ kind: 'rebuilt' }, [0, 2], { scheme: wrong })).toBe('#220000/255');
    expect(shown({ kind: 'rebuilt' }, [0, 1])).toBe('#110000/255');
    expect(shown({ kind: 'rebuilt' }, [0, 9], { values: [0, 9] })).toBeNull();
  });

  it('judges nothing where the reference is to be ignored', () => {
    const ignoring = { ...scheme, ignoreLabel: 3 };
    expect(shown({ kind: 'errors', structure: core }, [3, 1], { scheme: ignoring })).toBeNull();
    expect(shown({ kind: 'confusion' }, [3, 1], { scheme: ignoring })).toBeNull();
    expect(
      shown({ kind: 'causes', pair: pairsOf(scheme)[0], only: null }, [3, 0], { scheme: ignoring }),
    ).toBeNull();
    expect(shown({ kind: 'prediction' }, [3, 1], { scheme: ignoring })).toBe('#110000/255');
  });
});
