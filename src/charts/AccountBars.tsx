import { Bar, BarChart, ErrorBar, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Interval } from '../domain/interval';
import { formatSigned } from '../i18n/formatNumber';
import { PlotLegend } from './plot/PlotLegend';
import { linearAxis } from './plot/plotScale';
import { barNames, quietAxis } from './quietAxis';

/** One stacked bar: what each part adds to the mean gap, with its interval. */
export interface AccountRow<Key extends string> {
  key: string;
  name: string;
  parts: Record<Key, { mean: number; interval: Interval }>;
}

/** Intervals are seen on every part: each line has an edge in the colour of the ground. */
const strokes = [
  { stroke: 'var(--panel)', strokeWidth: 3.5 },
  { stroke: 'var(--text)', strokeWidth: 1.2 },
];

interface AccountBarsProps<Key extends string> {
  rows: AccountRow<Key>[];
  parts: { key: Key; name: string; color: string }[];
  label: string;
}

/** Mean account of the gap, stacked around zero, each part with its confidence interval. */
export function AccountBars<Key extends string>({ rows, parts, label }: AccountBarsProps<Key>) {
  return (
    <figure className="chart" aria-label={label}>
      <PlotLegend series={parts} />
      <ResponsiveContainer width="100%" height={44 * rows.length + 36}>
        <BarChart
          data={rows}
          layout="vertical"
          stackOffset="sign"
          margin={{ top: 4, right: 30, bottom: 0, left: 0 }}
        >
          <XAxis
            {...quietAxis}
            {...linearAxis(rows.flatMap((row) => reachOf(row, parts)))}
            interval="equidistantPreserveStart"
            tickFormatter={formatSigned}
            axisLine={false}
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
              barSize={20}
              isAnimationActive={false}
            >
              {strokes.map((stroke) => (
                <ErrorBar
                  key={stroke.stroke}
                  // One case has no interval: nothing is drawn.
                  dataKey={(row: AccountRow<Key>) =>
                    Number.isFinite(row.parts[key].interval.low) ? errorOf(row.parts[key]) : null
                  }
                  direction="x"
                  width={4}
                  isAnimationActive={false}
                  {...stroke}
                />
              ))}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

/** Where the intervals of a stacked bar begin and end: each is drawn at the end of its part. */
function reachOf<Key extends string>(row: AccountRow<Key>, parts: AccountBarsProps<Key>['parts']): number[] {
  const ends = { below: 0, above: 0 };
  return parts.flatMap(({ key }) => {
    const { mean } = row.parts[key];
    const side = mean < 0 ? 'below' : 'above';
    ends[side] += mean;
    const [down, up] = errorOf(row.parts[key]);
    return [ends[side] - down, ends[side] + up];
  });
}

/** How far the interval reaches below and above the mean. */
function errorOf({ mean, interval }: { mean: number; interval: Interval }): [number, number] {
  return [mean - interval.low, interval.high - mean];
}
