import type { PlacedPane } from '../domain/panes';
import { pairViewKinds, type ViewKind } from '../domain/view';
import { useCohortStore } from '../stores/cohortStore';
import { useShownRegions } from './useShownVolume';

/** The views that a pane can show of the open files; raw regions are read for the main pane alone. */
export function useViewKinds(place: PlacedPane['place']): ViewKind[] {
  const models = useCohortStore(({ cohort }) => cohort?.models.length ?? 0);
  const regions = useShownRegions();
  const ofModels: ViewKind[] = models > 1 ? ['models'] : [];
  const ofRegions: ViewKind[] = [];
  if (place === 'main' && regions?.differences) ofRegions.push('differences');
  if (place === 'main' && regions?.bits) ofRegions.push('nesting');
  if (place === 'main' && regions?.steps) ofRegions.push('heat');
  return [...pairViewKinds, ...ofModels, ...ofRegions];
}
