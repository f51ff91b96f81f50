import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useDeferredValue, useMemo } from 'react';
import { type CohortColumn, isText } from '../../domain/cohortColumn';
import type { CohortRow } from '../../domain/cohortRow';
import { useTranslate } from '../../i18n/translate';
import { numberIn } from '../../kernels/cohort/cellOf';
import { useCohortViewStore } from '../../stores/cohortViewStore';
import { textIn } from './textIn';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});

const inNames = new Intl.Collator(undefined, { numeric: true }).compare;

/** Case 2 before case 10; numbers in texts, such as attributes, by their size. */
export function byName(first: string, second: string): number {
  const difference = Number(first) - Number(second);
  return Number.isNaN(difference) ? inNames(first, second) : difference;
}

type Definition = ColumnDef<typeof features, CohortRow>;

const natural: Exclude<Definition['sortFn'], string | undefined> = (first, second, id) =>
  byName(first.getValue(id), second.getValue(id));

/** The rows in the chosen order; a number that does not exist stands last either way. */
export function useSortedRows(rows: CohortRow[], columns: readonly CohortColumn[]) {
  const { t } = useTranslate();
  const sorting = useDeferredValue(useCohortViewStore((view) => view.sorting));
  const definitions = useMemo((): Definition[] => {
    const own = columns.map(
      (column): Definition => ({
        id: column.id,
        accessorFn: (row) =>
          isText(column) ? textIn(row, column, t) || undefined : defined(numberIn(row, column)),
        sortFn: isText(column) ? natural : 'basic',
        sortUndefined: 'last',
        sortDescFirst: false,
      }),
    );
    return [
      { id: 'case', accessorFn: (row) => row.caseId, sortFn: natural },
      { id: 'model', accessorFn: (row) => row.model, sortFn: natural },
      ...own,
    ];
  }, [columns, t]);
  // The library sorts anew for other data alone: columns that come back would be sorted as they were.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const data = useMemo(() => [...rows], [rows, definitions]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: (row) => row.key,
    state: { sorting },
  });
  return table.getRowModel().rows;
}

function defined(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
