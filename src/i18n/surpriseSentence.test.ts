import { expect, test } from 'vitest';
import type { Structure } from '../domain/labelScheme';
import type { SurpriseReason } from '../domain/triage';
import { surpriseSentence } from './surpriseSentence';
import { translator } from './translate';

const region: Structure = { kind: 'region', name: 'core region', labels: [1, 2] };
const label: Structure = { kind: 'label', name: 'rim', labels: [1] };

test.each<[SurpriseReason, string]>([
  [
    { kind: 'failed', model: 'M', problem: { code: 'empty-file', file: 'a.nii.gz', facts: {} } },
    'M: could not be scored. The file is empty.',
  ],
  [
    { kind: 'unexplained-map', model: 'M' },
    'M: the saved label map is not what its regions paint, and no known cause accounts for it.',
  ],
  [{ kind: 'geometry', model: 'M', count: 1 }, 'M: the headers of reference and prediction do not agree.'],
  [
    {
      kind: 'below-volume',
      model: 'M',
      structure: label,
      dice: 0.4,
      expectedDice: 0.81,
      size: 12,
      dimensions: 3,
    },
    'M: rim scores 0.400; at 12.00 mL and the usual accuracy it would be near 0.810.',
  ],
  [
    { kind: 'hallucinated', model: 'M', structure: label, size: 0.5, dimensions: 2 },
    'M: 0.50 cm² of rim where the reference holds none.',
  ],
  [
    { kind: 'unexplained-gap', model: 'M', pair: { region, label }, gap: 0.3, accuracyPart: 0.2 },
    'M: rim scores 0.300 below core region; 0.200 of that is a contour that really is less accurate, not size and shape.',
  ],
  [
    { kind: 'models-disagree', structure: label, better: 'A', worse: 'B', betterDice: 0.9, worseDice: 0.5 },
    'A and B disagree on rim: 0.900 against 0.500.',
  ],
])('words %j', (reason, expected) => {
  expect(surpriseSentence(reason, translator('en'))).toBe(expected);
  const chinese = surpriseSentence(reason, translator('zh'));
  expect(chinese).toMatch(/[\u4e00-\u9fff]/);
  expect(chinese).not.toContain('{{');
});
