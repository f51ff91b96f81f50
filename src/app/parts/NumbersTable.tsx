import type { CSSProperties, ReactNode } from 'react';
import { ScrollX } from './ScrollX';

export interface NumbersColumn<Row> {
  key: string;
  head: ReactNode;
  /** What the column says; its cells show it, too, unless they have a hint of their own. */
  hint?: string;
  cell: (row: Row) => ReactNode;
  cellHint?: (row: Row) => string | undefined;
  /** Words begin at the left; numbers end at the right. */
  isText?: boolean;
  className?: string;
  style?: (row: Row) => CSSProperties;
}

interface NumbersTableProps<Row> {
  label?: string;
  className?: string;
  rows?: readonly Row[];
  keyOf: (row: Row) => string;
  /** The first one names the row. */
  columns: readonly [NumbersColumn<Row>, ...NumbersColumn<Row>[]];
  /** Rows under headings of their own, in place of `rows`. */
  groups?: readonly { title: string; rows: readonly Row[] }[];
  isSelected?: (row: Row) => boolean;
  rowClass?: (row: Row) => string | undefined;
  /** What stands in place of rows. */
  empty?: ReactNode;
  /** It never needs more room than it has. */
  isNarrow?: boolean;
}

/** Numbers under heads, one row a thing: the table of every screen. */
export function NumbersTable<Row>(props: NumbersTableProps<Row>) {
  const { label, className, columns, rows = [], groups = [{ title: '', rows }], empty, isNarrow } = props;
  const table = (
    <table className={className ? `numbers ${className}` : 'numbers'} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, head, hint, isText, className: own }) => (
            <th key={key} scope="col" title={hint} className={classOf(isText, own)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.title}>
          {group.title && (
            <tr className="reading">
              <th colSpan={columns.length} scope="rowgroup">
                {group.title}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <NumbersRow key={props.keyOf(row)} row={row} {...props} />
          ))}
          {empty && group.rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="text quiet">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
  return isNarrow ? table : <ScrollX>{table}</ScrollX>;
}

function NumbersRow<Row>({ row, columns, isSelected, rowClass }: NumbersTableProps<Row> & { row: Row }) {
  const [name, ...numbers] = columns;
  return (
    <tr className={rowClass?.(row)} aria-selected={isSelected?.(row)}>
      <th scope="row" title={name.cellHint?.(row)}>
        {name.cell(row)}
      </th>
      {numbers.map(({ key, cell, hint, cellHint, isText, className, style }) => (
        <td
          key={key}
          title={cellHint ? cellHint(row) : hint}
          className={classOf(isText, className)}
          style={style?.(row)}
        >
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

function classOf(isText = false, className = ''): string | undefined {
  return [isText && 'text', className].filter(Boolean).join(' ') || undefined;
}
