import { useCohortStore } from '../../stores/cohortStore';
import { useRatingStore } from '../../stores/ratingStore';
import { useShownAnswerStore } from '../../stores/shownAnswerStore';
import { useViewStore } from '../../stores/viewStore';
import { shownAnswers } from './shownAnswers';
import { structureErrors } from './shownErrors';
import { dropIdleThreshold, regionVolumes } from './shownRegions';
import { startInAnswer } from './startVoxel';

/** In this order: the picture first, and of it what is found in it. */
function follow(): void {
  void shownAnswers.follow();
  startInAnswer();
  dropIdleThreshold();
  void regionVolumes.follow();
  void structureErrors.follow();
}

/**
 * Reads what the screen needs, whatever fact changed: the one place that does. Facts that change together are
 * answered once.
 */
export function followScreen(): () => void {
  let isWaiting = false;
  const changed = () => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      follow();
    });
  };
  const stores = [useCohortStore, useViewStore, useRatingStore, useShownAnswerStore];
  const unsubscribes = stores.map((store) => store.subscribe(changed));
  changed();
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}
