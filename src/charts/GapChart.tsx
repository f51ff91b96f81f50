import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatSigned } from '../i18n/formatNumber';

/** The gaps of one case, one number per series; a gap that does not exist is missing. */
export interface GapRow {
  caseId: string;
  gaps: Record<string, number>;
}

interface GapChartProps {
  rows: GapRow[];
  /** One bar per series: a model, with its colour. */
  series: { key: string; name: string; color: string }[];
  label: string;
  onChoose: (caseId: string, seriesKey: string) => void;
}

/** Gap per case, diverging around zero; the label worse above, better below. */
export function GapChart({ rows, series, label, onChoose }: GapChartProps) {
  return (
    <figure className="chart" aria-label={label}>
      <ResponsiveContainer width="100%" height={260}>
        <BarChart data={rows} margin={{ top: 12, right: 12, bottom: 4, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="caseId" tick={false} tickLine={false} axisLine={false} height={8} />
          <YAxis
            width={56}
            tickFormatter={formatSigned}
            tick={{ fill: 'var(--quiet)', fontSize: 11 }}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            formatter={(value) => formatSigned(Number(value))}
            contentStyle={{ background: 'var(--panel)', border: '1px solid var(--line)', borderRadius: 6 }}
            labelStyle={{ color: 'var(--text)' }}
          />
          <ReferenceLine y={0} stroke="var(--quiet)" />
          {series.map(({ key, name, color }) => (
            <Bar
              key={key}
              dataKey={(row: GapRow) => row.gaps[key]}
              name={name}
              fill={color}
              maxBarSize={22}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, index) => onChoose(rows[index].caseId, key)}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
