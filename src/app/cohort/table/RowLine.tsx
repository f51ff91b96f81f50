import { type CSSProperties, memo } from 'react';
import { openRow, selectRow } from '../../../actions/changeCohortView';
import { openGap } from '../../../actions/openGap';
import { cellOf } from '../../../derived/cellOf';
import { barOf, columnColor, formatOf } from '../../../derived/columnTexts';
import { textIn } from '../../../derived/textIn';
import { type CohortColumn, isText } from '../../../domain/cohortColumn';
import { type CohortRow, isExcluded } from '../../../domain/cohortRow';
import type { LabelScheme } from '../../../domain/labelScheme';
import { noNumberText } from '../../../i18n/noNumberText';
import type { Translate } from '../../../i18n/translate';
import { ReconstructionVerdict } from '../../parts/ReconstructionVerdict';

interface RowLineProps {
  id: string;
  row: CohortRow;
  index: number;
  columns: readonly CohortColumn[];
  scheme: LabelScheme;
  /** Given, since a row that follows the language itself would cost more than the row while scrolling. */
  t: Translate;
  isSelected: boolean;
}

/** One case of one model: its numbers, or what went wrong in one line. */
export const RowLine = memo(function RowLine(props: RowLineProps) {
  const { id, row, index, columns, scheme, t, isSelected } = props;
  return (
    <tr
      id={id}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      className={isExcluded(row) ? 'row excluded' : 'row'}
      onClick={() => selectRow(row.key)}
    >
      <th scope="row">
        <button
          type="button"
          className="plain case-link cut-start"
          title={row.caseId}
          onClick={() => openRow(row.key)}
        >
          <bdi>{row.caseId}</bdi>
        </button>
      </th>
      <td className="text" title={row.model}>
        {row.model}
      </td>
      {row.scores ? (
        columns.map((column) =>
          column.quantity === 'verdict' ? (
            <td key={column.id} className="text">
              <ReconstructionVerdict caseId={row.caseId} model={row.model} />
            </td>
          ) : isText(column) ? (
            <td key={column.id} className="text" title={textIn(row, column, t)}>
              {textIn(row, column, t)}
            </td>
          ) : (
            <NumberCell key={column.id} row={row} column={column} scheme={scheme} t={t} />
          ),
        )
      ) : (
        <td colSpan={columns.length} className="text quiet">
          {row.problem ? (
            <span className="failed" title={t(`errors.${row.problem.code}`, row.problem.facts)}>
              {t('app.failed')} · {t(`errors.${row.problem.code}`, row.problem.facts)} {row.problem.file}
            </span>
          ) : (
            t('app.waiting')
          )}
        </td>
      )}
    </tr>
  );
});

interface NumberCellProps {
  row: CohortRow;
  column: CohortColumn;
  scheme: LabelScheme;
  t: Translate;
}

function NumberCell({ row, column, scheme, t }: NumberCellProps) {
  const { value, reason } = cellOf(row, column);
  const { pair } = column;
  if (Number.isNaN(value)) {
    const why = noNumberText(reason, t);
    return (
      <td className="missing" title={why}>
        –<span className="visually-hidden"> ({why})</span>
      </td>
    );
  }
  const bar = barOf(column, value);
  const style = bar
    ? {
        '--from': `${bar[0].toFixed(1)}%`,
        '--to': `${bar[1].toFixed(1)}%`,
        '--hue': columnColor(column, scheme) ?? 'var(--quiet)',
      }
    : undefined;
  return (
    <td className={bar ? 'bar' : undefined} style={style as CSSProperties}>
      {pair ? (
        <button
          type="button"
          className="plain"
          title={t('gap.openAnswer', { region: pair.region.name, label: pair.label.name })}
          onClick={() => openGap(row.key, pair)}
        >
          {formatOf(column)(value)}
        </button>
      ) : (
        formatOf(column)(value)
      )}
    </td>
  );
}
