import {
  CartesianGrid,
  Legend,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

/** One case of one model. */
export interface CasePoint {
  key: string;
  name: string;
  x: number;
  y: number;
}

export interface CaseSeries {
  key: string;
  name: string;
  color: string;
  points: CasePoint[];
}

export interface ScatterAxis {
  label: string;
  format: (value: number) => string;
  isLogarithmic?: boolean;
  startsAtZero?: boolean;
}

interface CaseScatterProps {
  series: CaseSeries[];
  x: ScatterAxis;
  y: ScatterAxis;
  label: string;
  /** The line on which both axes agree. */
  hasDiagonal?: boolean;
  hasZeroLine?: boolean;
  onChoose: (key: string) => void;
}

const tick = { fill: 'var(--quiet)', fontSize: 11 };

/** A point per case and model; choosing one opens it. */
export function CaseScatter(props: CaseScatterProps) {
  const { series, x, y, label, hasDiagonal = false, hasZeroLine = false, onChoose } = props;
  const most = Math.max(0, ...series.flatMap(({ points }) => points.flatMap((point) => [point.x, point.y])));
  return (
    <figure className="chart" aria-label={label}>
      <ResponsiveContainer width="100%" height={280}>
        <ScatterChart margin={{ top: 8, right: 16, bottom: 18, left: 4 }}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="x"
            scale={x.isLogarithmic ? 'log' : 'auto'}
            domain={[x.startsAtZero ? 0 : 'auto', 'auto']}
            tickFormatter={x.format}
            tick={tick}
            tickLine={false}
            label={{
              value: x.label,
              position: 'insideBottom',
              offset: -10,
              fill: 'var(--quiet)',
              fontSize: 12,
            }}
          />
          <YAxis
            type="number"
            dataKey="y"
            domain={[y.startsAtZero ? 0 : 'auto', 'auto']}
            tickFormatter={y.format}
            tick={tick}
            tickLine={false}
            width={62}
            label={{
              value: y.label,
              angle: -90,
              position: 'insideLeft',
              fill: 'var(--quiet)',
              fontSize: 12,
              style: { textAnchor: 'middle' },
            }}
          />
          <Legend verticalAlign="top" align="right" height={24} />
          <Tooltip
            cursor={false}
            content={({ payload }) => {
              const point: CasePoint | undefined = payload?.[0]?.payload;
              if (!point) return null;
              return (
                <div className="chart-tip">
                  <strong>{point.name}</strong>
                  <span>
                    {x.label} {x.format(point.x)} · {y.label} {y.format(point.y)}
                  </span>
                </div>
              );
            }}
          />
          {hasDiagonal && (
            <ReferenceLine
              segment={[
                { x: 0, y: 0 },
                { x: most, y: most },
              ]}
              stroke="var(--quiet)"
              strokeDasharray="4 4"
            />
          )}
          {hasZeroLine && <ReferenceLine y={0} stroke="var(--quiet)" />}
          {series.map(({ key, name, color, points }) => (
            <Scatter
              key={key}
              name={name}
              data={points}
              fill={color}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(point) => onChoose((point.payload as CasePoint).key)}
            />
          ))}
        </ScatterChart>
      </ResponsiveContainer>
    </figure>
  );
}
