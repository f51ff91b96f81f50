import { create } from 'zustand';

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

export interface WorkFacts {
  progress: Progress | null;
  /** A person holds the long work back. */
  isPaused: boolean;
}

export const noWork: WorkFacts = { progress: null, isPaused: false };

export const useWorkStore = create<WorkFacts>(() => noWork);
