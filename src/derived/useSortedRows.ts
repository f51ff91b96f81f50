import { useDeferredValue, useMemo } from 'react';
import { type CohortColumn, isText } from '../domain/cohortColumn';
import type { CohortRow } from '../domain/cohortRow';
import { type Translate, useTranslate } from '../i18n/translate';
import { useCohortViewStore } from '../stores/cohortViewStore';
import { numberIn } from './cellOf';
import { textIn } from './textIn';

const inNames = new Intl.Collator(undefined, { numeric: true }).compare;

/** Case 2 before case 10; numbers in texts, such as attributes, by their size. */
export function byName(first: string, second: string): number {
  const difference = Number(first) - Number(second);
  return Number.isNaN(difference) ? inNames(first, second) : difference;
}

/** What rows are sorted by: a number a row, NaN where there is none. */
export interface RowOrder {
  values: readonly number[];
  isDescending: boolean;
}

/** The rows in the chosen order; what has no number or word stands last either way. */
export function useSortedRows(rows: CohortRow[], columns: readonly CohortColumn[]): CohortRow[] {
  const { t } = useTranslate();
  const sorting = useDeferredValue(useCohortViewStore((view) => view.sorting));
  return useMemo(() => {
    const orders = sorting.flatMap(({ id, desc }) => {
      const values = valuesOf(rows, id, columns, t);
      return values ? [{ values, isDescending: desc }] : [];
    });
    return inOrder(rows, orders);
  }, [rows, columns, sorting, t]);
}

/** The items by the first order, those that are equal by the next, and at last as they came. */
export function inOrder<Item>(items: Item[], orders: readonly RowOrder[]): Item[] {
  if (orders.length === 0) return items;
  const compare = (first: number, second: number) => {
    for (const { values, isDescending } of orders) {
      const [one, other] = [values[first], values[second]];
      if (one === other) continue;
      if (Number.isNaN(one) && Number.isNaN(other)) continue;
      if (Number.isNaN(one)) return 1;
      if (Number.isNaN(other)) return -1;
      return isDescending ? other - one : one - other;
    }
    return first - second;
  };
  return [...items.keys()].sort(compare).map((place) => items[place]);
}

/** Words as their places among all words of the column: each is compared once, not once for every two rows. */
export function placesOf(words: readonly string[]): number[] {
  const places = new Map<string, number>([['', Number.NaN]]);
  const sorted = [...new Set(words)].filter((word) => word !== '').sort(byName);
  sorted.forEach((word, index) => {
    const before = sorted[index - 1];
    const isSame = index > 0 && byName(before, word) === 0;
    places.set(word, isSame ? (places.get(before) ?? index) : index);
  });
  return words.map((word) => places.get(word) ?? Number.NaN);
}

function valuesOf(
  rows: readonly CohortRow[],
  id: string,
  columns: readonly CohortColumn[],
  t: Translate,
): number[] | null {
  if (id === 'case') return placesOf(rows.map(({ caseId }) => caseId));
  if (id === 'model') return placesOf(rows.map(({ model }) => model));
  const column = columns.find((candidate) => candidate.id === id);
  if (!column) return null;
  return isText(column)
    ? placesOf(rows.map((row) => textIn(row, column, t)))
    : rows.map((row) => numberIn(row, column));
}
