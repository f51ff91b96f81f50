import type { ItemPlotProps } from '../../../charts/plot/ItemPlot';
import { linearAxis, logarithmicAxis } from '../../../charts/plot/plotScale';
import type { CohortRow } from '../../../domain/cohortRow';
import type { Pair } from '../../../domain/labelScheme';
import { formatSigned } from '../../../i18n/formatNumber';
import { sizeAxis } from '../../../i18n/sizeWords';
import type { Translate } from '../../../i18n/translate';
import { pairIn } from '../../../kernels/cohort/scoresIn';
import { signedTicks } from './chartAxes';
import { dimensionsIn, type SeriesOf, sizeItems } from './chartItems';

/** The gap of a pair against the size of its label in the reference. */
export function gapVolumePlot(
  rows: readonly CohortRow[],
  pair: Pair,
  seriesOf: SeriesOf,
  t: Translate,
): Pick<ItemPlotProps, 'x' | 'y' | 'items' | 'hasZeroLine'> {
  const { dimensions, label } = sizeAxis(dimensionsIn(rows), t);
  const items = sizeItems(
    rows,
    seriesOf,
    dimensions,
    (row) => {
      const found = pairIn(row.scores, pair);
      return found && { overlap: found.label, value: found.account.gap };
    },
    formatSigned,
  );
  const volumes = logarithmicAxis(items.map(({ places: [[volume]] }) => volume));
  const gaps = linearAxis(items.map(({ places: [[, gap]] }) => gap));
  return {
    x: { label, ...volumes, format: String },
    y: { label: t('scores.gap'), ...gaps, format: signedTicks(gaps.ticks) },
    items,
    hasZeroLine: true,
  };
}
