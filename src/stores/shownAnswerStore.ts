import { create } from 'zustand';
import type { Problem } from '../domain/errors';
import type { OpenedAnswer } from '../domain/openedAnswer';

/** The voxels of the case on screen, under the answerKey of what they belong to. */
export interface ShownAnswer extends OpenedAnswer {
  key: string;
  /** What it was read from: another basis has other voxels under the same key. */
  basis: string;
}

/** The case on screen as far as it is read; while the next one loads, the previous one stays. */
export interface ShownAnswerFacts {
  answer: ShownAnswer | null;
  /** The same case of the other models that the panes show, by model. */
  others: Readonly<Record<string, ShownAnswer>>;
  /** Why another model of the case cannot be shown. */
  otherProblems: Readonly<Record<string, Problem>>;
  loadingKey: string | null;
  problem: Problem | null;
}

export const useShownAnswerStore = create<ShownAnswerFacts>(() => ({
  answer: null,
  others: {},
  otherProblems: {},
  loadingKey: null,
  problem: null,
}));
