import { averageRanks, tieSizes } from './averageRanks';
import { normalTail } from './normalTail';

/** Two-sided result. `count` differences are not zero; those that are, `zeros`, take no part. */
export interface SignedRankTest {
  count: number;
  zeros: number;
  positiveRankSum: number;
  negativeRankSum: number;
  /** NaN when no difference is left. */
  pValue: number;
  method: 'exact' | 'normal-approximation';
  /** Matched-pairs rank-biserial correlation, (R₊ − R₋)/(R₊ + R₋): 1 when every difference is positive. */
  rankBiserial: number;
}

/** Above this the exact distribution is not used, as in scipy. */
const mostExact = 50;

/** Differences that are equal but for the rounding of their subtraction are ties. */
const precision = 1e12;

/**
 * Wilcoxon's signed-rank test of paired differences, NaN left out, zeros dropped (scipy's
 * zero_method='wilcox'). Up to `exactUpTo` differences the distribution over all sign patterns of these ranks,
 * ties among them; above, the normal approximation with the variance corrected for ties and, as scipy's
 * default, without continuity correction.
 */
export function wilcoxonSignedRank(differences: readonly number[], exactUpTo = mostExact): SignedRankTest {
  const known = differences.filter((difference) => !Number.isNaN(difference));
  const moved = known.map((difference) => Math.round(difference * precision)).filter((steps) => steps !== 0);
  const count = moved.length;
  const sizes = moved.map(Math.abs);
  const ranks = averageRanks(sizes);
  const positiveRankSum = ranks.reduce((sum, rank, index) => sum + (moved[index] > 0 ? rank : 0), 0);
  const rankSum = (count * (count + 1)) / 2;
  const negativeRankSum = rankSum - positiveRankSum;
  const isExact = count <= exactUpTo;
  const smaller = Math.min(positiveRankSum, negativeRankSum);
  return {
    count,
    zeros: known.length - count,
    positiveRankSum,
    negativeRankSum,
    pValue:
      count === 0
        ? Number.NaN
        : isExact
          ? exactPValue(smaller, ranks)
          : approximatePValue(smaller, count, tieSizes(sizes)),
    method: isExact ? 'exact' : 'normal-approximation',
    rankBiserial: count === 0 ? Number.NaN : (positiveRankSum - negativeRankSum) / rankSum,
  };
}

/**
 * Twice the share of the 2^count sign patterns whose rank sum is this small; all counts fit a double. Ranks are
 * doubled, since those of ties end in a half.
 */
function exactPValue(smallerSum: number, ranks: readonly number[]): number {
  const doubled = ranks.map((rank) => 2 * rank);
  const patterns = new Float64Array(doubled.reduce((sum, rank) => sum + rank, 0) + 1);
  patterns[0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached += rank;
    for (let sum = reached; sum >= rank; sum--) patterns[sum] += patterns[sum - rank];
  }
  let below = 0;
  for (let sum = 0; sum <= 2 * smallerSum; sum++) below += patterns[sum];
  return Math.min(1, (2 * below) / 2 ** ranks.length);
}

function approximatePValue(smallerSum: number, count: number, ties: readonly number[]): number {
  const mean = (count * (count + 1)) / 4;
  const tieLoss = ties.reduce((sum, size) => sum + size * (size * size - 1), 0) / 2;
  const variance = (count * (count + 1) * (2 * count + 1) - tieLoss) / 24;
  return 2 * normalTail(Math.abs(smallerSum - mean) / Math.sqrt(variance));
}
