import { describe, expect, it } from 'vitest';
import { type LabelScheme, pairsOf } from '../domain/labelScheme';
import { allPairs } from '../domain/pairCodes';
import type { View } from '../domain/view';
import { translator } from '../i18n/translate';
import { colorTable } from './colorTable';
import { legendEntries } from './legendEntries';

const scheme: LabelScheme = {
  name: 'sample',
  labels: [
    { value: 1, name: 'ET' },
    { value: 2, name: 'NCR' },
    { value: 3, name: 'ED' },
  ],
  regions: [
    { name: 'WT', labels: [1, 2, 3] },
    { name: 'TC', labels: [1, 2] },
    { name: 'ET', labels: [1] },
  ],
  regionsClassOrder: [3, 2, 1],
  ignoreLabel: null,
};
const values = [0, 1, 2, 3, 9];
const [whole] = pairsOf(scheme);
const views: View[] = [
  { kind: 'reference' },
  { kind: 'prediction' },
  { kind: 'rebuilt' },
  { kind: 'regions', of: 'prediction' },
  { kind: 'structure', of: 'reference', structure: whole.region },
  { kind: 'errors', structure: whole.region },
  { kind: 'causes', pair: whole, only: null },
  { kind: 'confusion' },
];

function colorsDrawn(view: View, hidden: string[] = []): Set<string> {
  const table = colorTable(
    view,
    scheme,
    { pairs: allPairs(values) },
    new Map([...hidden].map((key) => [key, 0])),
    1,
  );
  const drawn = new Set<string>();
  for (let entry = 0; entry < table.length; entry += 4) {
    if (table[entry + 3] === 0) continue;
    const channels = [...table.slice(entry, entry + 3)];
    drawn.add(`#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);
  }
  return drawn;
}

describe('the legend', () => {
  it.each(views)('names every colour that the $kind view draws', (view) => {
    const named = new Set(
      legendEntries({ view, values }, scheme, translator('en')).map(({ color }) => color),
    );
    for (const color of colorsDrawn(view)) expect([...named]).toContain(color);
  });

  it('switches off exactly the colour of the entry', () => {
    for (const view of views) {
      for (const { hides, color } of legendEntries({ view, values }, scheme, translator('en'))) {
        if (hides === undefined) continue;
        const left = colorsDrawn(view, [hides]);
        expect(left.has(color)).toBe(false);
        expect(left.size).toBe(colorsDrawn(view).size - 1);
      }
    }
  });

  it('says which values the scheme does not name', () => {
    const names = legendEntries({ view: { kind: 'reference' }, values }, scheme, translator('zh')).map(
      ({ name }) => name,
    );
    expect(names).toContain('值 9（方案中没有）');
  });
});
