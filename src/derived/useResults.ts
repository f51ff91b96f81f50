import { remembered } from '../domain/remembered';
import type { AnswerResult } from '../domain/results';
import { type Answers, useAnswersStore } from '../stores/answersStore';
import { useUnchanged } from './useUnchanged';

/** Every answer's result; the same list while surfaces are measured, which changes no overlap. */
export function useResults(): readonly AnswerResult[] {
  const answers = useAnswersStore((facts) => facts.answers);
  return useUnchanged(resultsIn(answers), hasSameItems);
}

/** Whether anything is scored: what asks only this is not drawn again by every batch of scores. */
export function useHasResults(): boolean {
  return useAnswersStore(({ answers }) => Object.values(answers).some(({ result }) => result));
}

const resultsIn = remembered((answers: Answers) =>
  Object.values(answers).flatMap(({ result }) => result ?? []),
);

function hasSameItems<Item>(first: readonly Item[], second: readonly Item[]): boolean {
  return (
    first === second || (first.length === second.length && first.every((item, at) => item === second[at]))
  );
}
