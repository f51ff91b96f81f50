import { describe, expect, test } from 'vitest';
import { checkScheme } from './checkScheme';
import { labelColor } from './palette';
import { presetById, presets } from './presets';
import { draftFlaws, draftOf, freeValue, nextId, repairedDraft, schemeOf } from './schemeDraft';

const draft = draftOf(presetById('audit').scheme);
const kinds = (changed: typeof draft) => draftFlaws(changed).map(({ kind, text }) => [kind, text]);

test.each(presets.map(({ id, scheme }) => [id, scheme] as const))(
  'the preset %s comes back from its draft as it was, each label with its colour',
  (_, scheme) => {
    expect(draftFlaws(draftOf(scheme))).toEqual([]);
    const back = schemeOf(draftOf(scheme));
    expect({ ...back, regions: sorted(back.regions) }).toEqual({
      ...scheme,
      labels: scheme.labels.map((label) => ({ ...label, color: labelColor(scheme, label.value) })),
      regions: sorted(scheme.regions),
    });
  },
);

function sorted(regions: { name: string; labels: number[] }[]) {
  return regions.map(({ name, labels }) => ({ name, labels: labels.toSorted((a, b) => a - b) }));
}

test('keeps colour and ignore label', () => {
  const { scheme } = presetById('lits');
  const own = { ...scheme, ignoreLabel: 3, labels: [{ ...scheme.labels[0], color: '#112233' }] };
  expect(schemeOf(draftOf({ ...own, regions: [], regionsClassOrder: [] }))).toMatchObject({
    ignoreLabel: 3,
    labels: [{ color: '#112233' }],
  });
});

test('a value of a region that no label names becomes a label that asks for its name', () => {
  const { scheme } = presetById('lits');
  const unnamed = draftOf({ ...scheme, regionsClassOrder: [7, 2] });
  expect(draftFlaws(unnamed)).toMatchObject([{ kind: 'label-no-name', text: '7' }]);
  const [whole, ...others] = scheme.regions;
  const wider = draftOf({ ...scheme, regions: [{ ...whole, labels: [...whole.labels, 9] }, ...others] });
  expect(draftFlaws(wider)).toMatchObject([{ kind: 'label-no-name', text: '9' }]);
  expect(schemeOf(wider).regions[0].labels).toContain(9);
});

describe('draftFlaws', () => {
  test.each(['', '0', '-1', '1.5', 'x', '70000'])('refuses the label value "%s"', (value) => {
    const labels = draft.labels.map((label, index) => (index === 0 ? { ...label, value } : label));
    expect(kinds({ ...draft, labels })).toContainEqual(['label-value', value]);
  });

  test('names what stands twice, is empty or paints nothing', () => {
    expect(kinds({ ...draft, name: ' ' })).toEqual([['no-name', '']]);
    expect(kinds({ ...draft, labels: [], regions: [] })).toEqual([['no-labels', '']]);
    expect(kinds({ ...draft, labels: draft.labels.map((label) => ({ ...label, value: '1' })) })).toEqual([
      ['label-twice', '1'],
      ['label-twice', '1'],
    ]);
    const [first] = draft.regions;
    expect(kinds({ ...draft, regions: [first, { ...first, labelIds: [], paints: null }] })).toEqual([
      ['region-twice', 'whole_tumor'],
      ['region-no-labels', 'whole_tumor'],
      ['region-paints-nothing', 'whole_tumor'],
    ]);
    expect(kinds({ ...draft, ignoreLabel: '2' })).toEqual([['ignore-is-label', '2']]);
    expect(kinds({ ...draft, ignoreLabel: 'none' })).toEqual([['ignore-value', 'none']]);
  });
});

test('the repair that the check names makes a scheme that rebuilds every label', () => {
  const wrong = { ...draft, regions: draft.regions.toReversed() };
  const finding = checkScheme(schemeOf(wrong)).find(({ kind }) => kind === 'repair-region-order');
  expect(finding).toBeDefined();
  if (finding?.kind !== 'repair-region-order') return;
  const repaired = repairedDraft(wrong, finding.regions, finding.repaired);
  expect(checkScheme(schemeOf(repaired))).toEqual([]);
});

test('new rows get ids and values of their own', () => {
  expect(nextId(draft)).toBe(6);
  expect(freeValue(draft)).toBe('4');
  expect(freeValue({ ...draft, labels: draft.labels.slice(1) })).toBe('1');
});
