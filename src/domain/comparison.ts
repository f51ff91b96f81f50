import type { Interval } from './interval';
import type { Structure } from './labelScheme';

/** Dice of one structure by two models on the same cases, case by case; NaN where a number does not exist. */
export interface PairedScores {
  structure: Structure;
  caseIds: string[];
  first: number[];
  second: number[];
}

/** One structure's paired comparison, first model minus second. */
export interface StructureComparison {
  structure: Structure;
  firstMean: number;
  secondMean: number;
  meanDifference: number;
  interval: Interval;
  pValue: number;
  /** Holm's, over the structures of the same reading. */
  adjustedPValue: number;
  isExact: boolean;
  rankBiserial: number;
  wins: number;
  ties: number;
  losses: number;
  /** Cases in which both models have a number. */
  count: number;
  incomplete: number;
  /** The cases that speak most for the first and for the second model; null where none does. */
  mostForFirst: CaseDifference | null;
  mostForSecond: CaseDifference | null;
}

/** Dice of one case, first model minus second. */
export interface CaseDifference {
  caseId: string;
  difference: number;
}

/** A structure in which one case moves the mean difference most stands first. */
export interface DrivingCase {
  caseId: string;
  structure: Structure;
  first: number;
  second: number;
  difference: number;
}

/** The fewest and the most cases behind numbers that stand side by side. */
export interface CasesRange {
  least: number;
  most: number;
}

/** The same of both readings: all structures as regions, and all as labels. */
export interface Readings<Item> {
  asRegions: Item;
  asLabels: Item;
}

/**
 * How one reading comes out; the largest mean difference stands first.
 * Where a test is significant, p < 0.05 after Holm, its structure is in one of the first three lists.
 */
export interface ReadingVerdict {
  /** Structures in which ranks and mean both speak for the first (second) model. */
  firstHigher: StructureComparison[];
  secondHigher: StructureComparison[];
  /** Structures in which the mean points the other way than the ranks, or nowhere. */
  divided: StructureComparison[];
  /**
   * Structures that are not significant, but in which a model that is higher elsewhere, in either reading, is
   * lower by more than it is higher there.
   */
  against: StructureComparison[];
  tested: StructureComparison[];
  /** Structures in which both models score the same in every case, so that there is nothing to test. */
  equal: number;
}

/** What two models on the same cases say of their training; i18n/trainingSentences.ts words it. */
export interface TrainingFacts {
  nesting: 'no-regions' | 'nested' | 'partly-nested' | 'independent' | 'crossing';
  canRebuild: boolean;
  firstModel: string;
  secondModel: string;
  cases: number;
  /** null with the predictions of one model. */
  verdicts: Readings<ReadingVerdict> | null;
  /** Mean gap of the pairs, and of those that were measured how much goes with size and shape. */
  drop: { gap: number; measuredGap: number; shapePart: number; measured: number; rows: number } | null;
}
