import { summarise } from '../domain/summarise';

export interface RatingDistribution {
  count: number;
  /** NaN without ratings. */
  median: number;
  /** How often each step was given, step 1 first. */
  steps: number[];
}

/** How ratings of 1 to `stepCount` are distributed. */
export function ratingDistribution(ratings: readonly number[], stepCount: number): RatingDistribution {
  return {
    count: ratings.length,
    median: summarise(ratings).median,
    steps: Array.from(
      { length: stepCount },
      (_, index) => ratings.filter((rating) => rating === index + 1).length,
    ),
  };
}
