import { create } from 'zustand';
import type { Rating, RatingStudy } from '../domain/rating';

/** A blinded rating of the open cohort: one at a time. */
export interface RatingFacts {
  study: RatingStudy | null;
  /** By answerKey(caseId, model). */
  ratings: Readonly<Record<string, Rating>>;
  /** Place in the study's items of the one that is rated, or was last. */
  place: number;
  /** The models were shown: from then on nothing is blinded any more. */
  isRevealed: boolean;
}

export const emptyRating: RatingFacts = { study: null, ratings: {}, place: 0, isRevealed: false };

export const useRatingStore = create<RatingFacts>(() => emptyRating);
