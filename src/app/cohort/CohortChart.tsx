import { memo, useMemo } from 'react';
import { brushRows, openRow } from '../../actions/changeCohortView';
import { ItemPlot, type ItemPlotProps } from '../../charts/plot/ItemPlot';
import { modelSeries } from '../../charts/plot/modelSeries';
import type { PlotSeries } from '../../charts/plot/plotItem';
import { linearAxis, logarithmicAxis } from '../../charts/plot/plotScale';
import { type CohortRow, isExcluded } from '../../domain/cohortRow';
import { type LabelScheme, type Pair, pairsOf, type Structure, structureKey } from '../../domain/labelScheme';
import { ownValue } from '../../domain/ownValue';
import { structureColor } from '../../domain/palette';
import { formatMeasure, formatScore, formatSigned } from '../../i18n/formatNumber';
import { useTranslate } from '../../i18n/translate';
import { pairIn } from '../../kernels/cohort/scoresIn';
import { usualShiftMm } from '../../kernels/cohort/surprises';
import { useCohortStore } from '../../stores/cohortStore';
import { type ChartKind, useCohortViewStore } from '../../stores/cohortViewStore';
import { CohortHeatMap } from './CohortHeatMap';
import { cumulative, equalShiftCurve, overlapOf, slopeItems, spreadAt, volumeItems } from './chartItems';
import { chartSeries, firstAttribute, groupsBy } from './chartSeries';
import { GroupMeans } from './GroupMeans';
import { gapVolumePlot, signedTicks } from './gapVolumePlot';
import { ModelLegend } from './ModelLegend';
import type { CohortView } from './useCohortView';

export interface CohortChartProps {
  kind: ChartKind;
  view: CohortView;
  scheme: LabelScheme;
  pair: Pair | null;
  structure: Structure;
  title: string;
}

type Drawn = Pick<ItemPlotProps, 'x' | 'y' | 'items' | 'series' | 'boxes' | 'curves' | 'hasZeroLine'> & {
  caption: string;
  /** Structure whose errors are shown when a case of a series is opened. */
  opens: (series: number) => Structure;
  legend: PlotSeries[];
};

/** The chosen chart: every row that is not excluded, those outside the filter as a shadow. */
export const CohortChart = memo(function CohortChart(props: CohortChartProps) {
  if (props.kind === 'heatMap') return <CohortHeatMap {...props} />;
  return <ItemChart {...props} />;
});

function ItemChart(props: CohortChartProps) {
  const { view, title } = props;
  const selected = useCohortViewStore((facts) => facts.selected);
  const drawn = useDrawn(props);
  if (!drawn) return null;
  const { caption, opens, legend, ...plot } = drawn;
  return (
    <>
      <ModelLegend series={legend} />
      <ItemPlot
        {...plot}
        label={title}
        shown={view.shownKeys}
        selected={selected}
        onOpen={(key, series) => openRow(key, structureKey(opens(series)))}
        onBrush={brushRows}
      />
      <figcaption>
        <p className="quiet">{caption}</p>
      </figcaption>
      {props.kind === 'groups' && <GroupMeans {...props} />}
    </>
  );
}

