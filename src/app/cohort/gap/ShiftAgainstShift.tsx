import { memo, useMemo } from 'react';
import type { PlotItem } from '../../../charts/plot/plotItem';
import { linearAxis } from '../../../charts/plot/plotScale';
import type { CohortView } from '../../../derived/useCohortView';
import { isExcluded } from '../../../domain/cohortRow';
import type { Pair } from '../../../domain/labelScheme';
import { pairIn } from '../../../domain/scoresIn';
import { formatMeasure } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { GapPlot, type GapPlotProps, seriesIn } from './GapPlot';

/** How far the contours of region and label lie off, against each other; equal on the dashed line. */
export const ShiftAgainstShift = memo(function ShiftAgainstShift({ view, pair }: GapPlotProps) {
  const { t } = useTranslate();
  const plot = useMemo(() => {
    const items = shiftItems(view, pair);
    const axis = linearAxis(
      items.flatMap(({ places: [place] }) => place),
      { from: 0 },
    );
    const equal = axis.domain.map((end): [number, number] => [end, end]);
    return {
      x: { label: t('gap.regionShift'), ...axis, format: String },
      y: { label: t('gap.labelShift'), ...axis, format: String },
      items,
      curves: [{ places: equal, color: 'var(--quiet)', isDashed: true }],
    };
  }, [view, pair, t]);
  return <GapPlot view={view} pair={pair} fileName="shifts" label={t('gap.shiftScatter')} {...plot} />;
});

function shiftItems(view: CohortView, pair: Pair): PlotItem[] {
  const seriesOf = seriesIn(view);
  return view.rows.flatMap((row): PlotItem[] => {
    const distances = isExcluded(row) ? null : pairIn(row.scores, pair)?.distances;
    const x = distances?.region.meanMm.value ?? null;
    const y = distances?.label.meanMm.value ?? null;
    if (x === null || y === null) return [];
    const title = () => `${row.caseId} · ${row.model} ${formatMeasure(x)} → ${formatMeasure(y)} mm`;
    return [{ key: row.key, series: seriesOf(row), title, places: [[x, y]] }];
  });
}
