import { type ReactNode, useMemo } from 'react';
import { CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { PlotAxis } from './plotScale';

interface PlotFrameProps {
  label: string;
  x: PlotAxis;
  y: PlotAxis;
  hasGrid?: boolean;
  yWidth?: number;
  /** Leaves names out where they would cover each other, as those of many rows do. */
  isCrowded?: boolean;
  children: ReactNode;
}

const tick = { fill: 'var(--quiet)', fontSize: 11 };
const title = { fill: 'var(--quiet)', fontSize: 12 };

/** Axes and grid; what is drawn between them places itself by `usePlotArea` and `plotScale`. */
export function PlotFrame(props: PlotFrameProps) {
  const { label, x, y, hasGrid = true, yWidth = 56, isCrowded = false, children } = props;
  // Recharts draws ticks only for axes that have data.
  const ends = useMemo(() => [0, 1].map((end) => ({ x: x.domain[end], y: y.domain[end] })), [x, y]);
  return (
    <div className="plot" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          accessibilityLayer={false}
          data={ends}
          margin={{ top: 10, right: 16, bottom: 18, left: 4 }}
        >
          {hasGrid && <CartesianGrid stroke="var(--line)" vertical={false} />}
          <XAxis
            type="number"
            dataKey="x"
            includeHidden
            domain={x.domain}
            scale={x.isLogarithmic ? 'log' : 'linear'}
            ticks={x.ticks}
            interval="preserveStartEnd"
            tickFormatter={x.format}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            label={{ value: x.label, position: 'insideBottom', offset: -12, ...title }}
          />
          <YAxis
            type="number"
            dataKey="y"
            includeHidden
            width={yWidth}
            domain={y.domain}
            scale={y.isLogarithmic ? 'log' : 'linear'}
            ticks={y.ticks}
            interval={isCrowded ? 'equidistantPreserveStart' : 0}
            tickFormatter={y.format}
            tick={tick}
            tickLine={false}
            axisLine={false}
            label={{
              value: y.label,
              angle: -90,
              position: 'insideLeft',
              ...title,
              style: { textAnchor: 'middle' },
            }}
          />
          <Line dataKey="y" hide />
          {children}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
