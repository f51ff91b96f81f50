import type { CohortColumn } from '../domain/cohortColumn';
import { type CohortRow, emptyStateOf } from '../domain/cohortRow';
import { ownValue } from '../domain/ownValue';
import type { RowCondition, RowFilter, ValueRange } from '../domain/rowFilter';
import { numberIn } from './cellOf';

/** The rows that meet every part of the filter, in their order; ranges of unknown columns are passed over. */
export function filterRows(
  rows: readonly CohortRow[],
  filter: RowFilter,
  columns: readonly CohortColumn[],
): CohortRow[] {
  const text = filter.text.trim().toLowerCase();
  const ranges = Object.entries(filter.ranges).flatMap(([id, range]) => {
    const column = columns.find((candidate) => candidate.id === id);
    return column ? [{ column, range }] : [];
  });
  const attributes = Object.entries(filter.attributes);
  return rows.filter(
    (row) =>
      (text === '' || textsOf(row).some((part) => part.toLowerCase().includes(text))) &&
      (filter.model === null || row.model === filter.model) &&
      (filter.condition === null || meets(row, filter.condition)) &&
      (!filter.verdict || row.verdict === filter.verdict) &&
      attributes.every(([name, value]) => (ownValue(row.attributes, name) ?? '') === value) &&
      ranges.every(({ column, range }) => isWithin(numberIn(row, column), range)),
  );
}

function textsOf(row: CohortRow): string[] {
  return [row.caseId, row.model, row.annotation.note, ...Object.values(row.attributes)];
}

/** Empty states hold where any structure of the row is in that state. */
function meets({ scores, problem, annotation }: CohortRow, condition: RowCondition): boolean {
  if (condition === 'failed') return problem !== null;
  if (condition === 'marked') return annotation.mark !== null;
  if (!scores) return false;
  if (condition === 'warnings') return scores.result.warnings.length > 0;
  return scores.structures.some(({ overlap }) => emptyStateOf(overlap) === condition);
}

/** False for NaN. */
function isWithin(value: number, { min, max }: ValueRange): boolean {
  return value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
}
