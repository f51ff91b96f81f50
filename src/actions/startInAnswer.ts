import { chosenStructure } from '../domain/chosenStructure';
import { answerKey } from '../domain/cohort';
import { structureKey } from '../domain/labelScheme';
import { planeAxis, planeOfLayout } from '../domain/planeAxis';
import { useCohortStore } from '../stores/cohortStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { findErrors } from './findErrors';
import { shownGrid } from './shownGrid';

/** A case that was opened without a voxel begins at its worst slice of the chosen structure. */
export function startInAnswer(): void {
  const { answer } = useShownAnswerStore.getState();
  const { caseId, model, voxel } = useViewStore.getState();
  if (answer?.key !== answerKey(caseId ?? '', model ?? '')) return;
  if (!voxel) showWorstSlice();
  void findErrors();
}

/** Moves the crosshair into the slice with most errors of the chosen structure, to the middle without one. */
export function showWorstSlice(): void {
  const { answer } = useShownAnswerStore.getState();
  const { scheme } = useCohortStore.getState();
  const { structure, layout } = useViewStore.getState();
  const grid = shownGrid();
  if (!answer || !scheme || !grid) return;
  const starts = answer.starts[structureKey(chosenStructure(scheme, structure))];
  const start = starts?.[planeAxis(planeOfLayout(layout), grid)];
  const [x, y, z] = answer.geometry.shape.map((count) => Math.floor(count / 2));
  useViewStore.setState({ voxel: start ?? [x, y, z] });
}
