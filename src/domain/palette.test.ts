import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelScheme } from './labelScheme';
import { edgeOnWhite, errorColors, inkOf, labelColor, structureColor } from './palette';
import { presetById } from './presets';
import { regionsOfLabels } from './regionsOfLabels';
import { draftOf, schemeOf } from './schemeDraft';

const { scheme } = presetById('audit');

function colorsByName({ labels, ...rest }: LabelScheme) {
  return Object.fromEntries(labels.map(({ name, value }) => [name, labelColor({ labels, ...rest }, value)]));
}

test('a region has the colour of the label that it paints', () => {
  scheme.regions.forEach(({ name, labels }, index) => {
    const painted = scheme.regionsClassOrder[index];
    expect(structureColor(scheme, { kind: 'region', name, labels })).toBe(labelColor(scheme, painted));
  });
});

test('a label keeps its colour when its regions are given another order in the editor', () => {
  const draft = draftOf(scheme);
  const reordered = schemeOf({ ...draft, regions: draft.regions.toReversed() });
  expect(colorsByName(reordered)).toEqual(colorsByName(scheme));
  const paints = draft.regions.map(({ paints }) => paints).toReversed();
  const repainted = draft.regions.map((region, index) => ({ ...region, paints: paints[index] }));
  expect(colorsByName(schemeOf({ ...draft, regions: repainted }))).toEqual(colorsByName(scheme));
});

test('a label without a colour of its own gets one that no other label has', () => {
  const draft = draftOf(scheme);
  const [, ...others] = draft.labels;
  const added = { id: 99, value: '9', name: 'new', color: null };
  const further = { ...added, id: 100, value: '10', name: 'newer' };
  const edited = schemeOf({ ...draft, labels: [...others, added, further] });
  const colors = Object.values(colorsByName(edited));
  expect(new Set(colors).size).toBe(edited.labels.length);
});

test.each([20, 117, 255])('%i labels have as many colours, none that of an error', (count) => {
  const labels = Array.from({ length: count }, (_, index) => ({
    value: index + 1,
    name: `label ${index + 1}`,
  }));
  const many: LabelScheme = { name: 'many', labels, regions: [], regionsClassOrder: [], ignoreLabel: null };
  const colors = Object.values(colorsByName(many));
  expect(new Set([...colors, ...Object.values(errorColors)]).size).toBe(count + 6);
});

describe('on white', () => {
  const light = readFileSync('src/app/shell/theme.css', 'utf8').split('scheme="light"]')[1];
  const grounds = [
    '#ffffff',
    ...['panel', 'page'].map((name) => RegExp(`--${name}: (#\\w{6})`).exec(light)![1]),
  ];
  const luminance = (color: string) => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (color: string, ground: string) => (luminance(ground) + 0.05) / (luminance(color) + 0.05);

  test('the edge of filled shapes is seen, in the report and in the light theme', () => {
    expect(/--edge: (#\w{6})/.exec(light)?.[1]).toBe(edgeOnWhite);
    for (const ground of grounds) expect(contrast(edgeOnWhite, ground)).toBeGreaterThanOrEqual(3);
  });

  test('lines and dots of any colour have an ink of the same hue that is seen', () => {
    const colors = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...Object.values(errorColors), '#ffffff'), colors), (color) => {
        const ink = inkOf(color);
        expect(ink).toMatch(/^#[\da-f]{6}$/);
        for (const ground of grounds) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(3);
        if (grounds.every((ground) => contrast(color, ground) >= 3)) expect(ink).toBe(color);
        const [before, after] = [color, ink].map((hex) =>
          [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
        );
        const most = before.indexOf(Math.max(...before));
        for (const channel of [0, 1, 2]) {
          const expected = (before[channel] / before[most]) * after[most];
          if (before[most] > 0) expect(Math.abs(after[channel] - expected)).toBeLessThan(2);
        }
      }),
    );
  });
});

test('regions that overlap have colours of their own, and so has what belongs to several', () => {
  const labels = ['liver', 'spleen', 'hip'].map((name, index) => ({ value: index + 1, name }));
  const plain: LabelScheme = { name: 'masks', labels, regions: [], regionsClassOrder: [], ignoreLabel: null };
  const scheme = regionsOfLabels(plain)!;
  const values = [...new Set(scheme.regions.flatMap((region) => region.labels))];
  const colors = values.map((value) => labelColor(scheme, value));
  expect(new Set(colors).size).toBe(values.length);
  expect(colors).not.toContain('#ffffff');
  const ofRegions = scheme.regions.map((region) => structureColor(scheme, { kind: 'region', ...region }));
  expect(ofRegions).toEqual(labels.map(({ value }) => labelColor(plain, value)));
});
