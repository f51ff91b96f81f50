import type { CaseDifference, PairedScores, StructureComparison } from '../../domain/comparison';
import { meanOf } from '../../domain/summarise';
import { holmCorrection } from './holmCorrection';
import { pairedComparison } from './pairedComparison';

/** A difference in Dice up to this is a tie among wins and losses. */
const tieWidth = 0.001;

/** 1 for the first model, −1 for the second. */
type Side = 1 | -1;

/**
 * Compares two models structure by structure on the same cases; Holm's correction runs over the structures
 * given, so each reading (as regions, as labels) is corrected by itself. Means are of the cases in which both
 * models have a number.
 */
export function compareStructures(paired: readonly PairedScores[]): StructureComparison[] {
  const comparisons = paired.map(({ first, second }) => pairedComparison(first, second, tieWidth));
  const adjusted = holmCorrection(comparisons.map(({ test }) => test.pValue));
  return comparisons.map(({ differences, meanInterval, test, wins, ties, losses, incomplete }, index) => {
    const { structure, first, second } = paired[index];
    const isBoth = first.map((score, place) => !Number.isNaN(score - second[place]));
    return {
      structure,
      firstMean: meanOf(first.filter((_, place) => isBoth[place])),
      secondMean: meanOf(second.filter((_, place) => isBoth[place])),
      meanDifference: differences.mean,
      interval: meanInterval,
      pValue: test.pValue,
      adjustedPValue: adjusted[index],
      isExact: test.method === 'exact',
      rankBiserial: test.rankBiserial,
      wins,
      ties,
      losses,
      count: differences.count,
      incomplete,
      mostForFirst: mostOf(paired[index], 1),
      mostForSecond: mostOf(paired[index], -1),
    };
  });
}

function mostOf({ caseIds, first, second }: PairedScores, side: Side): CaseDifference | null {
  return caseIds.reduce<CaseDifference | null>((most, caseId, place) => {
    const difference = first[place] - second[place];
    return side * difference > side * (most?.difference ?? 0) ? { caseId, difference } : most;
  }, null);
}
