import type { Readings, ReadingVerdict, StructureComparison } from '../domain/comparison';

const significance = 0.05;

/** A mean difference below this is printed as 0.000 and points nowhere. */
const leastDirection = 0.0005;

/** 1 for the first model, −1 for the second. */
type Side = 1 | -1;

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
