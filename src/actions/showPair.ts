import type { Case } from '../domain/cohort';
import { resultKey } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import { type ShownPair, useShownPairStore } from '../stores/shownPairStore';
import { isAbort } from '../workers/workerPool';
import { findCase, isTurnedByHeader, predictionSource, referenceSource } from './caseSources';
import { pool } from './pool';
import { problemOf } from './problemOf';

const onScreen = 2;
const ahead = 1;

/** The case on screen and its two neighbours; more would hold a cohort in memory. */
const mostKept = 4;

const kept = new Map<string, Promise<ShownPair>>();

/** Forgets every volume, as when other files were opened or the labels changed their meaning. */
export function forgetPairs(): void {
  kept.clear();
  useShownPairStore.setState({ pair: null, loadingKey: null, problem: null });
}

/** Reads a case of a model for the picture, then its neighbours, so that stepping through cases is instant. */
export async function showPair(caseId: string, model: string): Promise<void> {
  const key = resultKey(caseId, model);
  if (useShownPairStore.getState().pair?.key === key) {
    useShownPairStore.setState({ loadingKey: null, problem: null });
    return;
  }
  useShownPairStore.setState({ loadingKey: key, problem: null });
  try {
    const pair = await readPair(caseId, model, onScreen);
    if (useShownPairStore.getState().loadingKey !== key) return;
    useShownPairStore.setState({ pair, loadingKey: null });
    for (const neighbour of neighbours(caseId)) void readPair(neighbour.id, model, ahead).catch(ignoreAhead);
  } catch (reason) {
    if (isAbort(reason) || useShownPairStore.getState().loadingKey !== key) return;
    useShownPairStore.setState({ pair: null, loadingKey: null, problem: problemOf(reason, caseId) });
  }
}

/** A neighbour that cannot be read says so when it is shown. */
function ignoreAhead(): void {}

function readPair(caseId: string, model: string, priority: number): Promise<ShownPair> {
  const key = resultKey(caseId, model);
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const item = findCase(caseId);
  const prediction = item?.predictions.find((candidate) => candidate.model === model);
  const request = {
    reference: item ? referenceSource(item) : null,
    prediction: prediction ? predictionSource(prediction) : null,
    scheme: useCohortStore.getState().scheme,
    isTurnedByHeader: isTurnedByHeader(caseId, model),
  };
  const reading = pool.run('openPair', request, { priority }).then((response) => ({ key, ...response }));
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest);
  return reading;
}

function neighbours(caseId: string): Case[] {
  const cases = useCohortStore.getState().cohort?.cases ?? [];
  const place = cases.findIndex(({ id }) => id === caseId);
  return [cases[place + 1], cases[place - 1]].filter((item) => item !== undefined);
}
