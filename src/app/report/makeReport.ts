import { Pace } from '../../actions/pace';
import { type ReconstructionState, reconstructionNow } from '../../derived/useReconstruction';
import { scoresNow } from '../../derived/useScores';
import { marksOut } from '../../domain/annotation';
import { answerKey } from '../../domain/cohort';
import { dimensionsOf } from '../../domain/geometry';
import { defaultBootstrap } from '../../domain/interval';
import type { LabelScheme } from '../../domain/labelScheme';
import { ownValue } from '../../domain/ownValue';
import type { AnswerFailure, CaseScores } from '../../domain/results';
import { meanOf } from '../../domain/summarise';
import type { Language } from '../../i18n/languages';
import { verdictSentences } from '../../i18n/reconstructionSentences';
import { type Translate, translator } from '../../i18n/translate';
import { htmlReport } from '../../report/htmlReport';
import type { MethodsFacts } from '../../report/methodsParagraph';
import type {
  CasePage,
  ReportContent,
  ReportRow,
  ReportSection,
  ReportVerdict,
} from '../../report/reportContent';
import { useAnnotationsStore } from '../../stores/annotationsStore';
import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';
import { blobInSteps } from '../parts/blobInSteps';
import { casePageOf } from './casePageOf';
import { type ReportNames, reportNames } from './reportNames';
import { gapChartsOf, gapSummaries, type ModelScores, meansTables, modelSummaries } from './reportNumbers';
import { reportScenes } from './reportScenes';
import { scoresPieces } from './reportScores';

export interface ReportOptions {
  title: string;
  language: Language;
  sections: ReportSection[];
  /** Beside the chosen cases, so many of those that are farthest from their reference. */
  pageCount: number;
  isAnonymous: boolean;
}

export interface ReportStep {
  step: 'numbers' | 'scenes' | 'pictures' | 'scores' | 'writing';
  done: number;
  total: number;
}

interface OpenCohort {
  scheme: LabelScheme;
  scores: CaseScores[];
  failures: AnswerFailure[];
  models: string[];
  caseIds: string[];
  /** By answerKey. */
  checks: ReadonlyMap<string, ReconstructionState>;
}

/** The report of everything that is open now, as one file. Rejects with an AbortError when cancelled. */
export async function makeReport(
  options: ReportOptions,
  signal: AbortSignal,
  onStep: (step: ReportStep) => void,
): Promise<Blob> {
  const pace = new Pace(signal);
  onStep({ step: 'numbers', done: 0, total: 1 });
  const content = await reportContent(options, pace, signal, onStep);
  onStep({ step: 'writing', done: 0, total: 1 });
  return blobInSteps(htmlReport(content), 'text/html', pace);
}

async function reportContent(
  options: ReportOptions,
  pace: Pace,
  signal: AbortSignal,
  onStep: (step: ReportStep) => void,
): Promise<ReportContent> {
  const t = translator(options.language);
  const open = await openCohort(pace);
  const { scheme, scores, models, caseIds } = open;
  const { profile } = useViewStore.getState();
  const { annotations } = useAnnotationsStore.getState();
  const names = reportNames(caseIds, options.isAnonymous, t);
  const isExcluded = (caseId: string) => marksOut(ownValue(annotations, caseId));
  const excludedCount = caseIds.filter(isExcluded).length;
  const byModel = models.map(
    (model): ModelScores => ({
      model,
      scores: scores.filter(({ result }) => result.model === model && !isExcluded(result.caseId)),
    }),
  );
  await pace.rest();
  const has = (section: ReportSection) => options.sections.includes(section);
  const means = await meansTables(scheme, byModel, caseIds.length - excludedCount, profile, signal);
  const gaps = await gapSummaries(scheme, byModel, signal);
  const methods = methodsFacts(open, excludedCount);
  await pace.rest();
  const summaries = modelSummaries(scheme, byModel);
  await pace.rest();
  const gapCharts = gapChartsOf(scheme, byModel);
  const rows: ReportRow[] = [];
  for (const item of scores) {
    const { caseId, model } = item.result;
    rows.push({
      case: names.of(caseId),
      model,
      isExcluded: isExcluded(caseId),
      scores: { structures: item.structures, pairs: item.pairs },
    });
    await pace.rest();
  }
  return {
    language: options.language,
    title: names.hide(options.title),
    madeOn: new Date().toISOString().slice(0, 10),
    producer: `RegionLens ${__APP_VERSION__}`,
    sections: options.sections,
    scheme,
    models,
    caseCount: caseIds.length,
    excludedCount,
    methods,
    summaries,
    means,
    gaps,
    gapCharts,
    rows,
    failures: open.failures.map((failed) => ({
      case: names.of(failed.caseId),
      model: failed.model,
      message: failureText(failed, names, t),
    })),
    verdicts: has('reconstruction') ? verdictsOf(open, names, t) : [],
    notes: caseIds.flatMap((id) => {
      const { mark = null, note = '' } = ownValue(annotations, id) ?? {};
      return mark === null && note === '' ? [] : [{ case: names.of(id), mark, note: names.hide(note) }];
    }),
    scenes: has('scenes')
      ? await reportScenes(scheme, names, t, signal, (done, total) => onStep({ step: 'scenes', done, total }))
      : [],
    pages: has('casePages') ? await casePages(open, options, names, t, signal, onStep) : [],
    scores: has('data') ? await embeddedScores(open, names, has('notes'), t, pace, onStep) : [],
  };
}

