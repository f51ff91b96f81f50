import { resultKey } from '../domain/cohort';
import { fullestSlices } from '../domain/sliceCounts';
import { useCohortStore } from '../stores/cohortStore';
import { useRatingStore } from '../stores/ratingStore';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import { showPair } from './showPair';

/** Reads the item that is rated, then the next one. */
export function showRated(): void {
  const { study, place } = useRatingStore.getState();
  const item = study?.items[place];
  if (!item) return;
  const next = study.items.slice(place + 1, place + 2);
  void showPair(item.caseId, item.model, next).then(startInRated);
}

/** Begins amid what is marked: the slice with most errors would tell where to look. */
function startInRated(): void {
  const { study, place } = useRatingStore.getState();
  const { pair } = useShownPairStore.getState();
  const { scheme } = useCohortStore.getState();
  const item = study?.items[place];
  const { screen, voxel } = useViewStore.getState();
  if (!item || !pair || !scheme || screen !== 'rate' || voxel) return;
  if (pair.key !== resultKey(item.caseId, item.model)) return;
  const labels = pair.values.filter((value) => value !== 0);
  const start = fullestSlices(
    pair.slices,
    pair.pairs,
    { labels },
    scheme.ignoreLabel,
    study.isReferenceShown,
  );
  const [x, y, z] = pair.geometry.shape.map((count) => Math.floor(count / 2));
  useViewStore.setState({ voxel: start ?? [x, y, z] });
}
