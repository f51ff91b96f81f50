import { useDeferredValue, useMemo } from 'react';
import { usePlotArea } from 'recharts';
import { PlotFrame } from './PlotFrame';
import { PlotPointer } from './PlotPointer';
import { itemsPath, linesPath, type PlotItem, type PlotSeries, polyline } from './plotItem';
import { type PlotArea, type PlotAxis, plotScale } from './plotScale';

/** A box with whiskers at one place of the x axis. */
export interface PlotBox {
  series: number;
  x: number;
  halfWidth: number;
  minimum: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  maximum: number;
}

/** A line that belongs to no single case. */
export interface PlotCurve {
  places: [number, number][];
  color: string;
  isDashed?: boolean;
}

export interface ItemPlotProps {
  label: string;
  x: PlotAxis;
  y: PlotAxis;
  items: PlotItem[];
  series: PlotSeries[];
  /** Keys of the items in full colour; null for all. The others stay as a shadow. */
  shown: ReadonlySet<string> | null;
  selected: string | null;
  boxes?: PlotBox[];
  curves?: PlotCurve[];
  /** Draws a line at y = 0. */
  hasZeroLine?: boolean;
  onOpen: (key: string, series: number) => void;
  /** Without it a drag does nothing. */
  onBrush?: (keys: string[]) => void;
}

const manyItems = 400;

/** Every case as a point or line: hover names it, a click opens it, a drag keeps those inside. */
export function ItemPlot(props: ItemPlotProps) {
  return (
    <PlotFrame label={props.label} x={props.x} y={props.y}>
      <ItemLayer {...props} />
    </PlotFrame>
  );
}

function ItemLayer(props: ItemPlotProps) {
  // Thousands of items are laid out after the frame is there, not in the same go.
  const area = useDeferredValue(usePlotArea() ?? null, null);
  return area ? <Items {...props} area={area} /> : null;
}

function Items(props: ItemPlotProps & { area: PlotArea }) {
  const { area, x, y, items, series, shown, selected, boxes = [], curves = [], hasZeroLine } = props;
  const scale = useMemo(() => plotScale(area, x, y), [area, x, y]);
  const radius = items.length > manyItems ? 2 : 3.5;
  const paths = useMemo(() => {
    const isShown = ({ key }: PlotItem) => shown === null || shown.has(key);
    const faded = items.filter((item) => !isShown(item));
    const drawn = (list: PlotItem[]) => ({
      dots: itemsPath(list, scale, radius),
      lines: linesPath(list, scale),
    });
    return {
      faded: drawn(faded),
      bySeries: series.map((_, index) =>
        drawn(items.filter((item) => item.series === index && isShown(item))),
      ),
    };
  }, [items, series, shown, scale, radius]);
  const lineOpacity = items.length > manyItems ? 0.25 : 'var(--line-opacity)';
  const marked = items.filter(({ key }) => key === selected);
  return (
    <g>
      {hasZeroLine && <path d={`M${area.x} ${scale.y(0)}h${area.width}`} stroke="var(--quiet)" fill="none" />}
      <path d={paths.faded.lines} stroke="var(--quiet)" strokeOpacity={0.08} fill="none" />
      <path d={paths.faded.dots} fill="var(--quiet)" fillOpacity={0.14} />
      {paths.bySeries.map(({ dots, lines }, index) => (
        <g key={series[index].name} data-series={series[index].name}>
          <path d={lines} stroke={series[index].color} strokeOpacity={lineOpacity} fill="none" />
          <path className="plot-dots" d={dots} {...dotStyle(series[index])} />
        </g>
      ))}
      {boxes.map((box) => (
        <Box key={`${box.series} ${box.x}`} box={box} series={series[box.series]} scale={scale} />
      ))}
      {curves.map(({ places, color, isDashed }) => (
        <path
          key={`${color} ${places.length} ${places[0]?.join()} ${isDashed}`}
          d={polyline(places, scale)}
          stroke={color}
          strokeWidth={1.5}
          strokeDasharray={isDashed ? '5 4' : undefined}
          fill="none"
        />
      ))}
      <path d={linesPath(marked, scale)} stroke="var(--text)" strokeWidth={1.5} fill="none" />
      <path d={itemsPath(marked, scale, radius + 2.5)} stroke="var(--text)" strokeWidth={1.5} fill="none" />
      <PlotPointer {...props} scale={scale} />
    </g>
  );
}

function dotStyle({ color, mark }: PlotSeries) {
  return mark === 'ring'
    ? { fill: 'none', stroke: color, strokeWidth: 1.5 }
    : { fill: color, fillOpacity: 'var(--dot-opacity)' };
}

function Box({
  box,
  series,
  scale,
}: {
  box: PlotBox;
  series: PlotSeries;
  scale: ReturnType<typeof plotScale>;
}) {
  const left = scale.x(box.x - box.halfWidth);
  const right = scale.x(box.x + box.halfWidth);
  const middle = scale.x(box.x);
  const [low, lower, median, upper, high] = [
    box.minimum,
    box.lowerQuartile,
    box.median,
    box.upperQuartile,
    box.maximum,
  ].map(scale.y);
  return (
    <g stroke="var(--text)" fill="none">
      <path d={`M${middle} ${low}V${lower}M${middle} ${upper}V${high}`} />
      <rect
        x={left}
        y={upper}
        width={right - left}
        height={Math.max(0, lower - upper)}
        fill={series.color}
        fillOpacity={0.15}
      />
      <path d={`M${left} ${median}H${right}`} strokeWidth={2} />
    </g>
  );
}
