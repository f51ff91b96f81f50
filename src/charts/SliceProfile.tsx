import { type KeyboardEvent, memo, type PointerEvent, useState } from 'react';
import { Area, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';

/** One slice of one structure; areas in cm², Dice NaN where the structure is in neither map. */
export interface SliceRow {
  slice: number;
  reference: number;
  prediction: number;
  missed: number;
  extra: number;
  dice: number;
}

interface SliceProfileProps {
  rows: readonly SliceRow[];
  colors: { missed: string; extra: string; prediction: string };
  /** The slice at the crosshair. */
  slice: number;
  label: string;
  /** In CSS pixels; a low one names no slices along its axis. */
  height: number;
  /** What a slice's values are in words, for screen readers. */
  sayRow: (row: SliceRow) => string;
  onSlice: (slice: number) => void;
  /** The slice under the pointer; null when it left. */
  onHover: (slice: number | null) => void;
}

/** The slider lies exactly over the plot. */
const leftPx = 38;
const rightPx = 30;
const topPx = 6;
const roomForSlicesPx = 64;
const bottomOf = (height: number) => (height < roomForSlicesPx ? 4 : 18);
const pageSlices = 10;

/**
 * Errors, areas and Dice along the slices. Only the line at the crosshair moves with it: the curves are drawn
 * once per case and structure.
 */
export function SliceProfile(props: SliceProfileProps) {
  const { rows, colors, slice, label, height, sayRow, onSlice, onHover } = props;
  const [isDragging, setIsDragging] = useState(false);
  const last = Math.max(1, rows.length - 1);
  const sliceAt = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.round(Math.min(1, Math.max(0, (clientX - left) / width)) * last);
  };
  const step = (event: KeyboardEvent) => {
    const targets: Record<string, number> = {
      ArrowLeft: slice - 1,
      ArrowRight: slice + 1,
      PageDown: slice - pageSlices,
      PageUp: slice + pageSlices,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onSlice(Math.min(last, Math.max(0, target)));
  };
  return (
    <figure className="slice-profile" style={{ height }}>
      <Curves rows={rows} height={height} {...colors} />
      <div
        className="slice-slider"
        style={{ left: leftPx, right: rightPx, top: topPx, bottom: bottomOf(height) }}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={slice}
        aria-valuetext={rows[slice] && sayRow(rows[slice])}
        onKeyDown={step}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setIsDragging(true);
          onSlice(sliceAt(event));
        }}
        onPointerMove={(event) => {
          const here = sliceAt(event);
          onHover(here);
          if (isDragging && here !== slice) onSlice(here);
        }}
        onPointerUp={() => setIsDragging(false)}
        onPointerCancel={() => setIsDragging(false)}
        onPointerLeave={() => onHover(null)}
      >
        <i className="slice-cursor" style={{ left: `${(100 * slice) / last}%` }} />
      </div>
    </figure>
  );
}

interface CurvesProps {
  rows: readonly SliceRow[];
  height: number;
  missed: string;
  extra: string;
  prediction: string;
}

const tick = { fill: 'var(--quiet)', fontSize: 10 };

const Curves = memo(function Curves({ rows, height, missed, extra, prediction }: CurvesProps) {
  const area = {
    type: 'step',
    stackId: 'errors',
    stroke: 'var(--edge)',
    strokeWidth: 0.7,
    isAnimationActive: false,
  } as const;
  const line = { type: 'linear', dot: false, isAnimationActive: false } as const;
  return (
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart
          data={[...rows]}
          margin={{ top: topPx, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis
            type="number"
            dataKey="slice"
            domain={[0, Math.max(1, rows.length - 1)]}
            height={bottomOf(height)}
            tick={height < roomForSlicesPx ? false : tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            tickCount={9}
            tickFormatter={(row: number) => String(row + 1)}
            allowDecimals={false}
          />
          <YAxis
            yAxisId="area"
            width={leftPx}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickCount={height < roomForSlicesPx ? 2 : 3}
          />
          <YAxis
            yAxisId="dice"
            orientation="right"
            domain={[0, 1]}
            ticks={height < roomForSlicesPx ? [0, 1] : [0, 0.5, 1]}
            width={rightPx}
            tick={tick}
            tickLine={false}
            axisLine={false}
          />
          <Area {...area} yAxisId="area" dataKey="missed" fill={missed} fillOpacity={0.85} />
          <Area {...area} yAxisId="area" dataKey="extra" fill={extra} fillOpacity={0.85} />
          <Line {...line} yAxisId="area" dataKey="reference" stroke="var(--text)" strokeWidth={1.4} />
          <Line {...line} yAxisId="area" dataKey="prediction" stroke={prediction} strokeWidth={1.4} />
          <Line
            {...line}
            yAxisId="dice"
            dataKey={({ dice }: SliceRow) => (Number.isFinite(dice) ? dice : null)}
            stroke="var(--quiet)"
            strokeWidth={1}
            strokeDasharray="2 3"
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
});
