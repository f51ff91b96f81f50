import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { openRow, selectRow } from '../../../actions/changeCohortView';
import { columnTitle } from '../../../derived/columnTexts';
import type { CohortView } from '../../../derived/useCohortView';
import { useSortedRows } from '../../../derived/useSortedRows';
import { type CohortColumn, isText } from '../../../domain/cohortColumn';
import { useTranslate } from '../../../i18n/translate';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { useFocusWhereNone } from '../../parts/useFocusWhereNone';
import { useTextWidth } from '../../parts/useTextWidth';
import { RowLine } from './RowLine';
import { TableFooter } from './TableFooter';
import { TableHead } from './TableHead';

const rowHeight = 27;
/** Widths in px; fixed, so that no column moves while rows come and go. */
const widths = { model: 115, number: 122, signed: 166, text: 130 };
/** Columns are as wide as the names in them, within bounds; beside a name stand its colour and the order. */
const caseWidths = { beside: 22, least: 90, most: 340 };
const numberWidths = { beside: 48, most: 300 };
/** In rem, as cohort.css has it. */
const textSize = 0.82;
const pageRows = 12;
const overscan = 8;

interface RowsTableProps {
  view: CohortView;
}

/** A row per case and model under a sticky head, above a sticky foot; only the rows in sight are drawn. */
export const RowsTable = memo(function RowsTable({ view }: RowsTableProps) {
  const { t } = useTranslate();
  const { scheme } = view;
  const groups = useDeferredValue(useCohortViewStore((facts) => facts.groups));
  const selected = useCohortViewStore((facts) => facts.selected);
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(
    () => view.allColumns.filter(({ group }) => groups.includes(group)),
    [view.allColumns, groups],
  );
  const sorted = useSortedRows(view.shown, columns);
  const lines = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan,
    useFlushSync: false,
  });
  const textWidth = useTextWidth(textSize);
  const caseWidth = useMemo(() => {
    const { beside, least, most } = caseWidths;
    const longest = textWidth(view.rows.map(({ caseId }) => caseId));
    return Math.min(most, Math.max(least, beside + longest));
  }, [view.rows, textWidth]);
  const columnWidths = useMemo(
    () => columns.map((column) => widthOf(column, textWidth([columnTitle(column, t).of]))),
    [columns, textWidth, t],
  );
  const place = sorted.findIndex(({ key }) => key === selected);
  const grid = useRef<HTMLTableElement>(null);
  useFocusWhereNone(grid);
  const isInSight = useRef(false);
  useEffect(() => {
    // A row chosen here is in sight already; one chosen in a chart, or before one came back, is brought there.
    if (place >= 0 && !isInSight.current) lines.scrollToIndex(place, { align: 'center' });
    isInSight.current = false;
  }, [place, lines]);
  const move = (to: number) => {
    const next = Math.min(sorted.length - 1, Math.max(0, to));
    if (!sorted[next]) return;
    isInSight.current = true;
    selectRow(sorted[next].key);
    lines.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The select of models below has keys of its own.
    if (event.target instanceof HTMLInputElement) return;
    const steps: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place < 0 ? 0 : place - 1,
      PageDown: place + pageRows,
      PageUp: place - pageRows,
      Home: 0,
      End: sorted.length - 1,
    };
    if (event.key === 'Enter' && place >= 0 && event.target === event.currentTarget)
      openRow(sorted[place].key);
    else if (event.key in steps) move(steps[event.key]);
    else return;
    event.preventDefault();
  };
  const drawn = lines.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = lines.getTotalSize() - (drawn[drawn.length - 1]?.end ?? 0);
  const width = columns.length + 2;
  return (
    <div ref={box} className="rows-box">
      <table
        ref={grid}
        className="rows-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through its rows.
        role="grid"
        aria-label={t('cohort.table')}
        aria-rowcount={sorted.length}
        tabIndex={0}
        style={
          {
            width: columnWidths.reduce((sum, each) => sum + each, caseWidth + widths.model),
            '--case-width': `${caseWidth}px`,
            '--names-width': `${caseWidth + widths.model}px`,
          } as CSSProperties
        }
        aria-activedescendant={selected === null ? undefined : rowId(selected)}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col style={{ width: caseWidth }} />
          <col style={{ width: widths.model }} />
          {columns.map((column, index) => (
            <col key={column.id} style={{ width: columnWidths[index] }} />
          ))}
        </colgroup>
        <TableHead columns={columns} scheme={scheme} />
        <tbody>
          <Spacer height={above} columns={width} />
          {drawn.map(({ index }) => (
            <RowLine
              key={sorted[index].key}
              id={rowId(sorted[index].key)}
              row={sorted[index]}
              index={index}
              columns={columns}
              scheme={scheme}
              t={t}
              isSelected={sorted[index].key === selected}
            />
          ))}
          <Spacer height={below} columns={width} />
          {sorted.length === 0 && (
            <tr>
              <td colSpan={width} className="text quiet">
                {t('cohort.noRows')}
              </td>
            </tr>
          )}
        </tbody>
        <TableFooter view={view} columns={columns} />
      </table>
    </div>
  );
});

function widthOf(column: CohortColumn, nameWidth: number): number {
  if (isText(column)) return widths.text;
  const least = column.pair ? widths.signed : widths.number;
  return Math.min(numberWidths.most, Math.max(least, numberWidths.beside + nameWidth));
}

function rowId(key: string): string {
  return `row ${key.replace('\n', ' ')}`.replaceAll(/\s+/g, '_');
}

/** Keeps the place of the rows that are out of sight. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="spacer">
      <td className="nothing" colSpan={columns} style={{ height }} />
    </tr>
  );
}
