import type { Recognition } from '../domain/recognition';
import { recogniseCohort } from './recogniseCohort';

/** For tests: what files of these names are recognised as, with the text of those that are read. */
export function recognise(paths: readonly string[], texts: Record<string, string> = {}): Recognition {
  return recogniseCohort(
    paths.map((path) => ({ path, size: 1 })),
    new Map(Object.entries(texts)),
  );
}

export const ids = ({ cohort }: Recognition) => cohort.cases.map(({ id }) => id);
export const codes = ({ problems }: Recognition) => problems.map(({ code }) => code);
/** For tests: every case has its reference and a prediction by every model. */
export const isComplete = ({ cohort }: Recognition) =>
  cohort.cases.every(
    ({ reference, predictions }) => reference && predictions.length === cohort.models.length,
  );
