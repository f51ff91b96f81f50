import { remembered } from '../domain/remembered';
import type { AnswerResult } from '../domain/results';
import { type Answers, useAnswersStore } from '../stores/answersStore';
import { useUnchanged } from './useUnchanged';

/** Every answer's result; the same list while surfaces are measured, which changes no overlap. */
export function useResults(): readonly AnswerResult[] {
  const answers = useAnswersStore((facts) => facts.answers);
  return useUnchanged(resultsIn(answers), hasSameItems);
}

const resultsIn = remembered((answers: Answers) =>
  Object.values(answers).flatMap(({ result }) => result ?? []),
);

function hasSameItems<Item>(first: readonly Item[], second: readonly Item[]): boolean {
  return (
    first === second || (first.length === second.length && first.every((item, at) => item === second[at]))
  );
}
