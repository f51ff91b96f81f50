import { type CaseReconstruction, schemeMeaning } from '../domain/caseReconstruction';
import { answerKey, type Case, type Prediction, partsOfKey, predictionOf } from '../domain/cohort';
import type { Problem } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';
import { ownValue } from '../domain/ownValue';
import { remembered } from '../domain/remembered';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import type { VerifyCaseRequest } from '../workers/protocol';
import { isAbort } from '../workers/workerPool';
import { askedTurn, findCase, isClosed, knownFacts, predictionSource, referenceSource } from './caseSources';
import { addToAnswers } from './changeAnswers';
import { measureCohort } from './measureCohort';
import { pool } from './pool';
import { problemOf } from './problemOf';
import { reportProgress, type WorkReport } from './reportProgress';
import { shownFirst } from './shownFirst';
import { startWork } from './work';

/** A request with the files and the scheme that its answer holds for. */
export interface Verification {
  request: VerifyCaseRequest;
  basis: string;
}

interface Verified {
  key: string;
  basis: string;
  outcome: Omit<CaseReconstruction, 'basis'> | { problem: Problem };
}

/**
 * Holds every saved label map against its raw regions, as far as it was not done for these files and this
 * scheme, and then measures what is left to measure.
 */
export async function verifyCohort(): Promise<void> {
  const waiting = unverified();
  if (waiting.size > 0) {
    const signal = startWork();
    await reportProgress<Verified>({ task: 'verifying', total: waiting.size, signal, publish }, (report) =>
      shownFirst(waiting, (key, asked, priority) => verifyOne(key, asked, priority, signal, report)),
    );
    if (signal.aborted) return;
  }
  await measureCohort();
}

async function verifyOne(
  key: string,
  { request, basis }: Verification,
  priority: number,
  signal: AbortSignal,
  report: WorkReport<Verified>,
): Promise<void> {
  report.begin(partsOfKey(key)[0]);
  try {
    report.add({ key, basis, outcome: await pool.run('verifyCase', request, { signal, priority }) });
  } catch (reason) {
    if (isAbort(reason)) throw reason;
    report.add({ key, basis, outcome: { problem: problemOf(reason, partsOfKey(key)[0]) } });
  }
  report.finishOne();
}

/**
 * How a case of a model can be verified; null without raw regions, under a scheme without regions, or while one
 * of the files is closed.
 */
export function verificationOf(
  item: Case | undefined,
  prediction: Prediction | undefined,
): Verification | null {
  const { scheme } = useCohortStore.getState();
  const basis = item && prediction ? reconstructionBasis(item, prediction) : null;
  if (!basis || !scheme || !item || !prediction || isClosed(item, prediction)) return null;
  const { model, labelMap, raw: rawFiles } = prediction;
  const raw = predictionSource(item, { model, raw: rawFiles });
  const saved = labelMap === undefined ? null : predictionSource(item, { model, labelMap });
  if (!raw || raw.kind === 'label-map' || (saved && saved.kind !== 'label-map')) return null;
  const request = {
    reference: referenceSource(item),
    labelMap: saved?.file ?? null,
    raw,
    askedTurn: askedTurn(item.id, model),
    scheme,
  };
  return { request, basis };
}

/**
 * What the findings of a prediction depend on: scheme, files and how they are turned; null without raw regions
 * or under a scheme without regions.
 */
export function reconstructionBasis(item: Case, prediction: Prediction): string | null {
  const { scheme, files, closedFiles, turnedByHeader, comparedByVoxel, channelNames } =
    useCohortStore.getState();
  if (!prediction.raw || !scheme || scheme.regions.length === 0) return null;
  return basisOf(prediction, item, scheme, files, closedFiles, turnedByHeader, comparedByVoxel, channelNames);
}

/**
 * A table asks for every row of a large cohort with each batch of results. The last arguments are what the facts of
 * files and turns are looked up in.
 */
const basisOf = remembered(
  ({ model, labelMap, raw }: Prediction, item: Case, scheme: LabelScheme, ..._: unknown[]) => {
    const files = [
      knownFacts({ labelMap: item.reference, raw: item.referenceRaw }),
      knownFacts({ labelMap }),
      knownFacts({ raw }),
    ];
    const named = [item.reference, labelMap, raw && 'path' in raw ? raw.path : undefined].map(
      (path) => (path && ownValue(useCohortStore.getState().channelNames, path)) ?? null,
    );
    const turned = askedTurn(item.id, model);
    return JSON.stringify([schemeMeaning(scheme), turned, files, ...named.filter((names) => names !== null)]);
  },
);

export function shownVerification(caseId: string | null, model: string | null): Verification | null {
  return verificationOf(...placeIn(caseId, model));
}

/** What raw regions must have been read for to be those of a case as it is now. */
export function shownBasis(caseId: string, model: string): string | null {
  const [item, prediction] = placeIn(caseId, model);
  return item && prediction ? reconstructionBasis(item, prediction) : null;
}

function placeIn(caseId: string | null, model: string | null): [Case | undefined, Prediction | undefined] {
  const item = findCase(caseId);
  return [item, predictionOf(item, model)];
}

function unverified(): Map<string, Verification> {
  const { answers } = useAnswersStore.getState();
  const waiting = new Map<string, Verification>();
  for (const item of useCohortStore.getState().cohort?.cases ?? []) {
    for (const prediction of item.predictions) {
      const key = answerKey(item.id, prediction.model);
      const { result, check, checkFailure } = answers[key] ?? {};
      const asked = result ? verificationOf(item, prediction) : null;
      if (!asked || [check, checkFailure].some((known) => known?.basis === asked.basis)) continue;
      waiting.set(key, asked);
    }
  }
  return waiting;
}

/** Predictions whose raw regions were not looked at yet. */
export function unverifiedCount(): number {
  return unverified().size;
}

function publish(items: Verified[]): void {
  addToAnswers(
    items.map(({ key, basis, outcome }) => [
      key,
      'problem' in outcome
        ? { check: undefined, checkFailure: { basis, problem: outcome.problem } }
        : { check: { basis, ...outcome }, checkFailure: undefined },
    ]),
  );
}
