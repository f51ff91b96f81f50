import type { ItemPlotProps } from '../../../charts/plot/ItemPlot';
import { linearAxis } from '../../../charts/plot/plotScale';
import type { CohortRow } from '../../../domain/cohortRow';
import type { Pair } from '../../../domain/labelScheme';
import { pairIn } from '../../../domain/scoresIn';
import { formatSigned } from '../../../i18n/formatNumber';
import type { Translate } from '../../../i18n/translate';
import { signedTicks } from './chartAxes';
import { bySize, type SeriesOf } from './chartItems';

/** The gap of a pair against the size of its label in the reference. */
export function gapVolumePlot(
  rows: readonly CohortRow[],
  pair: Pair,
  seriesOf: SeriesOf,
  t: Translate,
): Pick<ItemPlotProps, 'x' | 'y' | 'items' | 'hasZeroLine'> {
  const { items, x } = bySize(
    rows,
    seriesOf,
    (row) => {
      const found = pairIn(row.scores, pair);
      return found && { overlap: found.label, value: found.account.gap };
    },
    formatSigned,
    t,
  );
  const gaps = linearAxis(items.map(({ places: [[, gap]] }) => gap));
  return {
    x,
    y: { label: t('scores.gap'), ...gaps, format: signedTicks(gaps.ticks) },
    items,
    hasZeroLine: true,
  };
}
