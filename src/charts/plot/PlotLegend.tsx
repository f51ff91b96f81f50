import type { PlotSeries } from './plotItem';

/** The name of every series beside its colour. */
export function PlotLegend({ series }: { series: readonly PlotSeries[] }) {
  return (
    <ul className="plot-legend">
      {series.map(({ name, color, isDashed }) => (
        <li key={name}>
          <i style={{ color }} data-dashed={isDashed} /> {name}
        </li>
      ))}
    </ul>
  );
}
