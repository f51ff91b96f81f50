import { describe, expect, test } from 'vitest';
import { translator } from '../i18n/translate';
import { type MethodsFacts, methodsParagraph } from './methodsParagraph';

const facts: MethodsFacts = {
  producer: 'RegionLens 0.1.0',
  scheme: {
    name: 'two',
    labels: [
      { value: 1, name: 'rim' },
      { value: 2, name: 'core' },
    ],
    regions: [
      { name: 'whole', labels: [1, 2] },
      { name: 'inner', labels: [2] },
    ],
    regionsClassOrder: [1, 2],
    ignoreLabel: null,
  },
  profile: 'nnunet',
  lesionProfile: 'gli-2023',
  tauMm: null,
  models: ['unet', 'former'],
  caseCount: 12,
  pairCount: 24,
  excludedCount: 0,
  reorientedCount: 0,
  flatCount: 0,
  headersApartCount: 0,
  hasSurfaces: true,
  hasLesions: true,
  hasDistances: true,
  reconstructionCount: 0,
  statistics: { confidence: 0.95, resamples: 2000, seed: 1 },
};

const en = translator('en');
const paragraph = (change: Partial<MethodsFacts> = {}) => methodsParagraph({ ...facts, ...change }, en);

/** A change of one setting, what the paragraph then says, and what it said before. */
const changes: [string, Partial<MethodsFacts>, string, string | null][] = [
  ['the version', { producer: 'RegionLens 9.9' }, 'with RegionLens 9.9', 'RegionLens 0.1.0'],
  ['the models', { models: ['other'] }, 'Predictions of other were', 'unet, former'],
  ['the cases', { caseCount: 13 }, 'cases: 13', 'cases: 12'],
  ['the predictions', { pairCount: 25 }, 'predictions: 25)', 'predictions: 24)'],
  ['the scheme', { scheme: { ...facts.scheme, name: 'three' } }, 'label scheme “three”', '“two”'],
  [
    'the labels',
    { scheme: { ...facts.scheme, labels: [{ value: 4, name: 'cyst' }] } },
    'The labels were 4 cyst',
    '1 rim',
  ],
  [
    'the order of the regions',
    { scheme: { ...facts.scheme, regions: facts.scheme.regions.toReversed() } },
    'were inner (2), whole (1, 2);',
    'whole (1, 2), inner (2)',
  ],
  [
    'the class order',
    { scheme: { ...facts.scheme, regionsClassOrder: [2, 1] } },
    'the values 2, 1 (regions_class_order)',
    'the values 1, 2',
  ],
  [
    'the ignore label',
    { scheme: { ...facts.scheme, ignoreLabel: 7 } },
    'Voxels whose reference has the value 7 were ignored.',
    null,
  ],
  [
    'a scheme without regions',
    { scheme: { ...facts.scheme, regions: [], regionsClassOrder: [] } },
    'declares no regions',
    'The gap of a region',
  ],
  [
    'the convention, 2023',
    { profile: 'brats-2023' },
    'followed BraTS 2023: a structure in neither map scores Dice 1 and HD95 0 mm, one in only one of them Dice 0 and HD95 374 mm',
    'followed nnU-Net',
  ],
  ['the convention, 2021', { profile: 'brats-legacy' }, 'HD95 373.12866 mm', 'followed nnU-Net'],
  ['τ', { tauMm: 2.5 }, 'a tolerance of 2.50 mm', 'the largest voxel edge'],
  [
    'the lesion profile',
    { lesionProfile: 'met-2023' },
    'BraTS met-2023: components by 26-connectivity, reference lesions merged where their 1-voxel dilations touch, those of at most 2 mm³',
    'gli-2023',
  ],
  ['no surfaces', { hasSurfaces: false }, 'Overlap', 'Surface distances'],
  ['no lesions', { hasLesions: false }, 'Overlap', 'Lesion-wise'],
  ['no contour shifts', { hasDistances: false }, 'relieved errors', 'equivalent contour shift'],
  ['one excluded case', { excludedCount: 1 }, '1 case was excluded by hand.', null],
  ['excluded cases', { excludedCount: 3 }, '3 cases were excluded by hand.', null],
  ['reoriented files', { reorientedCount: 2 }, '2 predictions were first reoriented', null],
  ['contradicting headers', { headersApartCount: 4 }, 'For 4 predictions whose headers contradicted', null],
  ['checked reconstructions', { reconstructionCount: 5 }, 'label maps of 5 predictions', null],
  [
    'the confidence',
    { statistics: { ...facts.statistics, confidence: 0.9 } },
    '90 % percentile bootstrap',
    '95 %',
  ],
  ['the resamples', { statistics: { ...facts.statistics, resamples: 500 } }, '(500 resamples', '2,000'],
  ['the seed', { statistics: { ...facts.statistics, seed: 42 } }, 'seed 42', 'seed 1)'],
];

describe('the methods paragraph', () => {
  test.each(changes)('names %s, and only when it is so', (_, change, now, before) => {
    expect(paragraph(change)).toContain(now);
    if (before === null) expect(paragraph()).not.toContain(now);
    else {
      expect(paragraph()).toContain(before);
      expect(paragraph(change)).not.toContain(before);
    }
  });

  test('is one paragraph without gaps in either language', () => {
    for (const language of ['en', 'zh'] as const) {
      const text = methodsParagraph({ ...facts, excludedCount: 2 }, translator(language));
      expect(text).not.toMatch(/\n|\{\{|undefined|NaN| {2}/);
    }
    expect(methodsParagraph(facts, translator('zh'))).toContain('使用 RegionLens 0.1.0 评估了 unet、former');
  });
});
