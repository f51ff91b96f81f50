import type { ItemPlotProps } from '../../../charts/plot/ItemPlot';
import { linearAxis, logarithmicAxis } from '../../../charts/plot/plotScale';
import type { CohortRow } from '../../../domain/cohortRow';
import type { Pair } from '../../../domain/labelScheme';
import { formatSigned } from '../../../i18n/formatNumber';
import type { Translate } from '../../../i18n/translate';
import { pairIn } from '../../../kernels/cohort/scoresIn';
import { signedTicks } from './chartAxes';
import { type SeriesOf, volumeItems } from './chartItems';

/** The gap of a pair against the reference volume of its label. */
export function gapVolumePlot(
  rows: readonly CohortRow[],
  pair: Pair,
  seriesOf: SeriesOf,
  t: Translate,
): Pick<ItemPlotProps, 'x' | 'y' | 'items' | 'hasZeroLine'> {
  const items = volumeItems(
    rows,
    seriesOf,
    (row) => {
      const found = pairIn(row.scores, pair);
      return found && { volumeMl: found.label.referenceMl, value: found.account.gap };
    },
    formatSigned,
  );
  const volumes = logarithmicAxis(items.map(({ places: [[volume]] }) => volume));
  const gaps = linearAxis(items.map(({ places: [[, gap]] }) => gap));
  return {
    x: { label: t('cohort.volumeAxis'), ...volumes, format: String },
    y: { label: t('scores.gap'), ...gaps, format: signedTicks(gaps.ticks) },
    items,
    hasZeroLine: true,
  };
}
