import { useMemo } from 'react';
import { answerKey } from '../domain/cohort';
import type { RatedItem, Rating, RatingStudy } from '../domain/rating';
import { useRatingStore } from '../stores/ratingStore';

export interface Rated {
  study: RatingStudy;
  /** In the order of rating; null without a rating or words. */
  rows: { item: RatedItem; rating: Rating | null }[];
  ratedCount: number;
}

/** The study with what was rated so far; null while none is set up. */
export function useRated(): Rated | null {
  const study = useRatingStore((facts) => facts.study);
  const ratings = useRatingStore((facts) => facts.ratings);
  return useMemo(() => {
    if (!study) return null;
    const rows = study.items.map((item) => ({
      item,
      rating: ratings[answerKey(item.caseId, item.model)] ?? null,
    }));
    return { study, rows, ratedCount: rows.filter(({ rating }) => rating && rating.step !== null).length };
  }, [study, ratings]);
}
