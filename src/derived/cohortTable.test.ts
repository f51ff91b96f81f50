import { describe, expect, test } from 'vitest';
import { emptyFilter, type RowFilter } from '../domain/rowFilter';
import { cellOf, numberIn } from './cellOf';
import { cohortColumns } from './cohortColumns';
import { filterRows } from './filterRows';
import { coreRow, rimAndCore } from './testRows';

const columns = cohortColumns(rimAndCore, ['site']);
const column = (id: string) => {
  const found = columns.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
};

describe('the columns of the cohort table', () => {
  test('have ids of their own', () => {
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  });

  test('hold the Dice of regions and labels, and parts that add up to the gap', () => {
    const row = coreRow('one', 'm', { size: 100, hits: 80, extra: 30 });
    expect(numberIn(row, column('region:1,2/dice'))).toBeCloseTo((2 * 330 - 20) / (2 * 330 - 20 + 20), 2);
    expect(numberIn(row, column('label:2/dice'))).toBeCloseTo(160 / (160 + 30 + 20), 12);
    const parts = ['volumeEffect', 'accumulatedError', 'relief'].map((part) =>
      numberIn(row, column(`1,2>1/${part}`)),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(numberIn(row, column('1,2>1/gap')), 12);
  });

  test('say why a number does not exist', () => {
    const empty = coreRow('none', 'm', { size: 0 });
    expect(cellOf(empty, column('label:2/dice'))).toEqual({ value: Number.NaN, reason: 'both-empty' });
    expect(cellOf(empty, column('2>2/gap')).reason).toBe('both-empty');
    expect(cellOf(empty, column('label:1/hd95Mm')).reason).toBe('not-computed');
    expect(cellOf(empty, column('1,2>1/shapePart')).reason).toBe('not-computed');
    expect(cellOf(empty, column('region:1,2/lesionDice')).reason).toBe('not-computed');
    expect(cellOf({ ...empty, scores: null }, column('label:1/dice'))).toEqual({
      value: Number.NaN,
      reason: null,
    });
  });
});

describe('the filter', () => {
  const rows = [
    coreRow('good', 'first', { hits: 100 }, { attributes: { site: 'Basel' } }),
    coreRow('half', 'second', { hits: 50 }, { annotation: { mark: 'ok', note: 'blurred' } }),
    coreRow('missed', 'first', { hits: 0 }),
    coreRow('extra', 'first', { size: 0, extra: 9 }),
    coreRow('absent', 'second', { size: 0 }),
    coreRow(
      'failed',
      'first',
      {},
      {
        scores: null,
        problem: { code: 'empty-file', file: 'x', facts: {} },
      },
    ),
  ];
  const shown = (filter: Partial<RowFilter>) =>
    filterRows(rows, { ...emptyFilter, ...filter }, columns).map(({ caseId }) => caseId);

  test.each<[string, Partial<RowFilter>, string[]]>([
    ['nothing keeps every row', {}, ['good', 'half', 'missed', 'extra', 'absent', 'failed']],
    ['text finds case names', { text: ' GOO ' }, ['good']],
    ['text finds notes', { text: 'blur' }, ['half']],
    ['text finds attributes', { text: 'basel' }, ['good']],
    ['a model', { model: 'second' }, ['half', 'absent']],
    ['an attribute', { attributes: { site: 'Basel' } }, ['good']],
    ['structures in neither map', { condition: 'both-empty' }, ['absent']],
    ['missed structures', { condition: 'missed' }, ['missed']],
    ['hallucinated structures', { condition: 'hallucinated' }, ['extra']],
    ['failures', { condition: 'failed' }, ['failed']],
    ['marks', { condition: 'marked' }, ['half']],
    [
      'a range, which a missing number is never in',
      { ranges: { 'label:2/dice': { min: null, max: 0.7 } } },
      ['half', 'missed', 'extra'],
    ],
    ['both ends of a range belong to it', { ranges: { 'label:2/dice': { min: 1, max: 1 } } }, ['good']],
    [
      'a range of an unknown column says nothing',
      { text: 'half', ranges: { gone: { min: 9, max: 9 } } },
      ['half'],
    ],
  ])('%s', (_, filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });
});
