import { expect, test } from 'vitest';
import { findingsOf } from '../derived/caseFindings';
import type { StructureFindings } from '../domain/caseFindings';
import type { LabelScheme } from '../domain/labelScheme';
import type { AnswerResult } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { sceneFactLines } from './sceneFactLines';
import { translator } from './translate';

const scheme: LabelScheme = {
  name: '',
  labels: [
    { value: 1, name: 'rim' },
    { value: 2, name: 'core' },
  ],
  regions: [{ name: 'whole', labels: [1, 2] }],
  regionsClassOrder: [1],
  ignoreLabel: null,
};
const result: AnswerResult = {
  caseId: 'one',
  model: 'unet',
  reference: { file: 'r', bytes: 1 },
  prediction: { file: 'p', bytes: 1 },
  shape: [10, 10, 10],
  spacingMm: [5, 10, 20],
  warnings: [],
  confusion: {
    labels: [0, 1, 2],
    counts: [
      [900, 4, 3],
      [2, 50, 1],
      [5, 0, 35],
    ],
  },
};
const scores = caseScores(result, scheme, { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null });

test('says volumes in mL first and Dice last, and leaves out what is not measured', () => {
  const findings = findingsOf(scores, 'region:1,2')!;
  expect(sceneFactLines(findings, translator('en')).map(({ name, value }) => `${name} ${value}`)).toEqual([
    'Reference 93.00 mL',
    'Prediction 93.00 mL',
    'Missed 7.00 mL',
    'Extra 7.00 mL',
    'Dice 0.925',
  ]);
  expect(findings.gap?.pair.label.name).toBe('rim');
});

test('says lesions and the outline in mm once they are measured, in both languages', () => {
  const findings = findingsOf(scores, 'label:2')!;
  const measured: StructureFindings = {
    ...findings,
    lesions: {
      found: 2,
      barelyFound: 0,
      missed: 1,
      extra: 0,
      leftOut: null,
      thresholdMm3: 50,
      largestMissed: null,
      largestExtra: null,
    },
    contour: {
      shiftMm: { value: 1.234, reason: null },
      hd95Mm: { value: 3, reason: null },
      isWithinVoxel: true,
    },
  };
  const lines = sceneFactLines(measured, translator('en')).slice(4, 6);
  expect(lines.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Lesions: 2 found · 1 missed · 0 extra',
    'Contour off by: 1.23 mm',
  ]);
  expect(sceneFactLines(measured, translator('zh'))[4].value).toBe('检出 2 · 漏检 1 · 假阳性 0');
  expect(findings.gap).toBeNull();
});

test('a structure that the scheme does not have gives way to its first', () => {
  expect(findingsOf(scores, 'label:9')?.structure.name).toBe('whole');
});
