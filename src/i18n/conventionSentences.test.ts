import { describe, expect, test } from 'vitest';
import type { NamedConvention } from '../domain/conventions/convention';
import { conventionNamed } from '../domain/conventions/conventions';
import type { RuleApart } from '../domain/conventions/ruleApart';
import { ruleSentence } from './conventionSentences';
import { translator } from './translate';

const named = (name: string) => conventionNamed(name) as NamedConvention;
const [of2023, of2024, of2026, whole] = ['brats-2023-gli', 'brats-2024-gli', 'brats-2026-gli', 'nnunet'].map(
  named,
);
const one = { counts: of2023, count: 1, total: 2, otherCount: 0, otherTotal: 1, largestMm3: 1400 };

const sentences: [RuleApart, string][] = [
  [
    { rule: 'missed', ...one, ignores: of2026 },
    'A missed lesion of 1.40 mL enters as 0 under BraTS 2023 GLI and not at all under BraTS 2026 GLI.',
  ],
  [
    { rule: 'false', ...one, count: 30, largestMm3: 12, ignores: of2024 },
    '30 false lesions, the largest of 12.00 mm³, enter as 0 under BraTS 2023 GLI and not singly under',
  ],
  [{ rule: 'missed', ...one, ignores: whole }, 'and only with its voxels under nnU-Net.'],
  [
    { rule: 'false', ...one, count: 3, total: 4, otherCount: 1, otherTotal: 2, ignores: of2024 },
    'False lesions are 3 of the 4 that enter the mean under BraTS 2023 GLI, and 1 of 2 under BraTS 2024 GLI.',
  ],
  [
    { rule: 'small', ...one, count: 2, otherCount: 1, ignores: of2024 },
    'BraTS 2023 GLI counts 2 lesions, BraTS 2024 GLI 1',
  ],
  [{ rule: 'no-number', without: whole }, 'nnU-Net gives no number here.'],
  [{ rule: 'whole', lesionWise: of2026, whole }, 'nnU-Net scores the structure as one.'],
  [{ rule: 'joined' }, 'join and match lesions in different ways.'],
  [{ rule: 'same' }, 'Both conventions give the same number.'],
];

describe('why two conventions differ, in one sentence', () => {
  test.each(sentences)('%#', (apart, part) => {
    expect(ruleSentence(translator('en'), apart)).toContain(part);
    const inChinese = ruleSentence(translator('zh'), apart);
    expect(inChinese).toMatch(/。$/);
    expect(inChinese).not.toMatch(/\{\{/);
  });
});
