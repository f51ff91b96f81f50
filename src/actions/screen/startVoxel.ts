import { chosenStructure } from '../../domain/chosenStructure';
import { answerKey } from '../../domain/cohort';
import { structureKey } from '../../domain/labelScheme';
import { planeAxis, planeOfLayout } from '../../domain/planeAxis';
import { fullestSlices } from '../../domain/sliceCounts';
import { useCohortStore } from '../../stores/cohortStore';
import { useRatingStore } from '../../stores/ratingStore';
import { type ShownAnswer, useShownAnswerStore } from '../../stores/shownAnswerStore';
import { useViewStore } from '../../stores/viewStore';
import { shownGrid } from '../shownGrid';
import { placeOnScreen } from './shownAnswers';

type Voxel = [number, number, number];

/** A case that was opened without a voxel begins at its worst slice of the chosen structure. */
export function startInAnswer(): void {
  const { answer } = useShownAnswerStore.getState();
  const { voxel, screen } = useViewStore.getState();
  const place = placeOnScreen();
  if (voxel || !place || answer?.key !== answerKey(place.caseId, place.model)) return;
  const start = screen === 'rate' ? amidMarks(answer) : worstSlice(answer);
  if (start) useViewStore.setState({ voxel: start });
}

/** Moves the crosshair into the slice with most errors of the chosen structure, to the middle without one. */
export function showWorstSlice(): void {
  const { answer } = useShownAnswerStore.getState();
  const voxel = answer && worstSlice(answer);
  if (voxel) useViewStore.setState({ voxel });
}

function worstSlice(answer: ShownAnswer): Voxel | null {
  const { scheme } = useCohortStore.getState();
  const { structure, layout } = useViewStore.getState();
  const grid = shownGrid();
  if (!scheme || !grid) return null;
  const starts = answer.starts[structureKey(chosenStructure(scheme, structure))];
  return starts?.[planeAxis(planeOfLayout(layout), grid)] ?? middleOf(answer);
}

/** Where most is marked: the slice with most errors would tell a rater where to look. */
function amidMarks(answer: ShownAnswer): Voxel | null {
  const { study } = useRatingStore.getState();
  const { scheme } = useCohortStore.getState();
  if (!study || !scheme) return null;
  const labels = answer.values.filter((value) => value !== 0);
  const marks = fullestSlices(
    answer.slices,
    answer.pairs,
    { labels },
    scheme.ignoreLabel,
    study.isReferenceShown,
  );
  return marks ?? middleOf(answer);
}

function middleOf({ geometry }: ShownAnswer): Voxel {
  const [x, y, z] = geometry.shape.map((count) => Math.floor(count / 2));
  return [x, y, z];
}
