import { answerKey, partsOfKey } from '../domain/cohort';
import type { Problem } from '../domain/errors';
import type { LesionProfileName } from '../domain/lesions';
import { type CaseMeasures, isNothing, missingMeasures, withMeasures } from '../domain/measures';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { useViewStore } from '../stores/viewStore';
import { useWorkStore } from '../stores/workStore';
import type { MeasureCaseRequest } from '../workers/protocol';
import { isAbort } from '../workers/workerPool';
import { askedTurn, predictionSource, referenceSource } from './caseSources';
import { addToAnswers, forgetOfAnswers } from './changeAnswers';
import { resumeWork } from './pauseWork';
import { pool } from './pool';
import { problemOf } from './problemOf';
import { reportProgress, type WorkReport } from './reportProgress';
import { shownFirst } from './shownFirst';
import { startWork } from './work';

interface Measured {
  key: string;
  outcome: { measures: CaseMeasures } | { problem: Problem };
}

/**
 * Measures surfaces, lesions and gap distances of every scored case, as far as scheme and lesion profile ask
 * for what is not known yet: the case on screen first, one worker left free for it.
 */
export async function measureCohort(): Promise<void> {
  const waiting = unmeasured();
  if (waiting.size > 0) {
    forgetOfAnswers(['measuresProblem']);
    const signal = startWork();
    await reportProgress<Measured>({ task: 'measuring', total: waiting.size, signal, publish }, (report) =>
      shownFirst(waiting, (key, request, priority) => measureOne(key, request, priority, signal, report)),
    );
    if (signal.aborted) return;
  }
  // The last stage: nothing that comes later begins held back.
  resumeWork();
}

async function measureOne(
  key: string,
  request: MeasureCaseRequest,
  priority: number,
  signal: AbortSignal,
  report: WorkReport<Measured>,
): Promise<void> {
  report.begin(partsOfKey(key)[0]);
  try {
    const measures = await pool.run('measureCase', request, { signal, priority });
    report.add({ key, outcome: { measures } });
  } catch (reason) {
    if (isAbort(reason)) throw reason;
    report.add({ key, outcome: { problem: problemOf(reason, partsOfKey(key)[0]) } });
  }
  report.finishOne();
}

/** Every scored answer whose files are open and of which something is missing, with the request for that. */
function unmeasured(): Map<string, MeasureCaseRequest> {
  const { cohort, scheme } = useCohortStore.getState();
  const { answers } = useAnswersStore.getState();
  const { lesionProfile } = useViewStore.getState();
  const requests = new Map<string, MeasureCaseRequest>();
  if (!scheme) return requests;
  for (const item of cohort?.cases ?? []) {
    const reference = referenceSource(item);
    for (const candidate of item.predictions) {
      const { model } = candidate;
      const key = answerKey(item.id, model);
      const prediction = answers[key]?.result ? predictionSource(item, candidate) : null;
      if (!reference || !prediction) continue;
      const plan = missingMeasures(answers[key].measures, scheme, lesionProfile);
      if (isNothing(plan)) continue;
      const asked = askedTurn(item.id, model);
      requests.set(key, { reference, prediction, askedTurn: asked, scheme, plan, lesionProfile });
    }
  }
  return requests;
}

/** Scored answers that were to be measured and are not: measuring was stopped. */
export function unmeasuredCount(): number {
  const { answers } = useAnswersStore.getState();
  return [...unmeasured().keys()].filter((key) => !answers[key]?.measuresProblem).length;
}

function publish(items: Measured[]): void {
  const { answers } = useAnswersStore.getState();
  addToAnswers(
    items.map(({ key, outcome }) => [
      key,
      'measures' in outcome
        ? { measures: withMeasures(answers[key]?.measures, outcome.measures) }
        : { measuresProblem: outcome.problem },
    ]),
  );
}

/** Counts lesions as another challenge does; only another dilation has to be measured. */
export function changeLesionProfile(lesionProfile: LesionProfileName): void {
  useViewStore.setState({ lesionProfile });
  const { progress } = useWorkStore.getState();
  // Every stage before leads to measuring by itself.
  if (progress === null || progress.task === 'measuring') void measureCohort();
}
