import { memo, useMemo } from 'react';
import { isExcluded } from '../../../domain/cohortRow';
import { useTranslate } from '../../../i18n/translate';
import { gapVolumePlot } from '../charts/gapVolumePlot';
import { GapPlot, type GapPlotProps, seriesIn } from './GapPlot';

/** The gap of a pair against the size of its label, a point per case and model. */
export const GapAgainstVolume = memo(function GapAgainstVolume({ view, pair }: GapPlotProps) {
  const { t } = useTranslate();
  const plot = useMemo(() => {
    const rows = view.rows.filter((row) => !isExcluded(row));
    return gapVolumePlot(rows, pair, seriesIn(view), t);
  }, [view, pair, t]);
  return <GapPlot view={view} pair={pair} fileName="gap-volume" label={t('gap.gapVolumeChart')} {...plot} />;
});
