import type { PairedScores, ReadingVerdict, StructureComparison } from '../../domain/comparison';
import { holmCorrection } from '../statistics/holmCorrection';
import { pairedComparison } from '../statistics/pairedComparison';
import { meanOf } from '../statistics/summarise';

/** A difference in Dice up to this is a tie among wins and losses. */
const tieWidth = 0.001;

const significance = 0.05;

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
    };
  });
}

/** In how many structures either model is better beyond chance. */
export function readingVerdict(comparisons: readonly StructureComparison[]): ReadingVerdict {
  const isClear = ({ adjustedPValue }: StructureComparison) => adjustedPValue < significance;
  return {
    firstBetter: comparisons.filter((item) => isClear(item) && item.rankBiserial > 0).length,
    secondBetter: comparisons.filter((item) => isClear(item) && item.rankBiserial < 0).length,
    tested: comparisons.filter(({ pValue }) => !Number.isNaN(pValue)).length,
    equal: comparisons.filter(({ pValue, count }) => Number.isNaN(pValue) && count > 0).length,
  };
}
