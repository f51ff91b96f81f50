import { answerKey, type Case, type Prediction } from '../domain/cohort';
import { failure } from '../domain/errors';
import type { AnswerFailure, AnswerResult } from '../domain/results';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { isAbort } from '../workers/workerPool';
import { askedTurn, isClosed, predictionSource, referenceSource } from './caseSources';
import { addToAnswers } from './changeAnswers';
import { pool } from './pool';
import { problemOf } from './problemOf';
import { readSummaries } from './readSummaries';
import { reportProgress, type WorkReport } from './reportProgress';
import { verifyCohort } from './verifyCohort';
import { isCurrent, startWork } from './work';

type Scored = AnswerResult | AnswerFailure;

/**
 * Scores the overlap of every case and model that has no result yet, in workers; what takes longer follows
 * when all of it is there.
 */
export async function scoreCohort(): Promise<void> {
  const signal = startWork();
  void readSummaries();
  const waiting = (useCohortStore.getState().cohort?.cases ?? [])
    .map(withoutScored)
    .filter(({ predictions }) => predictions.length > 0);
  await reportProgress<Scored>(
    { task: 'scoring', total: waiting.length, signal, publish },
    async (report) => {
      await Promise.all(
        waiting.map(async (item) => {
          try {
            await scoreOne(item, signal, report);
          } catch (reason) {
            if (isAbort(reason)) throw reason;
            report.add(...item.predictions.map(({ model }) => crashed(item.id, model, reason)));
          }
          report.finishOne();
        }),
      );
    },
  );
  if (isCurrent(signal) && !signal.aborted) void verifyCohort();
}

async function scoreOne(item: Case, signal: AbortSignal, report: WorkReport<Scored>): Promise<void> {
  const ready = item.predictions.flatMap((prediction) => {
    const source = predictionSource(item, prediction);
    if (!source) return [];
    const { model } = prediction;
    return [{ model, source, askedTurn: askedTurn(item.id, model) }];
  });
  const reference = referenceSource(item);
  if (!reference || ready.length === 0) {
    const code = reference ? 'missing-prediction' : 'missing-reference';
    const { problem } = failure(code, item.id, {});
    report.add(...item.predictions.map(({ model }) => ({ caseId: item.id, model, problem })));
    return;
  }
  const { scheme } = useCohortStore.getState();
  const request = { caseId: item.id, reference, predictions: ready, scheme };
  const { results, failures } = await pool.run('scoreCase', request, {
    signal,
    onProgress: ({ file }) => report.begin(file),
  });
  report.add(...results, ...failures);
}

function withoutScored(item: Case): Case {
  const { answers } = useAnswersStore.getState();
  return {
    ...item,
    predictions: item.predictions.filter(
      (prediction) =>
        hasFiles(prediction) &&
        !answers[answerKey(item.id, prediction.model)]?.result &&
        !isClosed(item, prediction),
    ),
  };
}

/** Of a case from a scores file nothing is there that could be scored. */
function hasFiles({ labelMap, raw }: Prediction): boolean {
  return labelMap !== undefined || raw !== undefined;
}

/** A worker that died (out of memory, say) is the case's failure, not the cohort's. */
function crashed(caseId: string, model: string, reason: unknown): AnswerFailure {
  return { caseId, model, problem: problemOf(reason, caseId) };
}

/** An answer that was read anew replaces whatever was known of it. */
function publish(items: Scored[]): void {
  addToAnswers(
    items.map((item) => [
      answerKey(item.caseId, item.model),
      'problem' in item
        ? { failure: item, measures: undefined }
        : { result: item, failure: undefined, measures: undefined },
    ]),
  );
}
