import { answerKey } from '../domain/cohort';
import type { CaseUnderConvention } from '../domain/conventions/conventionScores';
import { failure, type Problem, ProblemError } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';
import { type CaseMeasures, isNothing, type MeasurePlan, missingMeasures } from '../domain/measures';
import type { AnswerFailure, AnswerResult, CaseScores } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import type { WorkerPool } from '../workers/workerPool';
import type { FoundCase } from './findCases';
import type { EvaluateOptions } from './parseArguments';

type Asked = Pick<
  EvaluateOptions,
  'profile' | 'lesions' | 'hasSurface' | 'hasSummarySurfaces' | 'hasGap' | 'tauMm' | 'conventions'
>;

/** One line about one case of one model. */
export type CaseReport =
  | { ok: true; scores: CaseScores; conventions: CaseUnderConvention[] }
  | { ok: false; failure: AnswerFailure };

/** Scores all cases in the pool's threads; reports each answer once, in the order in which they are ready. */
export async function evaluateCases(
  cases: readonly FoundCase[],
  scheme: LabelScheme,
  asked: Asked,
  pool: WorkerPool,
  report: (answer: CaseReport) => void,
): Promise<void> {
  const lesionProfile = asked.lesions ?? 'gli-2023';
  const plan = planOf(scheme, asked);
  const convention = { profile: asked.profile, lesionProfile, tauMm: asked.tauMm };

  const finish = async (found: FoundCase, result: AnswerResult) => {
    const { caseId, model } = result;
    const prediction = found.predictions.find((candidate) => candidate.model === model);
    let measures: CaseMeasures | null = null;
    let conventions: CaseUnderConvention[] = [];
    try {
      if (prediction && !isNothing(plan)) {
        const { reference } = found;
        const request = { reference, prediction: prediction.source, scheme, plan, lesionProfile };
        measures = await pool.run('measureCase', request, { priority: 1 });
      }
      if (prediction && asked.conventions.length > 0) {
        const sources = { reference: found.reference, prediction: prediction.source };
        const request = { ...sources, scheme, conventions: asked.conventions };
        conventions = await pool.run('scoreConventions', request, { priority: 1 });
      }
      const scores = caseScores(result, scheme, convention, measures);
      report({ ok: true, scores, conventions });
    } catch (reason) {
      report({ ok: false, failure: { caseId, model, problem: problemOf(reason, caseId) } });
    }
  };

  await Promise.all(
    inOrder(cases, ({ caseId }) => ({ caseId, model: '' })).map(async (found) => {
      const { caseId, reference, predictions } = found;
      try {
        const request = { caseId, reference, predictions, scheme };
        const { results, failures } = await pool.run('scoreCase', request);
        for (const failed of failures) report({ ok: false, failure: failed });
        await Promise.all(results.map((result) => finish(found, result)));
      } catch (reason) {
        const problem = problemOf(reason, caseId);
        for (const { model } of predictions) report({ ok: false, failure: { caseId, model, problem } });
      }
    }),
  );
}

function planOf(
  scheme: LabelScheme,
  { hasSurface, hasSummarySurfaces, lesions, hasGap }: Asked,
): MeasurePlan {
  const all = missingMeasures(undefined, scheme, lesions ?? 'gli-2023');
  return {
    surfaces: hasSurface || hasSummarySurfaces ? all.surfaces : [],
    lesions: lesions === null ? [] : all.lesions,
    pairs: hasGap ? all.pairs : [],
  };
}

function problemOf(reason: unknown, file: string): Problem {
  if (reason instanceof ProblemError) return reason.problem;
  const detail = reason instanceof Error ? reason.message : String(reason);
  return failure('worker-failed', file, { detail }).problem;
}

/** In the order of cases and models, whatever was ready first. */
export function inOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => { caseId: string; model: string },
): Item[] {
  const keys = new Map(items.map((item) => [item, answerKey(keyOf(item).caseId, keyOf(item).model)]));
  return [...items].sort((first, second) => ((keys.get(first) ?? '') < (keys.get(second) ?? '') ? -1 : 1));
}

/**
 * Hands on what each answer gave in the order of cases and models, as soon as everything before it is there; null for an
 * answer that gave nothing. `rest` hands on what is there although something before it is missing.
 */
export function inTurn<Item>(
  cases: readonly FoundCase[],
  take: (item: Item) => void,
): { put: (answer: { caseId: string; model: string }, item: Item | null) => void; rest: () => void } {
  const answers = cases.flatMap(({ caseId, predictions }) =>
    predictions.map(({ model }) => ({ caseId, model })),
  );
  const keys = inOrder(answers, (answer) => answer).map(({ caseId, model }) => answerKey(caseId, model));
  const ready = new Map<string, Item | null>();
  let next = 0;
  const handOn = () => {
    const item = ready.get(keys[next]);
    ready.delete(keys[next++]);
    if (item) take(item);
  };
  return {
    put: ({ caseId, model }, item) => {
      ready.set(answerKey(caseId, model), item);
      while (ready.has(keys[next])) handOn();
    },
    rest: () => {
      while (next < keys.length) handOn();
    },
  };
}
