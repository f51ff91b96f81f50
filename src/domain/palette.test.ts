import { expect, test } from 'vitest';
import type { LabelScheme } from './labelScheme';
import { labelColor, structureColor } from './palette';
import { presetById } from './presets';
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

test('twenty labels have twenty colours', () => {
  const labels = Array.from({ length: 20 }, (_, index) => ({ value: index + 1, name: `label ${index + 1}` }));
  const many: LabelScheme = { name: 'many', labels, regions: [], regionsClassOrder: [], ignoreLabel: null };
  expect(new Set(Object.values(colorsByName(many))).size).toBe(20);
});
