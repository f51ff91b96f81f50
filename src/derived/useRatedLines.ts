import { useMemo } from 'react';
import { answerKey } from '../domain/cohort';
import { type CohortRow, isExcluded } from '../domain/cohortRow';
import type { Structure } from '../domain/labelScheme';
import type { RatedItem, Rating } from '../domain/rating';
import type { ScoreNumber } from '../domain/scoreKinds';
import { ratedNumbers } from './ratedNumbers';
import { useCohortView } from './useCohortView';
import type { Rated } from './useRated';

/** One item of the study with its scores for one structure. */
export interface RatedLine {
  key: string;
  /** Place in the order of rating, from 1. */
  order: number;
  item: RatedItem;
  rating: Rating | null;
  /** In the order of ratedScores. */
  scores: readonly ScoreNumber[];
  /** A case that a person excluded leaves every statistic, its rating as well. */
  isExcluded: boolean;
}

const noRows: CohortRow[] = [];

/** Ratings beside the scores of one structure as they stand now, in the order of rating. */
export function useRatedLines({ rows }: Rated, structure: Structure): RatedLine[] {
  const scored = useCohortView()?.rows ?? noRows;
  return useMemo(() => {
    const rowByKey = new Map(scored.map((row) => [row.key, row]));
    return rows.map(({ item, rating }, index) => {
      const key = answerKey(item.caseId, item.model);
      const row = rowByKey.get(key);
      const scores = ratedNumbers(row?.scores ?? null, structure);
      return {
        key,
        order: index + 1,
        item,
        rating,
        scores,
        isExcluded: row !== undefined && isExcluded(row),
      };
    });
  }, [scored, rows, structure]);
}
