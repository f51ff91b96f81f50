import { useMemo } from 'react';
import { resultKey } from '../../domain/cohort';
import type { MaybeNumber } from '../../domain/contourShift';
import type { Structure } from '../../domain/labelScheme';
import type { RatedItem, RatedMetric, Rating } from '../../domain/rating';
import { ratedScores } from '../../kernels/cohort/ratedScores';
import { useCohortRows } from '../cohort/useCohortRows';
import type { Rated } from './useRated';

/** One item of the study with its scores for one structure. */
export interface RatedLine {
  key: string;
  /** Place in the order of rating, from 1. */
  order: number;
  item: RatedItem;
  rating: Rating | null;
  scores: Record<RatedMetric, MaybeNumber>;
}

/** Ratings beside the scores of one structure as they stand now, in the order of rating. */
export function useRatedLines({ rows }: Rated, structure: Structure): RatedLine[] {
  const cohort = useCohortRows();
  return useMemo(() => {
    const scoresByKey = new Map(cohort.map(({ key, scores }) => [key, scores]));
    return rows.map(({ item, rating }, index) => {
      const key = resultKey(item.caseId, item.model);
      const scores = ratedScores(scoresByKey.get(key) ?? null, structure);
      return { key, order: index + 1, item, rating, scores };
    });
  }, [cohort, rows, structure]);
}
