import { CartesianGrid, Line, LineChart, ReferenceDot, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { linearAxis } from './plot/plotScale';
import { nameBelow, quietAxis } from './quietAxis';

interface ShiftCurve {
  key: string;
  color: string;
  isDashed: boolean;
  /** Millimetres and Dice, both of equal length. */
  shiftsMm: number[];
  dice: number[];
  /** Where the observed Dice meets the curve; null where it never does. */
  mark: { shiftMm: number; dice: number } | null;
}

interface ShiftCurvesProps {
  curves: ShiftCurve[];
  label: string;
  axisLabel: string;
}

/** Dice against an even shift of the reference contour, the observed scores marked on their curves. */
export function ShiftCurves({ curves, label, axisLabel }: ShiftCurvesProps) {
  const marks = curves.flatMap(({ mark, color, key }) => (mark ? [{ ...mark, color, key }] : []));
  const shifts = linearAxis([Math.max(1, ...marks.map(({ shiftMm }) => shiftMm * 1.6))], { from: 0 });
  return (
    <figure className="chart" aria-label={label}>
      <ResponsiveContainer width="100%" height={200}>
        <LineChart margin={{ top: 8, right: 12, bottom: 14, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            {...quietAxis}
            dataKey="shiftMm"
            {...shifts}
            allowDataOverflow
            label={nameBelow(axisLabel)}
          />
          <YAxis
            {...quietAxis}
            {...linearAxis([], { from: 0, to: 1 })}
            width={36}
            tickFormatter={(value: number) => value.toFixed(1)}
            axisLine={false}
          />
          {curves.map(({ key, color, isDashed, shiftsMm, dice }) => (
            <Line
              key={key}
              data={shiftsMm.map((shiftMm, index) => ({ shiftMm, dice: dice[index] }))}
              dataKey="dice"
              stroke={color}
              strokeWidth={1.8}
              strokeDasharray={isDashed ? '4 3' : undefined}
              dot={false}
              isAnimationActive={false}
            />
          ))}
          {marks.map(({ key, shiftMm, dice, color }) => (
            <ReferenceDot key={key} x={shiftMm} y={dice} r={4.5} fill={color} stroke="var(--panel)" />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}
