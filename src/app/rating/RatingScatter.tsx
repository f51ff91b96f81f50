import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { openRow } from '../../actions/changeCohortView';
import { ItemPlot } from '../../charts/plot/ItemPlot';
import { modelSeries } from '../../charts/plot/modelSeries';
import { PlotLegend } from '../../charts/plot/PlotLegend';
import type { PlotItem } from '../../charts/plot/plotItem';
import { linearAxis } from '../../charts/plot/plotScale';
import type { RatedLine } from '../../derived/useRatedLines';
import { type LabelScheme, type Structure, structureKey } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import { type RatedScore, type RatingStudy, ratedScores, ratingScales } from '../../domain/rating';
import { scoreText, scoreTitle } from '../../i18n/scoreWords';
import { useTranslate } from '../../i18n/translate';
import { FigureMenu } from '../parts/FigureMenu';

interface RatingScatterProps {
  lines: readonly RatedLine[];
  study: RatingStudy;
  structure: Structure;
  scheme: LabelScheme;
  metric: RatedScore;
  onMetric: (metric: RatedScore) => void;
}

/** Each rated prediction at its score and its rating; a click opens the case. */
export function RatingScatter(props: RatingScatterProps) {
  const { lines, study, structure, scheme, metric, onMetric } = props;
  const { t } = useTranslate();
  const color = structureColor(scheme, structure);
  const plot = useMemo(() => {
    const models = [...new Set(study.items.map(({ model }) => model))].sort();
    const place = ratedScores.indexOf(metric);
    const items = lines.flatMap(({ key, item, rating, scores }): PlotItem[] => {
      const { value } = scores[place];
      if (!rating || rating.step === null || Number.isNaN(value)) return [];
      const title = () => `${item.caseId} ${item.model} ${rating.step} · ${scoreText(metric, value)}`;
      return [{ key, series: models.indexOf(item.model), title, places: [[value, rating.step]] }];
    });
    const steps = ratingScales[study.scale];
    const values = items.map(({ places: [[value]] }) => value);
    return {
      items,
      series: modelSeries(models, color),
      x: { ...linearAxis(values, rangeOf(metric)), format: String },
      y: {
        domain: [0.5, steps + 0.5] as [number, number],
        ticks: Array.from({ length: steps }, (_, index) => index + 1),
        format: String,
      },
    };
  }, [lines, study, metric, color]);
  const title = t('rating.scatter', { score: scoreTitle(metric, t), structure: structure.name });
  return (
    <section className="panel rating-scatter">
      <div className="rating-head">
        <h2>{title}</h2>
        <div className="rating-head">
          <NativeSelect
            size="xs"
            aria-label={t('rating.score')}
            data={ratedScores.map((score) => ({ value: score.key, label: scoreTitle(score, t) }))}
            value={metric.key}
            onChange={({ currentTarget }) =>
              onMetric(ratedScores.find(({ key }) => key === currentTarget.value) ?? metric)
            }
          />
          <FigureMenu fileName={`ratings-${metric.key}`} captions={[title]} />
        </div>
      </div>
      <figure>
        <PlotLegend series={plot.series} />
        <ItemPlot
          {...plot}
          x={{ ...plot.x, label: scoreTitle(metric, t) }}
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

/** Shares end at 1, distances begin at 0, a difference lies on both sides of it. */
function rangeOf({ form }: RatedScore): { from?: number; to?: number } {
  if (form === 'score') return { to: 1 };
  return form === 'signed' ? {} : { from: 0 };
}
