import { Select } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { meanIntervals } from '../../../actions/cohortStatistics';
import { openMeanGap } from '../../../actions/openGap';
import { numberIn } from '../../../derived/cellOf';
import { excludedText, formatOf } from '../../../derived/columnTexts';
import { ledgerOf } from '../../../derived/ledger';
import { useBeside } from '../../../derived/useBeside';
import type { CohortView } from '../../../derived/useCohortView';
import { useUnchanged } from '../../../derived/useUnchanged';
import { type CohortColumn, isText } from '../../../domain/cohortColumn';
import { type CohortRow, isExcluded } from '../../../domain/cohortRow';
import type { Interval } from '../../../domain/interval';
import type { Pair } from '../../../domain/labelScheme';
import type { Convention } from '../../../domain/results';
import { structureIn } from '../../../domain/scoresIn';
import { summarise } from '../../../domain/summarise';
import { type Translate, useTranslate } from '../../../i18n/translate';

interface TableFooterProps {
  view: CohortView;
  columns: readonly CohortColumn[];
}

/** Of more models than these, one is chosen: the rows above keep their place. */
const mostModels = 2;

/** Mean with its interval, median with quartiles and the cases behind them, of the rows shown by model. */
export const TableFooter = memo(function TableFooter({ view, columns }: TableFooterProps) {
  const { t } = useTranslate();
  const [chosen, choose] = useState<string | null>(null);
  const models = useMemo(
    () => view.cohort.models.filter((model) => view.shown.some((row) => row.model === model)),
    [view],
  );
  const isOne = models.length > mostModels;
  const one = chosen !== null && models.includes(chosen) ? chosen : models[0];
  const shownModels = useMemo(() => (isOne ? [one] : models), [isOne, one, models]);
  const countedRows = useMemo(
    () => shownModels.map((model) => view.counted.filter((row) => row.model === model)),
    [shownModels, view.counted],
  );
  const numbers = useMemo(
    () =>
      countedRows.map((rows) =>
        columns.map((column) => (isText(column) ? [] : rows.map((row) => numberIn(row, column)))),
      ),
    [countedRows, columns],
  );
  const flat = useUnchanged(useMemo(() => numbers.flat(), [numbers]));
  const { now: intervals } = useBeside(flat, meanIntervals);
  const summaries = useMemo(() => numbers.map((byColumn) => byColumn.map(summarise)), [numbers]);
  const ledgers = useMemo(
    () =>
      countedRows.map((rows, place) => {
        const model = shownModels[place];
        const excluded = view.shown.filter((row) => row.model === model && isExcluded(row)).length;
        const out = excludedText(excluded, t);
        return columns.map((column, index) => {
          if (column.quantity === 'dice') return ledgerText(rows, column, view.convention, t) + out;
          return t('cohort.usedOf', { used: summaries[place][index].count, total: rows.length }) + out;
        });
      }),
    [countedRows, shownModels, columns, view, summaries, t],
  );
  return (
    <tfoot aria-label={t('cohort.footer')} title={t('cohort.footerHint')}>
      {shownModels.map((model, place) => {
        return [
          <tr key={`${model} mean`} className="first">
            <th scope="row">{t('cohort.footerMean')}</th>
            <td className="text">
              {isOne ? (
                <Select
                  size="xs"
                  variant="unstyled"
                  className="footer-model"
                  aria-label={t('cohort.footerModel')}
                  allowDeselect={false}
                  data={models}
                  value={model}
                  onChange={choose}
                />
              ) : (
                model
              )}
            </td>
            {columns.map((column, index) => (
              <td key={column.id} title={ledgers[place][index]}>
                {summaries[place][index].count === 0 ? (
                  !isText(column) && <span className="quiet">–</span>
                ) : (
                  <Spread
                    pair={column.pair}
                    value={formatOf(column)(summaries[place][index].mean)}
                    spread={intervals?.[place * columns.length + index] ?? null}
                    format={formatOf(column)}
                  />
                )}
              </td>
            ))}
          </tr>,
          <tr key={`${model} median`}>
            <th scope="row">{t('cohort.footerMedian')}</th>
            <td className="text">{model}</td>
            {columns.map((column, index) => {
              const { count, median, lowerQuartile, upperQuartile } = summaries[place][index];
              const spread = { low: lowerQuartile, high: upperQuartile };
              return (
                <td key={column.id}>
                  {count > 0 && (
                    <Spread
                      pair={column.pair}
                      value={formatOf(column)(median)}
                      spread={spread}
                      format={formatOf(column)}
                    />
                  )}
                </td>
              );
            })}
          </tr>,
          <tr key={`${model} cases`} className="counts">
            <th scope="row">{t('cohort.footerCases')}</th>
            <td className="text">{model}</td>
            {columns.map((column, index) => (
              <td key={column.id} className="quiet" title={ledgers[place][index]}>
                {!isText(column) && `${summaries[place][index].count}/${countedRows[place].length}`}
              </td>
            ))}
          </tr>,
        ];
      })}
    </tfoot>
  );
});

interface SpreadProps {
  /** Whose gap it is, if it is of one: it leads to what that is made of. */
  pair: Pair | null;
  value: string;
  /** null while it is worked out: its place is kept. */
  spread: Interval | null;
  format: (value: number) => string;
}

function Spread({ pair, value, spread, format }: SpreadProps) {
  return (
    <>
      <b>
        {pair ? (
          <button type="button" className="plain" onClick={() => openMeanGap(pair)}>
            {value}
          </button>
        ) : (
          value
        )}
      </b>
      <small className="quiet"> {spreadText(spread, format)}</small>
    </>
  );
}

/** One case has neither interval nor quartiles. */
function spreadText(spread: SpreadProps['spread'], format: SpreadProps['format']): string {
  if (!spread) return '…';
  const isKnown = Number.isFinite(spread.low) && spread.low !== spread.high;
  return isKnown ? `${format(spread.low)}…${format(spread.high)}` : '';
}

/** The cases behind a mean. */
function ledgerText(
  rows: readonly CohortRow[],
  column: CohortColumn,
  { profile }: Convention,
  t: Translate,
): string {
  return t('scores.ledger', { ...ledgerOf(countsOf(rows, column), rows.length, profile) });
}

function countsOf(rows: readonly CohortRow[], { structure }: CohortColumn) {
  return rows.flatMap(({ caseId, scores }) => {
    const found = structure && structureIn(scores, structure);
    return found ? [{ caseId, value: found.overlap.dice, counts: found.overlap }] : [];
  });
}
