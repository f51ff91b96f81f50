import { expect, test } from 'vitest';
import { byName } from './useSortedRows';

test('names are sorted by the numbers in them, and numbers by their size', () => {
  const sorted = (texts: string[]) => texts.toSorted(byName);
  expect(sorted(['case_10', 'case_2', 'case_1'])).toEqual(['case_1', 'case_2', 'case_10']);
  expect(sorted(['12.5', '-1', '0.25', '3', '-10', '0.125', '0.5', '12.25'])).toEqual([
    '-10',
    '-1',
    '0.125',
    '0.25',
    '0.5',
    '3',
    '12.25',
    '12.5',
  ]);
});
