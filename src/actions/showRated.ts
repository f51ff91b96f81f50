import { answerKey } from '../domain/cohort';
import { fullestSlices } from '../domain/sliceCounts';
import { useCohortStore } from '../stores/cohortStore';
import { useRatingStore } from '../stores/ratingStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { showAnswer } from './showAnswer';

/** Reads the item that is rated, then the next one. */
export function showRated(): void {
  const { study, place } = useRatingStore.getState();
  const item = study?.items[place];
  if (!item) return;
  const next = study.items.slice(place + 1, place + 2);
  void showAnswer(item.caseId, item.model, next).then(startInRated);
}

/** Begins amid what is marked: the slice with most errors would tell where to look. */
function startInRated(): void {
  const { study, place } = useRatingStore.getState();
  const { answer } = useShownAnswerStore.getState();
  const { scheme } = useCohortStore.getState();
  const item = study?.items[place];
  const { screen, voxel } = useViewStore.getState();
  if (!item || !answer || !scheme || screen !== 'rate' || voxel) return;
  if (answer.key !== answerKey(item.caseId, item.model)) return;
  const labels = answer.values.filter((value) => value !== 0);
  const start = fullestSlices(
    answer.slices,
    answer.pairs,
    { labels },
    scheme.ignoreLabel,
    study.isReferenceShown,
  );
  const [x, y, z] = answer.geometry.shape.map((count) => Math.floor(count / 2));
  useViewStore.setState({ voxel: start ?? [x, y, z] });
}
