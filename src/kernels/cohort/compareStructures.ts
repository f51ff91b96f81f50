import type {
  CaseDifference,
  PairedScores,
  Readings,
  ReadingVerdict,
  StructureComparison,
} from '../../domain/comparison';
import { holmCorrection } from '../statistics/holmCorrection';
import { pairedComparison } from '../statistics/pairedComparison';
import { meanOf } from '../statistics/summarise';

/** A difference in Dice up to this is a tie among wins and losses. */
const tieWidth = 0.001;

/** 1 for the first model, −1 for the second. */
type Side = 1 | -1;

const significance = 0.05;

/** A mean difference below this is printed as 0.000 and points nowhere. */
const leastDirection = 0.0005;

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

/**
 * What the comparisons of both readings say. A model is called higher only where ranks and mean agree: many
 * small wins and one large loss are significant, too.
 */
export function readingVerdicts(readings: Readings<StructureComparison[]>): Readings<ReadingVerdict> {
  const all = [...readings.asRegions, ...readings.asLabels];
  const leastHigher = (side: Side) => Math.min(...all.filter((item) => isHigher(item, side)).map(sizeOf));
  const least = { first: leastHigher(1), second: leastHigher(-1) };
  const verdictOf = (comparisons: StructureComparison[]): ReadingVerdict => {
    const tested = comparisons
      .filter(({ pValue }) => !Number.isNaN(pValue))
      .sort((one, other) => sizeOf(other) - sizeOf(one));
    const firstHigher = tested.filter((item) => isHigher(item, 1));
    const secondHigher = tested.filter((item) => isHigher(item, -1));
    return {
      firstHigher,
      secondHigher,
      divided: tested.filter(
        (item) => isClear(item) && !firstHigher.includes(item) && !secondHigher.includes(item),
      ),
      against: tested.filter(
        (item) =>
          !isClear(item) && (-item.meanDifference > least.first || item.meanDifference > least.second),
      ),
      tested,
      equal: comparisons.filter(({ pValue, count }) => Number.isNaN(pValue) && count > 0).length,
    };
  };
  return { asRegions: verdictOf(readings.asRegions), asLabels: verdictOf(readings.asLabels) };
}

function isClear({ adjustedPValue }: StructureComparison): boolean {
  return adjustedPValue < significance;
}

function isHigher(item: StructureComparison, side: Side): boolean {
  return isClear(item) && side * item.rankBiserial > 0 && side * item.meanDifference >= leastDirection;
}

function sizeOf({ meanDifference }: StructureComparison): number {
  return Math.abs(meanDifference);
}
