import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, type ColorBytes, colorBytes, isPlain } from '../domain/colorBytes';
import { type LabelScheme, pairsOf, type Structure } from '../domain/labelScheme';
import { crowdOf, pairsToCode } from '../domain/pairCodes';
import { crowdColor } from '../domain/palette';
import type { PairView } from '../domain/view';
import { translator } from '../i18n/translate';
import { jointHistogram } from '../kernels/jointHistogram';
import { pairCodes } from '../kernels/pairCodes';
import { codeColor } from './codeColor';
import { colorTable } from './colorTable';
import { legendEntries } from './legendEntries';

interface Case {
  scheme: LabelScheme;
  reference: Uint16Array;
  prediction: Uint16Array;
  view: PairView;
}

const part = (label: number): Structure => ({ kind: 'label', name: `part ${label}`, labels: [label] });

function schemeOf(count: number): LabelScheme {
  const labels = Array.from({ length: count }, (_, index) => ({
    value: 3 * index + 1,
    name: `part ${index}`,
  }));
  const half = labels.slice(0, Math.ceil(count / 2)).map(({ value }) => value);
  return {
    name: 'many',
    labels,
    regions: [
      { name: 'all', labels: labels.map(({ value }) => value) },
      { name: 'half', labels: half },
    ],
    regionsClassOrder: [labels.at(-1)!.value, half[0]],
    ignoreLabel: count > 20 ? 4 : null,
  };
}

function viewsOf(scheme: LabelScheme, label: number): PairView[] {
  const structure = part(label);
  return [
    { kind: 'reference' },
    { kind: 'prediction' },
    { kind: 'rebuilt' },
    { kind: 'regions', of: 'prediction' },
    { kind: 'structure', of: 'reference', structure },
    { kind: 'errors', structure },
    { kind: 'causes', pair: pairsOf(scheme)[1], only: null },
    { kind: 'confusion' },
    { kind: 'differences' },
  ];
}

/** Two maps of up to `most` labels, mostly alike, under one of the views. */
function cases(most: number): fc.Arbitrary<Case> {
  return fc
    .record({
      count: fc.integer({ min: 2, max: most }),
      voxels: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 1500 }),
      chosen: fc.nat(),
      kind: fc.nat(8),
    })
    .map(({ count, voxels, chosen, kind }) => {
      const scheme = schemeOf(count);
      const values = [0, ...scheme.labels.map(({ value }) => value)];
      const at = (place: number) => values[place % values.length];
      return {
        scheme,
        reference: Uint16Array.from(voxels, ([first]) => at(first)),
        prediction: Uint16Array.from(voxels, ([first, second, isAlike]) => at(isAlike ? first : second)),
        view: viewsOf(scheme, at(chosen))[kind],
      };
    });
}

function codedOf({ scheme, reference, prediction }: Case) {
  const confusion = jointHistogram(reference, prediction);
  const { pairs } = pairsToCode(
    scheme.labels.map(({ value }) => value),
    confusion,
  );
  return { pairs, crowd: crowdOf(confusion), codes: pairCodes(reference, prediction, pairs) };
}

/** What the graphics card makes of each voxel. */
function drawn({ codes }: ReturnType<typeof codedOf>, bytes: ColorBytes): string[] {
  return Array.from(bytesOf(codes, bytes), (byte) => String(bytes.lut.slice(4 * byte, 4 * byte + 4)));
}

/** What the two label volumes ask for, voxel by voxel. */
function asked({ scheme, reference, prediction, view }: Case, hidden: ReadonlyMap<string, number>): string[] {
  return Array.from(reference, (label, voxel) => {
    const color = codeColor(view, scheme, hidden, label, prediction[voxel]);
    if (!color) return '0,0,0,0';
    const packed = Number.parseInt(color.color.slice(1), 16);
    return `${packed >> 16},${(packed >> 8) & 255},${packed & 255},${Math.max(1, Math.round(255 * color.strength))}`;
  });
}

