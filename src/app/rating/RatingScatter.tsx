import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { openRow } from '../../actions/changeCohortView';
import { ItemPlot } from '../../charts/plot/ItemPlot';
import { modelSeries } from '../../charts/plot/modelSeries';
import { PlotLegend } from '../../charts/plot/PlotLegend';
import type { PlotItem } from '../../charts/plot/plotItem';
import { linearAxis } from '../../charts/plot/plotScale';
import { type LabelScheme, type Structure, structureKey } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import { type RatedMetric, type RatingStudy, ratedMetrics, ratingScales } from '../../domain/rating';
import { formatMeasure, formatScore } from '../../i18n/formatNumber';
import { useTranslate } from '../../i18n/translate';
import { FigureMenu } from '../FigureMenu';
import type { RatedLine } from './useRatedLines';

interface RatingScatterProps {
  lines: readonly RatedLine[];
  study: RatingStudy;
  structure: Structure;
  scheme: LabelScheme;
  metric: RatedMetric;
  onMetric: (metric: string) => void;
}

/** Each rated prediction at its score and its rating; a click opens the case. */
export function RatingScatter(props: RatingScatterProps) {
  const { lines, study, structure, scheme, metric, onMetric } = props;
  const { t } = useTranslate();
  const color = structureColor(scheme, structure);
  const plot = useMemo(() => {
    const models = [...new Set(study.items.map(({ model }) => model))].sort();
    const format = metric === 'dice' ? formatScore : formatMeasure;
    const items = lines.flatMap(({ key, item, rating, scores }): PlotItem[] => {
      const { value } = scores[metric];
      if (!rating || rating.step === null || value === null) return [];
      const title = () => `${item.caseId} ${item.model} ${rating.step} · ${format(value)}`;
      return [{ key, series: models.indexOf(item.model), title, places: [[value, rating.step]] }];
    });
    const steps = ratingScales[study.scale];
    const values = items.map(({ places: [[value]] }) => value);
    return {
      items,
      series: modelSeries(models, color),
      x: { ...linearAxis(values, metric === 'dice' ? { to: 1 } : { from: 0 }), format: String },
      y: {
        domain: [0.5, steps + 0.5] as [number, number],
        ticks: Array.from({ length: steps }, (_, index) => index + 1),
        format: String,
      },
    };
  }, [lines, study, metric, color]);
  const title = t('rating.scatter', { score: t(`rating.${metric}`), structure: structure.name });
  return (
    <section className="panel rating-scatter">
      <div className="rating-head">
        <h2>{title}</h2>
        <div className="rating-head">
          <SegmentedControl
            size="xs"
            aria-label={t('rating.score')}
            data={ratedMetrics.map((value) => ({ value, label: t(`rating.${value}`) }))}
            value={metric}
            onChange={onMetric}
          />
          <FigureMenu fileName={`ratings-${metric}`} captions={[title]} />
        </div>
      </div>
      <figure>
        <PlotLegend series={plot.series} />
        <ItemPlot
          {...plot}
          x={{ ...plot.x, label: t(`rating.${metric}`) }}
          y={{ ...plot.y, label: t('rating.rating') }}
          label={title}
          shown={null}
          selected={null}
          onOpen={(key) => openRow(key, structureKey(structure))}
        />
      </figure>
    </section>
  );
}
