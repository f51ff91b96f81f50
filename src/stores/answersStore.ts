import { create } from 'zustand';
import type { CaseReconstruction } from '../domain/caseReconstruction';
import type { Problem } from '../domain/errors';
import type { CaseMeasures } from '../domain/measures';
import type { AnswerFailure, AnswerResult } from '../domain/results';

/** What is known of one model's answer to one case; what is missing was not looked for yet, or not found. */
export interface Answer {
  /** What reading its files gave. */
  result?: AnswerResult;
  /** Why it could not be scored. */
  failure?: AnswerFailure;
  /** What was measured beyond the overlap. */
  measures?: CaseMeasures;
  /** Why it could not be measured. */
  measuresProblem?: Problem;
  /** What checking its reconstruction found. */
  check?: CaseReconstruction;
  /** Why its reconstruction could not be checked, with the basis that it holds for. */
  checkFailure?: { basis: string; problem: Problem };
}

export type Answers = Readonly<Record<string, Answer>>;

/** By answerKey(caseId, model). */
export const useAnswersStore = create<{ answers: Answers }>(() => ({ answers: {} }));
