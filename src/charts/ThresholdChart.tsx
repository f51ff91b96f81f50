import { memo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceDot, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { markColor } from '../domain/palette';
import { nameBelow, quietAxis } from './quietAxis';

export interface ThresholdLine {
  key: string;
  color: string;
  /** Dice at k / dice.length; NaN where it does not exist. */
  dice: ArrayLike<number>;
  /** Of the best Dice, or NaN. */
  bestThreshold: number;
}

interface ThresholdChartProps {
  lines: ThresholdLine[];
  /** Where the scores on screen are read, 0 to 1. */
  threshold: number;
  label: string;
  axisLabel: string;
}

const leftPx = 36;
const rightPx = 12;

/** Dice against threshold; the best threshold of each line is a hollow dot, the chosen one an upright line. */
export function ThresholdChart({ lines, threshold, label, axisLabel }: ThresholdChartProps) {
  return (
    <figure className="chart threshold-plot" aria-label={label}>
      <Lines lines={lines} axisLabel={axisLabel} />
      <Mark at={0.5} className="threshold-mark saved" />
      <Mark at={threshold} className="threshold-mark" />
    </figure>
  );
}

/** Laid over the chart, so that moving it does not draw the lines again. */
function Mark({ at, className }: { at: number; className: string }) {
  const left = `calc(${leftPx}px + (100% - ${leftPx + rightPx}px) * ${at})`;
  return <div className={className} style={{ left }} aria-hidden="true" />;
}

const Lines = memo(function Lines({ lines, axisLabel }: Pick<ThresholdChartProps, 'lines' | 'axisLabel'>) {
  return (
    <ResponsiveContainer width="100%" height={190}>
      <LineChart margin={{ top: 8, right: rightPx, bottom: 14, left: 0 }}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          {...quietAxis}
          dataKey="threshold"
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          label={nameBelow(axisLabel)}
        />
        <YAxis
          {...quietAxis}
          domain={[0, 1]}
          ticks={[0, 0.2, 0.4, 0.6, 0.8, 1]}
          width={leftPx}
          tickFormatter={(value: number) => value.toFixed(1)}
          axisLine={false}
        />
        {lines.map(({ key, color, dice }) => (
          <Line
            key={key}
            data={Array.from(dice, (value, step) => ({
              threshold: step / dice.length,
              dice: Number.isNaN(value) ? null : value,
            }))}
            dataKey="dice"
            stroke={markColor(color)}
            strokeWidth={1.8}
            dot={false}
            isAnimationActive={false}
          />
        ))}
        {lines.map(({ key, color, dice, bestThreshold }) =>
          Number.isNaN(bestThreshold) ? null : (
            <ReferenceDot
              key={key}
              x={bestThreshold}
              y={dice[Math.round(bestThreshold * dice.length)]}
              r={4.5}
              fill="var(--page)"
              stroke={markColor(color)}
              strokeWidth={2}
            />
          ),
        )}
      </LineChart>
    </ResponsiveContainer>
  );
});
