import { describe, expect, it } from 'vitest';
import type { VerdictSummary } from '../domain/caseReconstruction';
import { checkScheme } from '../domain/checkScheme';
import type { LabelScheme } from '../domain/labelScheme';
import { presetById } from '../domain/presets';
import type { ReconstructionCause } from '../domain/reconstruction';
import type { Language } from './languages';
import {
  causeText,
  labelText,
  renamingText,
  schemeFindingText,
  verdictSentences,
} from './reconstructionSentences';
import { translator } from './translate';

const { scheme } = presetById('nnunet-brats'); // class order 1, 2, 3
const en = translator('en');
const languages: Language[] = ['en', 'zh'];
const structure = { kind: 'label' as const, name: 'necrosis', labels: [2] };

const causes: ReconstructionCause[] = [
  { kind: 'class-order', regionsClassOrder: [2, 1, 3] },
  { kind: 'paint-sequence', regions: ['TC', 'WT', 'ET'] },
  { kind: 'region-order', regions: ['TC', 'WT', 'ET'] },
  { kind: 'labels-renamed', renamed: [{ from: 3, to: 4 }] },
  { kind: 'region-ignored', region: 'TC' },
  { kind: 'threshold', isCommon: true, thresholds: [{ region: 'WT', atLeast: 0.3, below: 0.302 }] },
  {
    kind: 'threshold',
    isCommon: false,
    thresholds: [
      { region: 'WT', atLeast: 0.3, below: 0.4 },
      { region: 'TC', atLeast: 0.5, below: 0.6 },
    ],
  },
  { kind: 'components-removed', structure, componentVoxels: [1200], keptComponents: 1, replacedBy: 0 },
  {
    kind: 'components-removed',
    structure: { kind: 'foreground', name: 'foreground', labels: [1, 2, 3] },
    componentVoxels: [9, 8, 7, 6, 5, 4],
    keptComponents: 1,
    replacedBy: 0,
  },
  { kind: 'holes-filled', structure, holeVoxels: [3, 2], filledWith: 2 },
  { kind: 'axes', axes: [0, 1, 2], flipped: [true, false, true] },
  { kind: 'axes', axes: [1, 0, 2], flipped: [false, false, false] },
  { kind: 'axes', axes: [1, 0, 2], flipped: [false, true, false] },
  { kind: 'softmax', channels: 4, hasBackground: true },
];

const summary = (changes: Partial<VerdictSummary>): VerdictSummary => ({
  verdict: 'identical',
  differingVoxels: 0,
  causes: [],
  nearest: null,
  ...changes,
});

describe('causeText', () => {
  it('says every cause in every language, with nothing left open', () => {
    for (const language of languages) {
      const said = causes.map((cause) => causeText(cause, scheme, translator(language)));
      expect(new Set(said).size).toBe(causes.length);
      for (const text of said) expect(text).not.toMatch(/\{\{|undefined|NaN|reconstruction\./);
    }
  });

  it('names both class orders, the wrong one first', () => {
    expect(causeText(causes[0], scheme, en)).toBe(
      'the regions were painted with regions_class_order [2, 1, 3] instead of [1, 2, 3]',
    );
  });

  it('says how large the removed components are, the largest five at most', () => {
    expect(causeText(causes[7], scheme, en)).toContain('1 component of necrosis (voxels: 1,200)');
    expect(causeText(causes[8], scheme, en)).toContain(
      '6 components of the whole foreground (voxels: 9, 8, 7, 6, 5, …)',
    );
  });
});

describe('verdictSentences', () => {
  it('states equality plainly, with the number of voxels where it is known', () => {
    const found = { voxels: 7_221_032, difference: null };
    expect(verdictSentences(summary({}), found, scheme, en)).toEqual([
      'Repainting the raw regions gives the saved map: identical in all 7,221,032 voxels.',
    ]);
    expect(verdictSentences(summary({}), null, scheme, en)).toHaveLength(1);
  });

  it('joins causes that explain equally by "or"', () => {
    const explained = summary({ verdict: 'explained', differingVoxels: 12, causes: causes.slice(0, 2) });
    const [lead, why] = verdictSentences(explained, null, scheme, en);
    expect(lead).toBe('Voxels that are not what the raw regions paint: 12.');
    expect(why).toContain(`[1, 2, 3] or the regions were painted in the sequence`);
  });

  it('never presents the nearest cause as an explanation', () => {
    const nearest = { cause: causes[4], differingVoxels: 3, explainedShare: 0.75 };
    const said = verdictSentences(
      summary({ verdict: 'unexplained', differingVoxels: 12, nearest }),
      null,
      scheme,
      en,
    );
    expect(said.join(' ')).toContain('No single cause explains them');
    expect(said.at(-1)).toBe(
      'Nearest, but no explanation: region TC was not painted – it would account for 75.0 % of them.',
    );
  });

  it('says where the differences lie', () => {
    const place = {
      voxels: 2,
      first: [1, 2, 3] as [number, number, number],
      last: [4, 5, 6] as [number, number, number],
      centre: [2, 3, 4] as [number, number, number],
    };
    const difference = { voxels: 100, differingVoxels: 2, table: { labels: [0], counts: [[0]] }, place };
    const explained = summary({ verdict: 'explained', differingVoxels: 2, causes: causes.slice(4, 5) });
    const said = verdictSentences(explained, { voxels: 100, difference }, scheme, en);
    expect(said[0]).toBe('2 of 100 voxels are not what the raw regions paint.');
    expect(said[1]).toBe('They lie in the box (1, 2, 3) – (4, 5, 6).');
  });
});

describe('schemeFindingText', () => {
  it('says every finding of broken schemes in every language', () => {
    const broken: LabelScheme[] = [
      { ...scheme, regionsClassOrder: [1, 2] },
      { ...scheme, regionsClassOrder: [3, 2, 1] },
      { ...scheme, regions: scheme.regions.toReversed() },
      { ...scheme, labels: [...scheme.labels, { value: 9, name: 'cavity' }] },
      {
        ...scheme,
        regions: [
          { name: 'A', labels: [1, 2] },
          { name: 'B', labels: [2, 3] },
        ],
        regionsClassOrder: [1, 2],
      },
    ];
    const kinds = new Set<string>();
    for (const candidate of broken) {
      for (const finding of checkScheme(candidate)) {
        kinds.add(finding.kind);
        for (const language of languages) {
          const text = schemeFindingText(finding, candidate, translator(language));
          expect(text).not.toMatch(/\{\{|undefined|reconstruction\./);
        }
      }
    }
    expect(kinds.size).toBeGreaterThanOrEqual(8);
  });
});

describe('names of labels and renamings', () => {
  it('names a label by value and name, the background as such, an unknown value alone', () => {
    expect(labelText(scheme, 0, en)).toBe('0 background');
    expect(labelText(scheme, scheme.labels[0].value, en)).toBe(
      `${scheme.labels[0].value} ${scheme.labels[0].name}`,
    );
    expect(labelText(scheme, 77, en)).toBe('77');
  });

  it('calls an exchange an exchange and anything else by its arrows', () => {
    const exchange = [
      { from: 1, to: 3 },
      { from: 3, to: 1 },
    ];
    expect(renamingText(exchange, en)).toBe('exchanging 1 and 3');
    const turn = [
      { from: 1, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 1 },
    ];
    expect(renamingText(turn, en)).toBe('reading 1 → 2, 2 → 3, 3 → 1');
  });
});
