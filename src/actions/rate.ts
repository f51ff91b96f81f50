import { answerKey } from '../domain/cohort';
import { type Rating, type RatingStudy, ratingScales } from '../domain/rating';
import { emptyRating, useRatingStore } from '../stores/ratingStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { navigate } from './navigate';

/** Begins a rating anew; ratings of before are gone. */
export function startRating(study: RatingStudy): void {
  useRatingStore.setState({ ...emptyRating, study });
  continueRating();
}

/** Shows the item that was rated last; case and model stay out of the address. */
export function continueRating(): void {
  navigate({ screen: 'rate', caseId: null, model: null, voxel: null });
}

/** Back to where ratings are set up and read; they can be continued. */
export function leaveRating(): void {
  navigate({ screen: 'cohort', tab: 'rating' });
}

export function goToItem(place: number): void {
  const count = useRatingStore.getState().study?.items.length ?? 0;
  if (place < 0 || place >= count) return;
  useRatingStore.setState({ place });
  useViewStore.setState({ voxel: null });
}

export function stepItem(step: 1 | -1): void {
  goToItem(useRatingStore.getState().place + step);
}

/** Goes to the next item without a rating, round again from the first; stays where all are rated. */
export function nextUnrated(): void {
  const { study, ratings, place } = useRatingStore.getState();
  const items = study?.items ?? [];
  const isOpen = ({ caseId, model }: (typeof items)[number]) =>
    (ratings[answerKey(caseId, model)]?.step ?? null) === null;
  const later = items.findIndex((item, index) => index > place && isOpen(item));
  goToItem(later >= 0 ? later : items.findIndex(isOpen));
}

/** Rates the item on screen; nothing is rated before it is seen. */
export function rateItem(step: number): void {
  const { study } = useRatingStore.getState();
  if (study && step >= 1 && step <= ratingScales[study.scale]) change({ step });
}

export function commentItem(text: string): void {
  change({ text });
}

/** Shows which model was which; what is rated from now on is no longer blinded. */
export function revealModels(): void {
  useRatingStore.setState({ isRevealed: true });
}

export function clearRating(): void {
  useRatingStore.setState(emptyRating);
}

function change(given: Partial<Rating>): void {
  const { study, place, ratings, isRevealed } = useRatingStore.getState();
  const item = study?.items[place];
  const key = item && answerKey(item.caseId, item.model);
  if (!key || useShownAnswerStore.getState().answer?.key !== key) return;
  const before = ratings[key] ?? { step: null, text: '' };
  const isBlinded = given.step === undefined && ratings[key] ? ratings[key].isBlinded : !isRevealed;
  useRatingStore.setState({ ratings: { ...ratings, [key]: { ...before, ...given, isBlinded } } });
}
