import type { PlotSeries } from './plotItem';

interface PlotLegendProps {
  series: readonly PlotSeries[];
  /** The entries that are buttons. */
  choices?: readonly string[];
  chosen?: string | null;
  onChoose?: (name: string) => void;
}

/** The name of every series beside its colour. */
export function PlotLegend({ series, choices = [], chosen = null, onChoose }: PlotLegendProps) {
  return (
    <ul className="plot-legend">
      {series.map(({ name, color, mark }) => {
        const entry = (
          <>
            <i style={{ color }} data-mark={mark} /> {name}
          </>
        );
        return (
          <li key={`${name} ${mark}`}>
            {choices.includes(name) ? (
              <button
                type="button"
                className="plain"
                aria-pressed={name === chosen}
                onClick={() => onChoose?.(name)}
              >
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
