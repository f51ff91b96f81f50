import type { PlotSeries } from './plotItem';

interface PlotLegendProps {
  series: readonly PlotSeries[];
  /** Makes a button of every entry; the chosen one is pressed. */
  onChoose?: (name: string) => void;
  chosen?: string | null;
}

/** The name of every series beside its colour. */
export function PlotLegend({ series, onChoose, chosen = null }: PlotLegendProps) {
  return (
    <ul className="plot-legend">
      {series.map(({ name, color, isDashed }) => {
        const entry = (
          <>
            <i style={{ color }} data-dashed={isDashed} /> {name}
          </>
        );
        return (
          <li key={name}>
            {onChoose ? (
              <button type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
                {entry}
              </button>
            ) : (
              entry
            )}
          </li>
        );
      })}
    </ul>
  );
}
