import { answerKey } from '../domain/cohort';
import { paintKey } from '../domain/labelScheme';
import type { AnswerResult, FileFacts } from '../domain/results';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { knownFacts } from './caseSources';
import { addToAnswers, forgetOfAnswers } from './changeAnswers';

/**
 * After other roles, names or files: results of answers whose two files are the same as before stay, under the
 * names that they now have; all others are forgotten, and so is every failure.
 */
export function forgetStaleResults(): void {
  const { cohort, scheme } = useCohortStore.getState();
  forgetOfAnswers(['failure']);
  const before = useAnswersStore.getState().answers;
  const scored = Object.values(before).flatMap(({ result }) => result ?? []);
  if (scored.length === 0) return;
  const byFiles = new Map(scored.map((result) => [filesKey(result), result]));
  const paintedNow = scheme ? paintKey(scheme) : '';
  const results: Record<string, AnswerResult> = {};
  for (const item of cohort?.cases ?? []) {
    for (const prediction of item.predictions) {
      const reference = knownFacts({ labelMap: item.reference, raw: item.referenceRaw });
      const predicted = knownFacts(prediction);
      const known = reference && predicted && byFiles.get(filesKey({ reference, prediction: predicted }));
      if (!known || isChanged(known.reference, reference) || isChanged(known.prediction, predicted)) continue;
      if (known.paintKey !== undefined && known.paintKey !== paintedNow) continue;
      const { id: caseId } = item;
      const { model } = prediction;
      const isSameName = known.caseId === caseId && known.model === model;
      results[answerKey(caseId, model)] = isSameName ? known : { ...known, caseId, model };
    }
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(results)])];
  const changed = keys.filter((key) => results[key] !== before[key]?.result);
  addToAnswers(changed.map((key) => [key, { result: results[key], measures: undefined }]));
}

/**
 * Forgets what another scheme painted from raw regions, and why that failed. What came from a scores file alone
 * stays as it was painted: nothing is there to paint it anew from.
 */
export function forgetPaintedResults(): void {
  const { cohort, scheme } = useCohortStore.getState();
  const { answers } = useAnswersStore.getState();
  const paintedNow = scheme ? paintKey(scheme) : '';
  const painted = (cohort?.cases ?? []).flatMap(({ id, reference, referenceRaw, predictions }) =>
    predictions
      .filter(
        ({ model, labelMap, raw }) =>
          (!labelMap && raw) ||
          (!reference && referenceRaw) ||
          // Saved maps whose values the scheme gave its meaning by their names.
          (labelMap && reference && answers[answerKey(id, model)]?.result?.paintKey !== undefined),
      )
      .map(({ model }) => answerKey(id, model)),
  );
  const stale = painted.filter((key) => answers[key]?.result?.paintKey !== paintedNow);
  forgetOfAnswers(['result', 'failure', 'measures'], stale);
}

function filesKey({ reference, prediction }: { reference: FileFacts; prediction: FileFacts }): string {
  return JSON.stringify([reference.file, reference.bytes, prediction.file, prediction.bytes]);
}

/** Scores files of other writers know no date. */
function isChanged(before: FileFacts, now: FileFacts): boolean {
  return before.modified !== undefined && before.modified !== now.modified;
}
