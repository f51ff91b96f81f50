import { create } from 'zustand';
import type { AnswerFailure, AnswerResult } from '../domain/results';

/** Work that is going on: what, how many of how many, and the file or case at hand. */
export interface Progress {
  task:
    | 'making-demo'
    | 'reading-names'
    | 'reading-scores'
    | 'restoring'
    | 'scoring'
    | 'verifying'
    | 'measuring';
  done: number;
  total: number;
  current: string;
  /** An estimate; null or missing while there is none. */
  secondsLeft?: number | null;
}

export interface ResultsFacts {
  /** By answerKey(caseId, model). */
  results: Record<string, AnswerResult>;
  failures: Record<string, AnswerFailure>;
  progress: Progress | null;
  /** A person holds the long work back. */
  isPaused: boolean;
}

export const emptyResults: ResultsFacts = { results: {}, failures: {}, progress: null, isPaused: false };

export const useResultsStore = create<ResultsFacts>(() => emptyResults);
