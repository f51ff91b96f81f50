import { type LabelScheme, structureKey, structuresOf } from '../domain/labelScheme';
import { countsOf, overlapScores } from '../kernels/overlap';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { useShownRegions } from './useShownVolume';

/**
 * Dice by structureKey of the chosen model as it is repainted at the chosen threshold; null while the map is
 * shown as saved, or without a reference.
 */
export function useRepaintedDices(scheme: LabelScheme): Record<string, number> | null {
  const tables = useShownRegions()?.tables;
  const geometry = useShownAnswerStore(({ answer }) => answer?.geometry);
  const step = useViewStore((view) => view.thresholdStep);
  const profile = useViewStore((view) => view.profile);
  if (!tables || !geometry || step === null) return null;
  const table = tables.painted[step];
  return Object.fromEntries(
    structuresOf(scheme).map((structure) => {
      const counts = countsOf(table, structure.labels, scheme.ignoreLabel);
      return [structureKey(structure), overlapScores(counts, geometry, profile).dice];
    }),
  );
}
