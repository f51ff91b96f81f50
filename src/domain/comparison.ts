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
  interval: { low: number; high: number };
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
}

/** A structure in which one case moves the mean difference most stands first. */
export interface DrivingCase {
  caseId: string;
  structure: Structure;
  first: number;
  second: number;
  difference: number;
}

/** How one reading (all structures as regions, or as labels) comes out. */
export interface ReadingVerdict {
  /** Structures in which the first (second) model is better beyond chance, p < 0.05 after Holm. */
  firstBetter: number;
  secondBetter: number;
  /** Structures that could be tested. */
  tested: number;
  /** Structures in which both models score the same in every case, so that there is nothing to test. */
  equal: number;
}

/** What the data says about which training suits; i18n/trainingSentences.ts words it. */
export interface TrainingFacts {
  nesting: 'no-regions' | 'nested' | 'partly-nested' | 'independent' | 'crossing';
  canRebuild: boolean;
  firstModel: string;
  secondModel: string;
  cases: number;
  asRegions: ReadingVerdict | null;
  asLabels: ReadingVerdict | null;
  /** Mean gap of the pairs, and of those that were measured how much goes with size and shape. */
  drop: { gap: number; measuredGap: number; shapePart: number; measured: number; rows: number } | null;
}
