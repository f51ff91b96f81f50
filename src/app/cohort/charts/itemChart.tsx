import { type ComponentType, memo, useMemo } from 'react';
import { brushRows, openRow } from '../../../actions/changeCohortView';
import { openGap } from '../../../actions/openGap';
import { ItemPlot, type ItemPlotProps } from '../../../charts/plot/ItemPlot';
import type { PlotSeries } from '../../../charts/plot/plotItem';
import { type CohortRow, isExcluded } from '../../../domain/cohortRow';
import { type LabelScheme, type Pair, type Structure, structureKey } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { type ChartSeries, chartSeries } from './chartSeries';
import type { ChartProps } from './cohortChart';
import { ModelLegend } from './ModelLegend';

/** What a chart of rows is drawn from. */
interface ItemFacts extends ChartProps, ChartSeries {
  t: Translate;
  scheme: LabelScheme;
  models: readonly string[];
  /** Every row that is not excluded; those outside the filter are drawn as a shadow. */
  rows: readonly CohortRow[];
  /** Whether statistics are of this row, too. */
  isCounted: (row: CohortRow) => boolean;
  /** Colour of the label, or of the structure. */
  hue: string;
  colorBy: string | null;
}

interface ItemDrawing
  extends Pick<ItemPlotProps, 'x' | 'y' | 'items' | 'series' | 'boxes' | 'curves' | 'hasZeroLine'> {
  caption: string;
  /** What a case of a series is opened at: the errors of a structure, or the answer to the gap of a pair. */
  opens: (series: number) => Structure | Pair;
  /** The series unless said otherwise. */
  legend?: PlotSeries[];
}

/** A chart whose rows are points or lines, each of which opens its case; `Below` stands under its caption. */
export function itemChart(
  draw: (facts: ItemFacts) => ItemDrawing | null,
  Below?: ComponentType<ChartProps>,
): ComponentType<ChartProps> {
  return memo(function ItemChart(props: ChartProps) {
    const { view, pair, structure, title } = props;
    const { t } = useTranslate();
    const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
    const colorBy = useCohortViewStore((facts) => facts.colorBy);
    const selected = useCohortViewStore((facts) => facts.selected);
    const drawn = useMemo(() => {
      const { scheme } = view;
      const rows = view.rows.filter((row) => !isExcluded(row));
      const counted = new Set(view.counted.map(({ key }) => key));
      const isCounted = ({ key }: CohortRow) => counted.has(key);
      const hue = structureColor(scheme, pair?.label ?? structure);
      const series = chartSeries(rows, models, hue, colorBy, t('cohort.noValue'));
      const asked = { view, pair, structure, title, scheme, models, colorBy, t };
      return draw({ ...asked, rows, isCounted, hue, ...series });
    }, [view, pair, structure, title, models, colorBy, t]);
    if (!drawn) return null;
    const { caption, opens, legend, ...plot } = drawn;
    return (
      <>
        <ModelLegend series={legend ?? drawn.series} />
        <ItemPlot
          {...plot}
          label={title}
          shown={view.shownKeys}
          selected={selected}
          onOpen={(key, series) => {
            const opened = opens(series);
            if ('region' in opened) openGap(key, opened);
            else openRow(key, structureKey(opened));
          }}
          onBrush={brushRows}
        />
        <figcaption>
          <p className="quiet">{caption}</p>
        </figcaption>
        {Below && <Below {...props} />}
      </>
    );
  });
}

const noModels: string[] = [];