function useDrawn({ kind, view, scheme, pair, structure }: CohortChartProps): Drawn | null {
  const { t } = useTranslate();
  const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
  const colorBy = useCohortViewStore((facts) => facts.colorBy);
  return useMemo(() => {
    const rows = view.rows.filter((row) => !isExcluded(row));
    const counted = new Set(view.counted.map(({ key }) => key));
    const isCounted = ({ key }: CohortRow) => counted.has(key);
    const hue = structureColor(
      scheme,
      pair && kind !== 'diceVolume' && kind !== 'groups' ? pair.label : structure,
    );
    const { series, seriesOf } = chartSeries(rows, models, hue, colorBy, t('cohort.noValue'));
    const dice = { ...linearAxis([], { from: 0, to: 1 }), format: (value: number) => value.toFixed(1) };
    const legend = series;
    switch (kind) {
      case 'slopes': {
        if (!pair) return null;
        const ends = [pair.region.name, pair.label.name];
        return {
          x: { label: '', domain: [-0.25, 1.25], ticks: [0, 1], format: (value) => ends[value] ?? '' },
          y: { label: t('scores.dice'), ...dice },
          items: slopeItems(rows, pair, seriesOf),
          series,
          legend,
          opens: () => pair.label,
          caption: t('cohort.captionSlopes'),
        };
      }
      case 'gaps': {
        const pairs = pairsOf(scheme);
        const spread = pairs.flatMap((item, place) =>
          models.map((model, index) => {
            const values = rows
              .filter((row) => row.model === model)
              .map((row) => ({ row, value: pairIn(row.scores, item)?.account.gap ?? Number.NaN }));
            return spreadAt(boxPlace(place, index, models.length), values, isCounted, formatSigned);
          }),
        );
        const items = spread.flatMap((part) => part.items);
        const gaps = linearAxis(items.map(({ places: [[, gap]] }) => gap));
        const hues = pairs.flatMap((item) =>
          modelSeries(models, structureColor(scheme, item.label)).map((one) => ({
            ...one,
            name: `${item.label.name} ${one.name}`,
          })),
        );
        return {
          x: {
            label: '',
            domain: [-0.5, pairs.length - 0.5],
            ticks: pairs.map((_, place) => place),
            format: (value) => pairs[value]?.label.name ?? '',
          },
          y: {
            label: t('scores.gap'),
            ...gaps,
            format: signedTicks(gaps.ticks),
          },
          items,
          boxes: spread.flatMap((part) => part.boxes),
          series: hues,
          legend: modelSeries(models, anyHue),
          hasZeroLine: true,
          opens: (place) => pairs[Math.floor(place / models.length)]?.label ?? structure,
          caption: t('cohort.captionGaps'),
        };
      }
      case 'diceVolume': {
        const items = volumeItems(
          rows,
          seriesOf,
          (row) => {
            const overlap = overlapOf(row, structure);
            return overlap && { volumeMl: overlap.referenceMl, value: overlap.dice };
          },
          formatScore,
        );
        const x = logarithmicAxis(items.map(({ places: [[volume]] }) => volume));
        const shift = usualShiftMm(view.counted.flatMap((row) => overlapOf(row, structure) ?? []));
        const curve = equalShiftCurve(x.domain, shift);
        return {
          x: { label: t('cohort.volumeAxis'), ...x, format: shortNumber },
          y: { label: t('scores.dice'), ...dice },
          items,
          curves: curve ? [curve] : [],
          series,
          legend,
          opens: () => structure,
          caption: curve
            ? t('cohort.captionDiceVolume', { shift: formatMeasure(shift) })
            : t('cohort.captionDiceVolumePlain'),
        };
      }
      case 'gapVolume': {
        if (!pair) return null;
        return {
          ...gapVolumePlot(rows, pair, seriesOf, t),
          series,
          legend,
          opens: () => pair.label,
          caption: t('cohort.captionGapVolume'),
        };
      }
      case 'cumulative': {
        if (!pair) return null;
        const shades = modelSeries(models, hue);
        const parts = models.flatMap((model, index) =>
          [pair.region, pair.label].map((side, place) => {
            const values = rows
              .filter((row) => row.model === model && counted.has(row.key))
              .map((row) => ({ row, value: overlapOf(row, side)?.dice ?? Number.NaN }));
            return cumulative(values, 2 * index + place, shades[index].color, place === 1);
          }),
        );
        const sides = [pair.region, pair.label].map(
          ({ name }, place): PlotSeries => ({
            name,
            color: 'var(--quiet)',
            mark: place === 0 ? 'line' : 'dashes',
          }),
        );
        return {
          x: { label: t('scores.dice'), ...dice },
          y: { label: t('cohort.shareAxis'), ...dice },
          items: parts.flatMap(({ items }) => items),
          curves: parts.map(({ curve }) => curve),
          series: shades.flatMap((shade) =>
            sides.map(({ name }) => ({ ...shade, name: `${shade.name} · ${name}` })),
          ),
          legend: [...shades, ...sides],
          opens: () => pair.label,
          caption: t('cohort.captionCumulative'),
        };
      }
      case 'groups': {
        const attribute = colorBy ?? firstAttribute(view.allColumns);
        const groups = groupsBy(rows, attribute);
        const colored = chartSeries(rows, models, hue, attribute, t('cohort.noValue')).series;
        const marked = modelSeries(models, anyHue);
        const spread = groups.flatMap((group, place) =>
          models.map((model, index) => {
            const values = rows
              .filter((row) => row.model === model && (ownValue(row.attributes, attribute) ?? '') === group)
              .map((row) => ({ row, value: overlapOf(row, structure)?.dice ?? Number.NaN }));
            return spreadAt(boxPlace(place, index, models.length), values, isCounted, formatScore);
          }),
        );
        return {
          x: {
            label: attribute,
            domain: [-0.5, Math.max(1, groups.length) - 0.5],
            ticks: groups.map((_, place) => place),
            format: (value) => colored[value]?.name ?? '',
          },
          y: { label: t('scores.dice'), ...dice },
          items: spread.flatMap(({ items }) => items),
          boxes: spread.flatMap(({ boxes }) => boxes),
          series: colored.flatMap(({ name, color }) =>
            marked.map(({ name: model, mark }) => ({ name: `${name} ${model}`, color, mark })),
          ),
          legend: models.length > 1 ? marked : [],
          opens: () => structure,
          caption: t('cohort.captionGroups'),
        };
      }
      case 'heatMap':
        return null;
    }
  }, [kind, view, scheme, pair, structure, models, colorBy, t]);
}

const noModels: string[] = [];

/** The models of a chart that shows structures of several hues. */
const anyHue = '#8b93a1';
/** Half of what a box takes of the space between two ticks. */
const widestBox = 0.13;

/** Where the box of a model stands among those of the same tick, and which series it is. */
function boxPlace(tick: number, model: number, modelCount: number) {
  const share = 0.7 / modelCount;
  return {
    x: tick + (model - (modelCount - 1) / 2) * share,
    halfWidth: Math.min(widestBox, 0.4 * share),
    series: tick * modelCount + model,
  };
}

function shortNumber(value: number): string {
  return String(value);
}
