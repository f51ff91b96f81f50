import { create } from 'zustand';
import type { Problem } from '../domain/errors';
import type { OpenedPair } from '../domain/pairCodes';

/** The voxels of the case on screen, under the resultKey of what they belong to. */
export interface ShownPair extends OpenedPair {
  key: string;
}

/** The case on screen as far as it is read; while the next one loads, the previous one stays. */
export interface ShownPairFacts {
  pair: ShownPair | null;
  /** The same case of the other models that the panes show, by model. */
  others: Readonly<Record<string, ShownPair>>;
  /** Why another model of the case cannot be shown. */
  otherProblems: Readonly<Record<string, Problem>>;
  loadingKey: string | null;
  problem: Problem | null;
}

export const useShownPairStore = create<ShownPairFacts>(() => ({
  pair: null,
  others: {},
  otherProblems: {},
  loadingKey: null,
  problem: null,
}));
