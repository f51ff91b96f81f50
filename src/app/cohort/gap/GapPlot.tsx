import { brushRows } from '../../../actions/changeCohortView';
import { openGap } from '../../../actions/openGap';
import { ItemPlot, type ItemPlotProps } from '../../../charts/plot/ItemPlot';
import { modelSeries } from '../../../charts/plot/modelSeries';
import { chartConvention } from '../../../derived/columnTexts';
import type { CohortView } from '../../../derived/useCohortView';
import type { CohortRow } from '../../../domain/cohortRow';
import type { Pair } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { useTranslate } from '../../../i18n/translate';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { FigureMenu } from '../../parts/FigureMenu';
import { ModelLegend } from '../charts/ModelLegend';

export interface GapPlotProps {
  view: CohortView;
  pair: Pair;
}

type Drawn = Pick<ItemPlotProps, 'label' | 'x' | 'y' | 'items' | 'curves' | 'hasZeroLine'>;

/** A point per case and model that opens its case with the causes shown; marks and filters as in every chart. */
export function GapPlot({ view, pair, fileName, ...plot }: GapPlotProps & Drawn & { fileName: string }) {
  const { t } = useTranslate();
  const selected = useCohortViewStore((facts) => facts.selected);
  const color = structureColor(view.scheme, pair.label);
  const title = `${plot.label} · ${pair.region.name} → ${pair.label.name}`;
  const series = modelSeries(view.cohort.models, color);
  return (
    <figure className="cohort-chart gap-plot" aria-label={plot.label}>
      <div className="plot-head">
        <ModelLegend series={series} />
        <FigureMenu fileName={`regionlens-${fileName}`} captions={[title, chartConvention(view, t)]} />
      </div>
      <ItemPlot
        {...plot}
        series={series}
        shown={view.shownKeys}
        selected={selected}
        onOpen={(key) => openGap(key, pair)}
        onBrush={brushRows}
      />
    </figure>
  );
}

/** A series per model. */
export function seriesIn({ cohort }: CohortView): (row: CohortRow) => number {
  return ({ model }) => Math.max(0, cohort.models.indexOf(model));
}
