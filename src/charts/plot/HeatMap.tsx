import { type PointerEvent, useDeferredValue, useMemo, useState } from 'react';
import { usePlotArea } from 'recharts';
import { PlotFrame } from './PlotFrame';
import { PlotTip } from './PlotTip';
import type { PlotArea, PlotAxis } from './plotScale';

export interface HeatColumn {
  key: string;
  name: string;
  /** From 0 to 1, in the order of the rows; NaN where there is no number. */
  values: number[];
}

export interface HeatMapProps {
  label: string;
  xLabel: string;
  columns: HeatColumn[];
  rows: { name: string; color: string }[];
  shown: ReadonlySet<string> | null;
  selected: string | null;
  format: (value: number) => string;
  /** The case of a column, and the row that was chosen. */
  onOpen: (key: string, row: number) => void;
  onBrush: (keys: string[]) => void;
}

/** Values are drawn in this many steps, each one path. */
const steps = 20;
const leastDrag = 5;

/** A cell per case and structure, the higher the score the stronger; columns stand in the order given. */
export function HeatMap(props: HeatMapProps) {
  const { columns, rows } = props;
  const x = useMemo(
    (): PlotAxis => ({
      label: props.xLabel,
      domain: [0, Math.max(1, columns.length)],
      ticks: [],
      format: String,
    }),
    [columns.length, props.xLabel],
  );
  const y = useMemo(
    (): PlotAxis => ({
      label: '',
      domain: [0, Math.max(1, rows.length)],
      ticks: rows.map((_, index) => rows.length - index - 0.5),
      format: (value) => rows[Math.round(rows.length - value - 0.5)]?.name ?? '',
    }),
    [rows],
  );
  return (
    <PlotFrame label={props.label} x={x} y={y} hasGrid={false} yWidth={150} isCrowded>
      <HeatLayer {...props} />
    </PlotFrame>
  );
}

function HeatLayer(props: HeatMapProps) {
  const area = useDeferredValue(usePlotArea() ?? null, null);
  return area ? <Cells {...props} area={area} /> : null;
}

function Cells(props: HeatMapProps & { area: PlotArea }) {
  const { columns, rows, shown, selected, format, onOpen, onBrush, area } = props;
  const [hovered, setHovered] = useState<{ column: number; row: number } | null>(null);
  const [dragFrom, setDragFrom] = useState<number | null>(null);
  const width = area.width / Math.max(1, columns.length);
  const height = area.height / Math.max(1, rows.length);
  const paths = useMemo(() => cellPaths(columns, rows.length, area, shown), [columns, rows, area, shown]);
  const at = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = (offset: number, size: number, count: number) =>
      Math.min(count - 1, Math.max(0, Math.floor(offset / size)));
    return {
      column: place(event.clientX - box.left, width, columns.length),
      row: place(event.clientY - box.top, height, rows.length),
    };
  };
  const place = columns.findIndex(({ key }) => key === selected);
  const item = hovered && columns[hovered.column];
  return (
    <g>
      {paths.map(({ row, step, opacity, path }) => (
        <path key={`${row} ${step} ${opacity}`} d={path} fill={rows[row].color} fillOpacity={opacity} />
      ))}
      {place >= 0 && (
        <rect
          x={area.x + place * width}
          y={area.y}
          width={width}
          height={area.height}
          fill="none"
          stroke="var(--text)"
        />
      )}
      {item && (
        <PlotTip
          area={area}
          x={area.x + area.width / 2}
          y={area.y + (hovered.row + 0.5) * height}
          side="middle"
          text={`${item.name} · ${rows[hovered.row].name} ${format(item.values[hovered.row])}`}
        />
      )}
      <rect
        className="plot-surface"
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        fill="transparent"
        cursor="pointer"
        onPointerMove={(event) => setHovered(at(event))}
        onPointerLeave={() => setHovered(null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragFrom(event.clientX);
        }}
        onPointerUp={(event) => {
          if (dragFrom === null || columns.length === 0) return;
          setDragFrom(null);
          const end = at(event);
          const moved = event.clientX - dragFrom;
          if (Math.abs(moved) < leastDrag) {
            onOpen(columns[end.column].key, end.row);
            return;
          }
          const start = Math.max(0, Math.min(columns.length - 1, end.column - Math.round(moved / width)));
          const between = columns.slice(Math.min(start, end.column), Math.max(start, end.column) + 1);
          onBrush(between.map(({ key }) => key));
        }}
      />
    </g>
  );
}

/** Cells of one row and one step of value are one path; columns that are not shown are a shadow. */
function cellPaths(
  columns: readonly HeatColumn[],
  rowCount: number,
  area: PlotArea,
  shown: ReadonlySet<string> | null,
) {
  const width = area.width / Math.max(1, columns.length);
  const height = area.height / Math.max(1, rowCount);
  const gap = width > 4 ? 1 : 0;
  const across = (width - gap).toFixed(2);
  const cell = `h${across}v${(height - 2).toFixed(1)}h-${across}z`;
  const tops = Array.from({ length: rowCount }, (_, row) => (area.y + row * height + 1).toFixed(1));
  const paths = new Map<string, { row: number; step: number; opacity: number; path: string }>();
  columns.forEach(({ key, values }, column) => {
    const fade = shown === null || shown.has(key) ? 1 : 0.15;
    const left = (area.x + column * width).toFixed(1);
    values.forEach((value, row) => {
      if (Number.isNaN(value)) return;
      const step = Math.round(Math.min(1, Math.max(0, value)) * steps);
      const name = `${row} ${step} ${fade}`;
      const cells = paths.get(name) ?? {
        row,
        step,
        opacity: fade * (0.06 + (0.94 * step) / steps),
        path: '',
      };
      cells.path += `M${left} ${tops[row]}${cell}`;
      paths.set(name, cells);
    });
  });
  return [...paths.values()];
}
