import { Bar, BarChart, ErrorBar, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Interval } from '../domain/interval';
import { formatSigned } from '../i18n/formatNumber';
import { PlotLegend } from './plot/PlotLegend';
import { linearAxis } from './plot/plotScale';
import { barNames, nameBelow, quietAxis } from './quietAxis';

/** One stacked bar: what each part adds to the mean gap; the gap stands on it with its interval. */
export interface AccountRow<Key extends string> {
  key: string;
  name: string;
  parts: Record<Key, { mean: number }>;
  gap: { mean: number; interval: Interval };
}

interface AccountBarsProps<Key extends string> {
  rows: AccountRow<Key>[];
  parts: { key: Key; name: string; color: string }[];
  label: string;
  /** Names of the mark on each bar, for the legend, and of the axis. */
  markName: string;
  axisName: string;
}

/** The interval is seen on every part: its line has an edge in the colour of the ground. */
const strokes = [
  { stroke: 'var(--panel)', strokeWidth: 4.5 },
  { stroke: 'var(--text)', strokeWidth: 1.8 },
];

const barPx = 20;
const markPx = 28;

/** Mean account of the gap, stacked around zero, with the gap and its interval on top. */
export function AccountBars<Key extends string>(props: AccountBarsProps<Key>) {
  const { rows, parts, label, markName, axisName } = props;
  return (
    <figure className="chart" aria-label={label}>
      <PlotLegend series={[...parts, { name: markName, color: 'var(--text)' }]} />
      <ResponsiveContainer width="100%" height={44 * rows.length + 52}>
        <BarChart
          data={rows}
          layout="vertical"
          stackOffset="sign"
          barGap={-barPx}
          margin={{ top: 4, right: 30, bottom: 16, left: 0 }}
        >
          <XAxis
            {...quietAxis}
            {...linearAxis(rows.flatMap((row) => reachOf(row, parts)))}
            interval="equidistantPreserveStart"
            tickFormatter={formatSigned}
            axisLine={false}
            label={nameBelow(axisName)}
          />
          <YAxis {...barNames} width="auto" />
          <ReferenceLine x={0} stroke="var(--quiet)" />
          {parts.map(({ key, name, color }) => (
            <Bar
              key={key}
              name={name}
              stackId="account"
              dataKey={(row: AccountRow<Key>) => row.parts[key].mean}
              fill={color}
              stroke="var(--edge)"
              barSize={barPx}
              isAnimationActive={false}
            />
          ))}
          <Bar
            name={markName}
            stackId="gap"
            dataKey={(row: AccountRow<Key>) => row.gap.mean}
            barSize={barPx}
            isAnimationActive={false}
            shape={markOf}
          >
            {strokes.map((stroke) => (
              <ErrorBar
                key={stroke.stroke}
                // One case has no interval: nothing is drawn.
                dataKey={({ gap }: AccountRow<Key>) =>
                  Number.isFinite(gap.interval.low) ? errorOf(gap) : null
                }
                direction="x"
                width={4}
                isAnimationActive={false}
                {...stroke}
              />
            ))}
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

interface Place {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}

/** A stroke across the bar at its end, with an edge in the colour of the ground. */
function markOf({ x = 0, y = 0, width = 0, height = 0 }: Place) {
  const over = (markPx - height) / 2;
  const line = { x1: x + width, x2: x + width, y1: y - over, y2: y + height + over };
  return (
    <g>
      <line {...line} stroke="var(--panel)" strokeWidth={6} />
      <line {...line} stroke="var(--text)" strokeWidth={3} />
    </g>
  );
}

/** Where a row begins and ends: its parts on both sides of zero, and the interval of its gap. */
function reachOf<Key extends string>(row: AccountRow<Key>, parts: AccountBarsProps<Key>['parts']): number[] {
  const ends = { below: 0, above: 0 };
  for (const { key } of parts) {
    const { mean } = row.parts[key];
    ends[mean < 0 ? 'below' : 'above'] += mean;
  }
  const { low, high } = row.gap.interval;
  return [ends.below, ends.above, ...[low, high].filter(Number.isFinite)];
}

/** How far the interval reaches below and above the mean. */
function errorOf({ mean, interval }: AccountRow<string>['gap']): [number, number] {
  return [mean - interval.low, interval.high - mean];
}
