import type { Cohort } from '../../domain/cohort';
import { caseScreens, useViewStore, type ViewFacts } from '../../stores/viewStore';
import { changeView, navigate } from '../navigate';
import { goTo, isWantedThere, tabOf } from '../showPicture';

/** Goes to `place` (where the address pointed before the files were open) if that is there, else to the cohort. */
export function showCohort(
  cohort: Cohort,
  place: ViewFacts['wanted'] = useViewStore.getState().wanted,
): void {
  changeView({ hidden: [], wanted: null });
  if (place && isWantedThere(place, cohort)) goTo(place.selection, place.settings);
  else navigate({ screen: 'cohort', ...tabOf(place), caseId: null, model: cohort.models[0] ?? null });
}

/** What is on screen, where that shows a case: files that come back change nothing about it. */
export function placeHere(): ViewFacts['wanted'] {
  const { screen, tab, scene, caseId, model, structure, view, cause, layout, voxel, hidden, wanted } =
    useViewStore.getState();
  if (!caseScreens.includes(screen) && screen !== 'rate') return wanted;
  const selection = { screen, tab, scene, caseId, model, structure, view, cause, layout, voxel };
  return { selection, settings: { hidden } };
}
