import { create } from 'zustand';
import type { Cohort } from '../domain/cohort';
import type { Problem } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';

/** What was opened: the files by path, what they were recognised as, and what the labels mean. */
export interface CohortFacts {
  files: ReadonlyMap<string, File>;
  cohort: Cohort | null;
  /** What is wrong with what was dropped, found from names and small JSON files alone. */
  problems: Problem[];
  scheme: LabelScheme | null;
  /** A guessed scheme is shown and asked about; nothing is scored before it is confirmed. */
  isSchemeConfirmed: boolean;
  isAskingForScheme: boolean;
  /** The preset that the names of the files speak for; null when the scheme came with the data. */
  schemeGuess: { presetId: string } | null;
}

export const emptyCohort: CohortFacts = {
  files: new Map(),
  cohort: null,
  problems: [],
  scheme: null,
  isSchemeConfirmed: false,
  isAskingForScheme: false,
  schemeGuess: null,
};

export const useCohortStore = create<CohortFacts>(() => emptyCohort);
