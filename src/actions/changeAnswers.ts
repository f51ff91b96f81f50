import { type Answer, useAnswersStore } from '../stores/answersStore';

/** Adds what was found of answers; undefined takes a part away, and an answer of which nothing is left is gone. */
export function addToAnswers(found: Iterable<readonly [key: string, parts: Partial<Answer>]>): void {
  const answers: Record<string, Answer> = { ...useAnswersStore.getState().answers };
  let isChanged = false;
  for (const [key, parts] of found) {
    const before: Partial<Answer> = answers[key] ?? {};
    const names = Object.keys(parts) as (keyof Answer)[];
    if (names.every((name) => before[name] === parts[name])) continue;
    isChanged = true;
    const known = Object.entries({ ...before, ...parts }).filter(([, part]) => part !== undefined);
    if (known.length > 0) answers[key] = Object.fromEntries(known);
    else delete answers[key];
  }
  if (isChanged) useAnswersStore.setState({ answers });
}

/** Forgets parts of answers, of all of them without `keys`. */
export function forgetOfAnswers(parts: readonly (keyof Answer)[], keys?: Iterable<string>): void {
  const none = Object.fromEntries(parts.map((part) => [part, undefined]));
  addToAnswers([...(keys ?? Object.keys(useAnswersStore.getState().answers))].map((key) => [key, none]));
}
