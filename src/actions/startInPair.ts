import { chosenStructure } from '../domain/chosenStructure';
import { resultKey } from '../domain/cohort';
import { structureKey } from '../domain/labelScheme';
import { planeAxis, planeOfLayout } from '../domain/planeAxis';
import { useCohortStore } from '../stores/cohortStore';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import { findErrors } from './findErrors';
import { shownGrid } from './shownGrid';

/** A case that was opened without a voxel begins at its worst slice of the chosen structure. */
export function startInPair(): void {
  const { pair } = useShownPairStore.getState();
  const { caseId, model, voxel } = useViewStore.getState();
  if (pair?.key !== resultKey(caseId ?? '', model ?? '')) return;
  if (!voxel) showWorstSlice();
  void findErrors();
}

/** Moves the crosshair into the slice with most errors of the chosen structure, to the middle without one. */
export function showWorstSlice(): void {
  const { pair } = useShownPairStore.getState();
  const { scheme } = useCohortStore.getState();
  const { structure, layout } = useViewStore.getState();
  const grid = shownGrid();
  if (!pair || !scheme || !grid) return;
  const starts = pair.starts[structureKey(chosenStructure(scheme, structure))];
  const start = starts?.[planeAxis(planeOfLayout(layout), grid)];
  const [x, y, z] = pair.geometry.shape.map((count) => Math.floor(count / 2));
  useViewStore.setState({ voxel: start ?? [x, y, z] });
}
