import { type Case, resultKey } from '../domain/cohort';
import { failure } from '../domain/errors';
import type { PairFailure, PairResult } from '../domain/results';
import { useCohortStore } from '../stores/cohortStore';
import { type ResultsFacts, useResultsStore } from '../stores/resultsStore';
import type { ScoreCaseResponse } from '../workers/protocol';
import { isAbort } from '../workers/workerPool';
import { isTurnedByHeader, predictionSource, referenceSource } from './caseSources';
import { pool } from './pool';
import { problemOf } from './problemOf';
import { isCurrent, startWork } from './work';

/** Results reach the page in batches, so that a large cohort does not redraw it for every case. */
const batchMs = 100;

/** Scores every case and model that has no result yet, in workers, and reports as it goes. */
export async function scoreCohort(): Promise<void> {
  const signal = startWork();
  const { cohort, scheme } = useCohortStore.getState();
  const waiting = (cohort?.cases ?? [])
    .map(withoutScored)
    .filter(({ predictions }) => predictions.length > 0);
  const progress = { task: 'scoring' as const, done: 0, total: waiting.length, current: '' };
  const batch: ScoreCaseResponse = { results: [], failures: [] };
  const publish = () => {
    const { results, failures } = batch;
    batch.results = [];
    batch.failures = [];
    useResultsStore.setState((facts) => ({ ...added(facts, results, failures), progress: { ...progress } }));
  };
  useResultsStore.setState({ progress: { ...progress } });
  const timer = setInterval(publish, batchMs);

  const scoreOne = async (item: Case) => {
    const ready = item.predictions.flatMap((prediction) => {
      const source = predictionSource(prediction);
      if (!source) return [];
      const { model } = prediction;
      return [{ model, source, isTurnedByHeader: isTurnedByHeader(item.id, model) }];
    });
    const reference = referenceSource(item);
    if (!reference || ready.length === 0) {
      const code = reference ? 'missing-prediction' : 'missing-reference';
      const { problem } = failure(code, item.id, {});
      batch.failures.push(...item.predictions.map(({ model }) => ({ caseId: item.id, model, problem })));
      return;
    }
    const request = { caseId: item.id, reference, predictions: ready, scheme };
    const response = await pool.run('scoreCase', request, {
      signal,
      onProgress: ({ file }) => {
        progress.current = file;
      },
    });
    batch.results.push(...response.results);
    batch.failures.push(...response.failures);
  };

  try {
    await Promise.all(
      waiting.map(async (item) => {
        try {
          await scoreOne(item);
        } catch (reason) {
          if (isAbort(reason)) throw reason;
          batch.failures.push(...item.predictions.map(({ model }) => crashed(item.id, model, reason)));
        }
        progress.done++;
      }),
    );
  } catch (reason) {
    if (!isAbort(reason)) throw reason;
  } finally {
    clearInterval(timer);
    publish();
    if (isCurrent(signal)) useResultsStore.setState({ progress: null });
  }
}

function withoutScored(item: Case): Case {
  const { results } = useResultsStore.getState();
  return {
    ...item,
    predictions: item.predictions.filter(({ model }) => !results[resultKey(item.id, model)]),
  };
}

/** A worker that died (out of memory, say) is the case's failure, not the cohort's. */
function crashed(caseId: string, model: string, reason: unknown): PairFailure {
  return { caseId, model, problem: problemOf(reason, caseId) };
}

function added(facts: ResultsFacts, results: PairResult[], failures: PairFailure[]): Partial<ResultsFacts> {
  if (results.length + failures.length === 0) return {};
  const keyed = <Item extends PairResult | PairFailure>(items: Item[]) =>
    Object.fromEntries(items.map((item) => [resultKey(item.caseId, item.model), item]));
  const remaining = { ...facts.failures };
  for (const { caseId, model } of results) delete remaining[resultKey(caseId, model)];
  return {
    results: { ...facts.results, ...keyed(results) },
    failures: { ...remaining, ...keyed(failures) },
  };
}
