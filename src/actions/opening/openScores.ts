import { scoresFileBasis } from '../../domain/caseReconstruction';
import type { Cohort } from '../../domain/cohort';
import type { OpenedScores } from '../../scoresFile/read';
import type { Answer } from '../../stores/answersStore';
import { emptyCohort, useCohortStore } from '../../stores/cohortStore';
import { useWorkStore } from '../../stores/workStore';
import { isAbort } from '../../workers/workerPool';
import { addAnnotations } from '../annotate';
import { addToAnswers } from '../changeAnswers';
import { changeView } from '../navigate';
import { problemOf } from '../problemOf';
import { readScoresFile } from '../readScoresFile';
import { scoreCohort } from '../scoreCohort';
import { recallDocument } from '../session/recallSession';
import { clearCohort } from './closeCohort';
import type { DroppedFile } from './droppedFile';
import { showCohort } from './showCohort';

/** False when the file is neither a scores file nor a report. One that is broken leaves what is open as it is. */
export async function openScoresFile({ path, file }: DroppedFile, isClosed: () => boolean): Promise<boolean> {
  const wasWorking = useWorkStore.getState().progress !== null;
  let opened: Awaited<ReturnType<typeof readScoresFile>>;
  try {
    opened = await readScoresFile(path, file);
  } catch (reason) {
    if (isAbort(reason)) return true;
    opened = { ok: false, problem: problemOf(reason, path) };
  }
  if (isClosed()) return true;
  if (opened?.ok) openScores(path, opened.value);
  else {
    if (opened) useCohortStore.setState({ problems: [opened.problem] });
    // Looking into what may be a report or scores stopped what was going on.
    if (wasWorking && useWorkStore.getState().progress === null) void scoreCohort();
  }
  return opened !== null;
}

/** Scores without volumes: the cohort is what the file names. */
function openScores(path: string, opened: OpenedScores): void {
  clearCohort();
  const { scheme, profile, results, failures, problems, measures, tauMm, lesionProfile } = opened;
  const cohort = cohortOf(path, opened);
  const isSettled = { isSchemeConfirmed: true, isReviewed: true };
  useCohortStore.setState({ ...emptyCohort, cohort, scheme, problems, ...isSettled });
  const basis = scoresFileBasis(scheme);
  addToAnswers([
    ...partsNamed('result', results),
    ...partsNamed('failure', failures),
    ...partsNamed('measures', measures),
    ...Object.entries(opened.reconstructions).map(
      ([key, summary]) => [key, { check: { basis, summary, findings: null } }] as const,
    ),
  ]);
  addAnnotations(opened.annotations);
  changeView({ profile, tauMm, ...(lesionProfile && { lesionProfile }) });
  if (!recallDocument(opened.session)) showCohort(cohort);
}

/** One part of answers by their keys. */
function partsNamed<Name extends keyof Answer>(
  name: Name,
  items: Readonly<Record<string, Answer[Name]>>,
): [key: string, parts: Partial<Answer>][] {
  return Object.entries(items).map(([key, item]) => [key, { [name]: item }]);
}

function cohortOf(path: string, { results, failures, scheme }: OpenedScores): Cohort {
  const cases = new Map<string, { model: string }[]>();
  const models = new Set<string>();
  for (const { caseId, model } of [...Object.values(results), ...Object.values(failures)]) {
    const predictions = cases.get(caseId) ?? [];
    // A case that was scored can have failed as well: of two files that claimed to be it, one was used.
    if (!predictions.some((known) => known.model === model)) predictions.push({ model });
    cases.set(caseId, predictions);
    models.add(model);
  }
  return {
    name: path,
    models: [...models],
    scheme,
    unclaimed: [],
    cases: [...cases].map(([id, predictions]) => ({ id, images: [], predictions })),
  };
}