async function openCohort(pace: Pace): Promise<OpenCohort> {
  const { cohort, scheme } = useCohortStore.getState();
  if (!cohort || !scheme) throw new Error('a report needs an open cohort and a scheme');
  const { answers } = useAnswersStore.getState();
  const scores: CaseScores[] = [];
  const failures: AnswerFailure[] = [];
  const checks = new Map<string, ReconstructionState>();
  for (const { id, predictions } of cohort.cases) {
    for (const { model } of predictions) {
      const found = scoresNow(id, model);
      const failed = answers[answerKey(id, model)]?.failure;
      if (found) {
        scores.push(found);
        checks.set(answerKey(id, model), reconstructionNow(id, model));
      }
      if (failed) failures.push(failed);
    }
    await pace.rest();
  }
  const caseIds = cohort.cases.map(({ id }) => id);
  return { scheme, scores, failures, models: cohort.models, caseIds, checks };
}

function methodsFacts(
  { scheme, scores, models, caseIds, checks }: OpenCohort,
  excludedCount: number,
): MethodsFacts {
  const { profile, lesionProfile, tauMm } = useViewStore.getState();
  const isReoriented = ({ result }: CaseScores) => result.warnings.some(({ kind }) => kind === 'reoriented');
  const isApart = ({ result }: CaseScores) => result.warnings.some(({ kind }) => kind === 'headers-apart');
  return {
    producer: `RegionLens ${__APP_VERSION__}`,
    scheme,
    profile,
    lesionProfile,
    tauMm,
    models,
    caseCount: caseIds.length,
    pairCount: scores.length,
    excludedCount,
    reorientedCount: scores.filter(isReoriented).length,
    headersApartCount: scores.filter((item) => isApart(item) && !isReoriented(item)).length,
    flatCount: scores.filter(({ result }) => dimensionsOf(result) === 2).length,
    hasSurfaces: scores.some(({ structures }) => structures.some(({ surface }) => surface !== null)),
    hasLesions: scores.some(({ structures }) => structures.some(({ lesions }) => lesions !== null)),
    hasDistances: scores.some(({ pairs }) => pairs.some(({ distances }) => distances !== null)),
    reconstructionCount: [...checks.values()].filter(({ check }) => check?.summary).length,
    statistics: defaultBootstrap,
  };
}

function verdictsOf(
  { scores, scheme, checks }: OpenCohort,
  names: ReportNames,
  t: Translate,
): ReportVerdict[] {
  return scores.flatMap(({ result }) => {
    const check = checks.get(answerKey(result.caseId, result.model))?.check;
    if (!check?.summary) return [];
    return {
      case: names.of(result.caseId),
      model: result.model,
      verdict: check.summary.verdict,
      sentences: verdictSentences(check.summary, check.findings, scheme, t),
    };
  });
}

/** The sentence of a failure, in which files are called by what they are. */
function failureText({ problem }: AnswerFailure, names: ReportNames, t: Translate): string {
  const facts: Record<string, string | number> = { ...problem.facts };
  for (const key of ['otherFile', 'dataFile']) if (key in facts) facts[key] = t('words.reference');
  return names.hide(t(`errors.${problem.code}`, facts));
}

/**
 * Each case once, with the model that does worst in it; the farthest from their reference first, cases without
 * any score left out.
 */
function worstCases(scores: CaseScores[]): CaseScores[] {
  const meanDice = ({ structures }: CaseScores) =>
    meanOf(structures.map(({ overlap }) => overlap.dice).filter(Number.isFinite));
  const ranked = scores
    .map((item) => ({ item, dice: meanDice(item) }))
    .filter(({ dice }) => !Number.isNaN(dice))
    .sort((first, second) => first.dice - second.dice);
  const seen = new Set<string>();
  return ranked.flatMap(({ item }) => {
    if (seen.has(item.result.caseId)) return [];
    seen.add(item.result.caseId);
    return [item];
  });
}

async function casePages(
  { scheme, scores }: OpenCohort,
  { pageCount }: ReportOptions,
  names: ReportNames,
  t: Translate,
  signal: AbortSignal,
  onStep: (step: ReportStep) => void,
): Promise<CasePage[]> {
  const { annotations } = useAnnotationsStore.getState();
  const isIn = ({ result }: CaseScores) => !marksOut(ownValue(annotations, result.caseId));
  const chosen = worstCases(scores.filter(isIn)).slice(0, pageCount);
  let done = 0;
  const show = () => onStep({ step: 'pictures', done, total: chosen.length });
  show();
  return Promise.all(
    chosen.map(async (item) => {
      const note = ownValue(annotations, item.result.caseId)?.note ?? '';
      const page = await casePageOf(item, scheme, names, note, t, signal);
      done++;
      show();
      return page;
    }),
  );
}

function embeddedScores(
  { scheme, scores, failures, checks }: OpenCohort,
  names: ReportNames,
  hasNotes: boolean,
  t: Translate,
  pace: Pace,
  onStep: (step: ReportStep) => void,
): Promise<string[]> {
  const kept = {
    producer: `regionlens ${__APP_VERSION__}`,
    scheme,
    profile: useViewStore.getState().profile,
    scores,
    failures,
    reconstructions: Object.fromEntries(
      [...checks].flatMap(([key, { check, reason }]) => {
        const found = check?.summary ?? reason;
        return found ? [[key, found]] : [];
      }),
    ),
    annotations: hasNotes ? useAnnotationsStore.getState().annotations : {},
    messageOf: (failed: AnswerFailure) => failureText(failed, names, t),
  };
  return scoresPieces(kept, names, pace, (done) => onStep({ step: 'scores', done, total: scores.length }));
}
