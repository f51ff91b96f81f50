import type { Recognition } from './recognition';

/** What a person should look at before scoring, with the number of cases that it is about. */
export interface ReviewNeed {
  kind: 'guessed-roles' | 'nothing-to-score' | 'missing-reference' | 'duplicate';
  count: number;
}

/**
 * What makes a recognition ambiguous; empty when it can be scored unasked. Cases of images alone and models
 * that answer only some cases are ordinary and ask for nothing.
 */
export function reviewNeeds({ cohort, problems, sources, isGuess }: Recognition): ReviewNeed[] {
  const answered = cohort.cases.filter(({ predictions }) => predictions.length > 0);
  const withoutReference = answered.filter((item) => !item.reference && !item.referenceRaw).length;
  const guessed = sources.filter((source) => source.isGuess).length;
  const needs: ReviewNeed[] = [
    { kind: 'nothing-to-score', count: answered.length > withoutReference ? 0 : cohort.cases.length },
    { kind: 'guessed-roles', count: isGuess ? Math.max(1, guessed) : 0 },
    { kind: 'missing-reference', count: withoutReference },
    { kind: 'duplicate', count: problems.filter(({ code }) => code === 'duplicate-case').length },
  ];
  return needs.filter(({ count }) => count > 0);
}
