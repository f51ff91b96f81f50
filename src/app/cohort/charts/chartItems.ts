import type { PlotBox, PlotCurve } from '../../../charts/plot/ItemPlot';
import type { PlotItem } from '../../../charts/plot/plotItem';
import { logarithmicAxis, type PlotAxis } from '../../../charts/plot/plotScale';
import type { CohortRow } from '../../../domain/cohortRow';
import { ballDiceAtShift } from '../../../domain/equalShift';
import { type Dimensions, sizeUnit } from '../../../domain/geometry';
import type { Pair, Structure } from '../../../domain/labelScheme';
import type { OverlapScores } from '../../../domain/results';
import { pairIn, structureIn } from '../../../domain/scoresIn';
import { summarise } from '../../../domain/summarise';
import { formatMeasure, formatScore } from '../../../i18n/formatNumber';
import { sizeAxis } from '../../../i18n/sizeWords';
import type { Translate } from '../../../i18n/translate';

/** The place of a row's series in the chart. */
export type SeriesOf = (row: CohortRow) => number;

export function overlapOf({ scores }: CohortRow, structure: Structure): OverlapScores | undefined {
  return structureIn(scores, structure)?.overlap;
}

/** The dimensions of every scored row. */
function dimensionsIn(rows: readonly CohortRow[]): Dimensions[] {
  return rows.flatMap(({ scores }) => scores?.structures[0]?.overlap.dimensions ?? []);
}

/** Dice of the region at 0, of its label at 1; rows without both numbers are left out. */
export function slopeItems(rows: readonly CohortRow[], pair: Pair, seriesOf: SeriesOf): PlotItem[] {
  return rows.flatMap((row): PlotItem[] => {
    const found = pairIn(row.scores, pair);
    const [region, label] = [found?.region.dice ?? Number.NaN, found?.label.dice ?? Number.NaN];
    if (Number.isNaN(region) || Number.isNaN(label)) return [];
    const title = () => `${nameOf(row)} ${formatScore(region)} → ${formatScore(label)}`;
    return [
      {
        key: row.key,
        series: seriesOf(row),
        title,
        places: [
          [0, region],
          [1, label],
        ],
      },
    ];
  });
}

/** One point per row, by the reference's size in the dimensions that most rows have, with the axis of these sizes. */
export function bySize(
  rows: readonly CohortRow[],
  seriesOf: SeriesOf,
  placeOf: (row: CohortRow) => { overlap: OverlapScores; value: number } | undefined,
  format: (value: number) => string,
  t: Translate,
): { items: PlotItem[]; x: PlotAxis; dimensions: Dimensions } {
  const { dimensions, label } = sizeAxis(dimensionsIn(rows), t);
  const items = sizeItems(rows, seriesOf, dimensions, placeOf, format);
  const sizes = logarithmicAxis(items.map(({ places: [[size]] }) => size));
  return { items, x: { label, ...sizes, format: String }, dimensions };
}

/** One point per row; both numbers must exist, the size be above 0 and of these dimensions. */
export function sizeItems(
  rows: readonly CohortRow[],
  seriesOf: SeriesOf,
  dimensions: Dimensions,
  placeOf: (row: CohortRow) => { overlap: OverlapScores; value: number } | undefined,
  format: (value: number) => string,
): PlotItem[] {
  return rows.flatMap((row): PlotItem[] => {
    const place = placeOf(row);
    if (place?.overlap.dimensions !== dimensions || Number.isNaN(place.value)) return [];
    const size = place.overlap.referenceSize;
    if (!(size > 0)) return [];
    const title = () =>
      `${nameOf(row)} ${format(place.value)} · ${formatMeasure(size)} ${sizeUnit(dimensions)}`;
    return [{ key: row.key, series: seriesOf(row), title, places: [[size, place.value]] }];
  });
}

/** What a ball of each size scores at this shift, over the domain of the axis. */
export function equalShiftCurve(
  domain: [number, number],
  shiftMm: number,
  dimensions: Dimensions,
): PlotCurve | null {
  if (Number.isNaN(shiftMm)) return null;
  const points = 80;
  const ratio = domain[1] / domain[0];
  const places = Array.from({ length: points + 1 }, (_, index): [number, number] => {
    const size = domain[0] * ratio ** (index / points);
    return [size, ballDiceAtShift(size, shiftMm, dimensions)];
  });
  return { places, color: 'var(--text)', isDashed: true };
}

interface Spread {
  items: PlotItem[];
  boxes: PlotBox[];
}

/** Points spread over a place of the x axis, with a box of those that count. */
export function spreadAt(
  { x, halfWidth, series }: Pick<PlotBox, 'x' | 'halfWidth' | 'series'>,
  values: readonly { row: CohortRow; value: number }[],
  isCounted: (row: CohortRow) => boolean,
  format: (value: number) => string,
): Spread {
  const known = values.filter(({ value }) => !Number.isNaN(value));
  const items = known.map(
    ({ row, value }): PlotItem => ({
      key: row.key,
      series,
      title: () => `${nameOf(row)} · ${format(value)}`,
      places: [[x + jitter(row.key) * halfWidth, value]],
    }),
  );
  const summary = summarise(known.filter(({ row }) => isCounted(row)).map(({ value }) => value));
  return { items, boxes: summary.count === 0 ? [] : [{ series, x, halfWidth, ...summary }] };
}

/** Share of the values up to each of them, as points and as one line of steps. */
export function stepsUpTo(
  values: readonly { row: CohortRow; value: number }[],
  series: number,
  color: string,
  isDashed: boolean,
): { items: PlotItem[]; curve: PlotCurve } {
  const sorted = values
    .filter(({ value }) => !Number.isNaN(value))
    .sort((first, second) => first.value - second.value);
  const items = sorted.map(
    ({ row, value }, index): PlotItem => ({
      key: row.key,
      series,
      title: () => `${nameOf(row)} · ${formatScore(value)}`,
      places: [[value, (index + 1) / sorted.length]],
    }),
  );
  const steps = items.flatMap(({ places: [[x, y]] }, index): [number, number][] => [
    [x, index / sorted.length],
    [x, y],
  ]);
  return { items, curve: { places: [[0, 0], ...steps, [1, sorted.length > 0 ? 1 : 0]], color, isDashed } };
}

/** The models of a chart that shows structures of several hues. */
export const anyHue = '#8b93a1';
/** Half of what a box takes of the space between two ticks. */
const widestBox = 0.13;

/** Where the box of a model stands among those of the same tick, and which series it is. */
export function boxPlace(tick: number, model: number, modelCount: number) {
  const share = 0.7 / modelCount;
  return {
    x: tick + (model - (modelCount - 1) / 2) * share,
    halfWidth: Math.min(widestBox, 0.4 * share),
    series: tick * modelCount + model,
  };
}

function nameOf({ caseId, model }: CohortRow): string {
  return `${caseId} · ${model}`;
}

/** The same small shift aside for the same row, so that equal values lie beside each other. */
function jitter(key: string): number {
  let hash = 17;
  for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) % 1009;
  return (hash / 1009 - 0.5) * 1.6;
}
