import { useMemo } from 'react';
import { resultKey } from '../../domain/cohort';
import type { ScoredRow } from '../../domain/cohortRow';
import type { MaybeNumber } from '../../domain/contourShift';
import type { Structure } from '../../domain/labelScheme';
import type { RatedItem, RatedMetric, Rating } from '../../domain/rating';
import { ratedScores } from '../../kernels/cohort/ratedScores';
import { useCohortView } from '../cohort/useCohortView';
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

const noRows: ScoredRow[] = [];

/** Ratings beside the scores of one structure as they stand now, in the order of rating. */
export function useRatedLines({ rows }: Rated, structure: Structure): RatedLine[] {
  const cohort = useCohortView()?.scored ?? noRows;
  return useMemo(() => {
    const scoresByKey = new Map(cohort.map(({ key, scores }) => [key, scores]));
    return rows.map(({ item, rating }, index) => {
      const key = resultKey(item.caseId, item.model);
      const scores = ratedScores(scoresByKey.get(key) ?? null, structure);
      return { key, order: index + 1, item, rating, scores };
    });
  }, [cohort, rows, structure]);
}
