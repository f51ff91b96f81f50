import { memo, type ReactNode } from 'react';
import { toggleSort } from '../../../actions/changeCohortView';
import { columnColor, columnTitle, groupTitles } from '../../../derived/columnTexts';
import { type CohortColumn, type ColumnGroup, isText } from '../../../domain/cohortColumn';
import type { LabelScheme } from '../../../domain/labelScheme';
import { useTranslate } from '../../../i18n/translate';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { Swatch } from '../../parts/Swatch';

interface TableHeadProps {
  columns: readonly CohortColumn[];
  scheme: LabelScheme;
}

/** Groups over columns; a column is chosen to sort by it, with Shift to sort by several. */
export const TableHead = memo(function TableHead({ columns, scheme }: TableHeadProps) {
  const { t } = useTranslate();
  return (
    <thead>
      <tr>
        <SortedHead id="case" rowSpan={2}>
          {t('words.case')} <SortMark id="case" />
        </SortedHead>
        <SortedHead id="model" rowSpan={2}>
          {t('words.model')} <SortMark id="model" />
        </SortedHead>
        {groupsOf(columns).map(({ group, count }) => (
          <th key={group} colSpan={count} scope="colgroup" className="group">
            <span className="group-name">{t(groupTitles[group])}</span>
          </th>
        ))}
      </tr>
      <tr>
        {columns.map((column) => {
          const title = columnTitle(column, t);
          const color = columnColor(column, scheme);
          return (
            <SortedHead key={column.id} id={column.id} className={isText(column) ? 'text' : undefined}>
              <span className="head-of" title={title.of}>
                <SortMark id={column.id} /> {color && <Swatch color={color} />} {title.of}
              </span>
              {title.quantity && <span className="head-quantity">{title.quantity}</span>}
            </SortedHead>
          );
        })}
      </tr>
    </thead>
  );
});

interface SortedHeadProps {
  id: string;
  className?: string;
  rowSpan?: number;
  children: ReactNode;
}

function SortedHead({ id, className, rowSpan, children }: SortedHeadProps) {
  const { t } = useTranslate();
  const { direction } = useSortOf(id);
  return (
    <th scope="col" className={className} rowSpan={rowSpan} aria-sort={direction}>
      <button
        type="button"
        className="plain sort"
        title={t('cohort.sortHint')}
        onClick={(event) => toggleSort(id, event.shiftKey)}
      >
        {children}
      </button>
    </th>
  );
}

/** Which way a column is sorted by, and as which of several. */
function useSortOf(id: string): { direction?: 'ascending' | 'descending'; place: number | null } {
  const sorting = useCohortViewStore((view) => view.sorting);
  const place = sorting.findIndex((sort) => sort.id === id);
  if (place < 0) return { place: null };
  return {
    direction: sorting[place].desc ? 'descending' : 'ascending',
    place: sorting.length > 1 ? place + 1 : null,
  };
}

function SortMark({ id }: { id: string }) {
  const { direction, place } = useSortOf(id);
  if (!direction) return null;
  return (
    <span className="sort-mark" aria-hidden="true">
      {direction === 'ascending' ? '↑' : '↓'}
      {place !== null && <sub>{place}</sub>}
    </span>
  );
}

function groupsOf(columns: readonly CohortColumn[]): { group: ColumnGroup; count: number }[] {
  const groups: { group: ColumnGroup; count: number }[] = [];
  for (const { group } of columns) {
    const last = groups[groups.length - 1];
    if (last?.group === group) last.count++;
    else groups.push({ group, count: 1 });
  }
  return groups;
}
