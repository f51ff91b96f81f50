import { inkOf } from '../../domain/palette';
import { formatSigned } from '../../i18n/formatNumber';
import type { GapCharts } from '../reportContent';
import { logTicks, niceTicks } from './niceTicks';
import { ink, modelLegend, modelMark, short, svgFigure, svgLine, svgText } from './svgText';

const width = 320;
const height = 190;
const left = 46;
const bottom = height - 30;

interface GapFigureTexts {
  label: string;
  xTitle: string;
}

/** The gap of every case, largest first, one line of points per model. */
export function gapRankFigure(
  { series }: GapCharts,
  color: string,
  { label, xTitle }: GapFigureTexts,
): string {
  const sorted = series.map(({ points }) => points.map(({ gap }) => gap).sort((one, other) => other - one));
  const most = Math.max(1, ...sorted.map((gaps) => gaps.length));
  const y = gapScale(sorted.flat());
  const x = (rank: number) => left + ((rank + 0.5) / most) * (width - left - 6);
  const marks = sorted.map((gaps, place) =>
    most > 150
      ? line(gaps, x, y.at, color, place)
      : gaps.map((gap, rank) => modelMark(x(rank), y.at(gap), color, place)).join(''),
  );
  return frame(series, y, label, xTitle, marks.join(''), '');
}

/** The gap of every case against the size of its label; cases without it in the reference are left out. */
export function gapVolumeFigure(
  { series }: GapCharts,
  color: string,
  { label, xTitle }: GapFigureTexts,
): string {
  const points = series.map((item) => item.points.filter(({ size }) => size > 0));
  const volumes = points.flat().map(({ size }) => size);
  const y = gapScale(points.flat().map(({ gap }) => gap));
  const low = volumes.reduce((least, volume) => Math.min(least, volume), 1e9) * 0.85;
  const high = volumes.reduce((most, volume) => Math.max(most, volume), 0.01) * 1.15;
  const x = (volume: number) =>
    left + 6 + (Math.log(volume / low) / Math.log(high / low)) * (width - left - 16);
  const ticks = logTicks(low, high).map(
    (tick) =>
      svgLine(x(tick), 22, x(tick), bottom, ink.line) +
      svgText(x(tick), bottom + 12, String(tick), { anchor: 'middle', size: 10 }),
  );
  const marks = points.map((items, place) =>
    items.map(({ gap, size }) => modelMark(x(size), y.at(gap), color, place)).join(''),
  );
  return frame(series, y, label, xTitle, marks.join(''), ticks.join(''));
}

interface GapScale {
  at: (gap: number) => number;
  low: number;
  high: number;
}

function gapScale(gaps: number[]): GapScale {
  const low = gaps.reduce((least, gap) => Math.min(least, gap), 0) - 0.02;
  const high = gaps.reduce((most, gap) => Math.max(most, gap), 0) + 0.02;
  return { low, high, at: (gap) => bottom - ((gap - low) / (high - low)) * (bottom - 22) };
}

function line(
  gaps: number[],
  x: (rank: number) => number,
  y: (gap: number) => number,
  color: string,
  place: number,
) {
  const points = gaps.map((gap, rank) => `${short(x(rank))},${short(y(gap))}`).join(' ');
  const dashes = ['', '5 3', '2 2'][place % 3];
  return `<polyline points="${points}" fill="none" stroke="${inkOf(color)}" stroke-width="1.8" stroke-dasharray="${dashes}"/>`;
}

function frame(
  series: GapCharts['series'],
  { at, low, high }: GapScale,
  label: string,
  xTitle: string,
  marks: string,
  ticks: string,
): string {
  const grid = niceTicks(low, high, 4).map(
    (tick) =>
      svgLine(left, at(tick), width, at(tick), tick === 0 ? ink.quiet : ink.line) +
      svgText(left - 6, at(tick) + 3.5, formatSigned(tick), { anchor: 'end', size: 10 }),
  );
  const legend = modelLegend(
    series.map(({ model }) => model),
    left,
    12,
  );
  const title = svgText(width, height - 2, xTitle, { anchor: 'end', size: 10 });
  return svgFigure(width, height, label, legend + grid.join('') + ticks + marks + title);
}