describe('views of many labels', () => {
  it('give every voxel the colour of its two labels, in every view', () => {
    fc.assert(
      fc.property(cases(253), (made) => {
        const coded = codedOf(made);
        const table = colorTable(made.view, made.scheme, coded, new Map(), 1);
        expect(drawn(coded, colorBytes(table))).toEqual(asked(made, new Map()));
      }),
      { numRuns: 80 },
    );
  });

  it('hide and show a label without writing voxels anew, and write them anew where the view needs it', () => {
    fc.assert(
      fc.property(cases(120), fc.nat(), (made, chosen) => {
        const coded = codedOf(made);
        const first = colorBytes(colorTable(made.view, made.scheme, coded, new Map(), 1));
        const { value } = made.scheme.labels[chosen % made.scheme.labels.length];
        const hidden = new Map([[`label:${value}`, 0]]);
        const second = colorBytes(colorTable(made.view, made.scheme, coded, hidden, 1), first);
        expect(drawn(coded, second)).toEqual(asked(made, hidden));
        const isOfLabels = made.view.kind === 'reference' || made.view.kind === 'prediction';
        if (isOfLabels || isPlain(first)) expect(second.byteOf).toBe(first.byteOf);
        for (const view of viewsOf(made.scheme, value)) {
          const third = colorBytes(colorTable(view, made.scheme, coded, new Map(), 1), second);
          expect(drawn(coded, third)).toEqual(asked({ ...made, view }, new Map()));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('give the smallest of 300 labels one colour that the legend explains, and errors of each label all the same', () => {
    const scheme = schemeOf(300);
    const values = scheme.labels.map(({ value }) => value);
    // Label n lies in n voxels, and where a label is missed the prediction is empty.
    const reference = Uint16Array.from(values.flatMap((value, place) => Array(place + 1).fill(value)));
    const prediction = reference.map((value, voxel) => (voxel % 5 === 0 ? 0 : value));
    const smallest = part(values[0]);
    const made: Case = { scheme, reference, prediction, view: { kind: 'errors', structure: smallest } };
    const coded = codedOf(made);
    expect(coded.crowd).toEqual(values.slice(0, 46));
    const errors = colorBytes(colorTable(made.view, scheme, coded, new Map(), 1));
    expect(drawn(coded, errors)).toEqual(asked(made, new Map()));
    const map = colorTable({ kind: 'reference' }, scheme, coded, new Map(), 1);
    const voxels = drawn(coded, colorBytes(map));
    const colors = values.map((value) => voxels[reference.indexOf(value)]);
    expect(new Set(colors.slice(0, 46)).size).toBe(1);
    expect(new Set(colors).size).toBe(255);
    const legend = legendEntries({ view: { kind: 'reference' }, values, ...coded }, scheme, translator('en'));
    expect(legend).toHaveLength(255);
    expect(legend.at(-1)).toMatchObject({ color: crowdColor, labels: values.slice(0, 46) });
    expect(legend.at(-1)?.name).toContain('46 smallest labels');
  });

  it('merges the nearest colours where a view has more of them than a byte, and never one with nothing', () => {
    const colors = new Uint8ClampedArray(4 * 300);
    for (let code = 1; code < 300; code++) colors.set([code % 256, code >> 4, 128, 255], 4 * code);
    const { byteOf, lut } = colorBytes(colors);
    const squared = (first: Uint8ClampedArray, second: Uint8ClampedArray) =>
      first.reduce((sum, part, at) => sum + (part - second[at]) ** 2, 0);
    const colorOf = (code: number) => colors.subarray(4 * code, 4 * code + 4);
    for (let code = 0; code < 300; code++) {
      const shown = lut.subarray(4 * byteOf[code], 4 * byteOf[code] + 4);
      const all = Array.from({ length: 256 }, (_, other) => squared(colorOf(code), colorOf(other)));
      expect(squared(shown, colorOf(code))).toBe(Math.min(...all));
      expect(shown[3] === 0).toBe(code === 0);
    }
  });
});
