import { modelSeries } from '../../../charts/plot/modelSeries';
import type { PlotSeries } from '../../../charts/plot/plotItem';
import type { CohortColumn } from '../../../domain/cohortColumn';
import type { CohortRow } from '../../../domain/cohortRow';
import { ownValue } from '../../../domain/ownValue';
import { markColor } from '../../../domain/palette';
import type { SeriesOf } from './chartItems';

/** Colours of subgroups, none of them a structure's: Paul Tol's bright scheme. */
const groupColors = ['#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#bbbbbb'];

export interface ChartSeries {
  series: PlotSeries[];
  seriesOf: SeriesOf;
}

/** A series per model in shades of the structure's hue, or per value of an attribute in colours of its own. */
export function chartSeries(
  rows: readonly CohortRow[],
  models: readonly string[],
  hue: string,
  colorBy: string | null,
  noValue: string,
): ChartSeries {
  if (colorBy === null) {
    return {
      series: modelSeries(models, hue),
      seriesOf: ({ model }) => Math.max(0, models.indexOf(model)),
    };
  }
  const values = groupsBy(rows, colorBy);
  const places = new Map(values.map((value, place) => [value, place]));
  return {
    series: values.map((value, place) => ({
      name: value || noValue,
      color: markColor(groupColors[place % groupColors.length]),
      // The second seven have the colours of the first, as rings.
      ...(place >= groupColors.length && { mark: 'ring' as const }),
    })),
    seriesOf: (row) => places.get(ownValue(row.attributes, colorBy) ?? '') ?? 0,
  };
}

/** The values of an attribute among the rows, in their natural order; an empty one stands for no entry. */
export function groupsBy(rows: readonly CohortRow[], attribute: string): string[] {
  const values = [...new Set(rows.map((row) => ownValue(row.attributes, attribute) ?? ''))];
  return values.sort((first, second) => first.localeCompare(second, undefined, { numeric: true }));
}

/** The attribute that is shown while none is chosen. */
export function firstAttribute(columns: readonly CohortColumn[]): string {
  return columns.find(({ attribute }) => attribute !== null)?.attribute ?? '';
}
