import { scoresFileBasis } from '../domain/caseReconstruction';
import type { Cohort, FileEntry } from '../domain/cohort';
import { failure, type Problem } from '../domain/errors';
import type { Recognition } from '../domain/recognition';
import { type ReviewNeed, reviewNeeds } from '../domain/reviewNeeds';
import { applyOverrides } from '../io/applyOverrides';
import { guessScheme, isFounded } from '../io/guessScheme';
import { parsePythonJson } from '../io/parsePythonJson';
import type { OpenedScores } from '../io/readScores';
import { headerPathsToRead, jsonPathsToRead, maxJsonBytes, recogniseCohort } from '../io/recogniseCohort';
import { type Answer, useAnswersStore } from '../stores/answersStore';
import { type CohortFacts, emptyCohort, useCohortStore } from '../stores/cohortStore';
import { emptySummaries, useSummariesStore } from '../stores/summariesStore';
import { caseScreens, useViewStore } from '../stores/viewStore';
import { noWork, useWorkStore } from '../stores/workStore';
import { isAbort } from '../workers/workerPool';
import { addAnnotations } from './annotate';
import { addToAnswers } from './changeAnswers';
import { countFirstCase } from './countFirstCase';
import { forgetStaleResults } from './forgetStaleResults';
import { changeView, navigate } from './navigate';
import { joinAttributesAgain, openAttributes } from './openAttributes';
import { problemOf } from './problemOf';
import { readScoresFile } from './readScoresFile';
import { recognitionFacts } from './reviewRoles';
import { scoreCohort } from './scoreCohort';
import { stampsOf, stillClosed } from './session/knownFiles';
import { recallByFiles, recallDocument } from './session/recallSession';
import { leaveSession } from './session/rememberSession';
import { goTo, isWantedThere, tabOf } from './showPicture';
import { cancelWork } from './work';

/** A problem names no more files than these. */
const mostNamed = 3;

export interface DroppedFile {
  path: string;
  file: File;
}

/** How often what was open was closed: files that were still read then belong to what is gone. */
let closings = 0;

let opening: Promise<void> = Promise.resolve();

/**
 * Opens what was dropped, together with what was open before: a saved scores file alone, or a folder whose
 * cases are recognised by name and, once the meaning of their labels is known, scored. One drop after the other,
 * so that each adds to the one before; what is read while everything is closed is not opened.
 */
export function openFiles(dropped: DroppedFile[]): Promise<void> {
  const began = closings;
  const isClosed = () => closings !== began;
  const isOpened = opening.then(() => !isClosed() && openNext(dropped, isClosed));
  opening = isOpened.then(
    () => {},
    () => {},
  );
  return isOpened.then((isReady) => (isReady ? scoreCohort() : undefined));
}

/** True when there is something that can be scored. */
async function openNext(dropped: DroppedFile[], isClosed: () => boolean): Promise<boolean> {
  if (dropped.length === 1 && (await openScoresFile(dropped[0], isClosed))) return false;
  const [table, ...furtherTables] = dropped.filter(isTable);
  if (table && furtherTables.length === 0) {
    const others = dropped.filter((item) => item !== table);
    const isReady = others.length > 0 && (await openNext(others, isClosed));
    if (isClosed()) return false;
    if (useCohortStore.getState().cohort) {
      await joinTable(table);
      return isReady;
    }
  }
  const opened = new Map(dropped.map(({ path, file }) => [path.normalize('NFC'), file]));
  // Of a session that is on screen, not of one that these files bring back.
  const { files: filesBefore, closedFiles: closedBefore } = useCohortStore.getState();
  const isReplacing = [...opened.keys()].every((path) => filesBefore.has(path));
  const stamps = await stampsOf(opened);
  if (isClosed()) return false;
  await recallByFiles(stamps);
  const files = new Map([...useCohortStore.getState().files, ...opened]);
  const closedFiles = stillClosed(opened.keys());
  const isOpen = ({ path }: FileEntry) => files.has(path);
  const entries = [...closedFiles, ...(await stampsOf(files))].map(([path, { size }]) => ({ path, size }));
  const { texts, problems } = await readTexts(files, [
    ...jsonPathsToRead(entries.filter(isOpen)),
    ...headerPathsToRead(entries.filter(isOpen)),
  ]);
  if (isClosed()) return false;
  const before = useCohortStore.getState();
  const recognition = applyOverrides(recogniseCohort(entries, texts), before.edits.now);
  const { cohort } = recognition;
  const isUseless = !isOfUse([...opened.keys()], recognition);
  // A cohort without files, from scores, stays as well when nothing else was dropped that has a case.
  if (before.cohort ? isUseless || cohort.cases.length === 0 : isUseless && opened.size === 1) {
    const [problem = await uselessProblem(opened)] = recognition.found.problems;
    useCohortStore.setState({ problems: [problem] });
    return false;
  }
  cancelWork();
  if (cohort.cases.length === 0) {
    problems.push(failure('nothing-recognised', cohort.name, { count: entries.length }).problem);
    useCohortStore.setState({ ...recognitionFacts(recognition), files, closedFiles, problems });
    return false;
  }
  const scheme = before.isSchemeConfirmed ? before.scheme : cohort.scheme;
  const needs = reviewNeeds(recognition);
  const isAgreed = before.isReviewed && isSameNeeds(needs, before.recognition);
  const isReviewed = isAgreed || needs.length === 0;
  useCohortStore.setState({
    ...recognitionFacts(recognition),
    files,
    closedFiles,
    problems,
    isReviewed,
    scheme,
    isSchemeConfirmed: scheme !== null,
    isAskingForScheme: scheme === null && isReviewed,
    schemeGuess: scheme === null ? bestGuess([...files.keys()]) : null,
  });
  forgetStaleResults();
  joinAttributesAgain();
  if (isReplacing || closedBefore.size > 0) stayHere();
  showCohort(cohort);
  if (!scheme) void countFirstCase();
  return scheme !== null && isReviewed;
}

/** Whether anything of what was dropped belongs to cases, or says something about their labels or scores. */
function isOfUse(paths: string[], { found, schemes, summaries, companions }: Recognition): boolean {
  const used = new Set([
    ...[...found.claims, ...schemes, ...summaries, ...companions.values()].map(({ path }) => path),
    ...found.problems.map(({ file }) => file),
  ]);
  return paths.some((path) => used.has(path));
}

/** Names what was dropped, and where the JSON file is broken that came alone. */
async function uselessProblem(opened: ReadonlyMap<string, File>): Promise<Problem> {
  const names = [...opened.keys()];
  const [file] = opened.values();
  if (names.length === 1 && /\.json$/i.test(names[0]) && file.size <= maxJsonBytes) {
    const { texts, problems } = await readTexts(opened, names);
    if (problems.length > 0) return problems[0];
    const read = parsePythonJson(names[0], texts.get(names[0]) ?? '');
    if (!read.ok) return read.problem;
  }
  const further = names.length > mostNamed ? ` … (${names.length})` : '';
  return failure('not-recognised', names.slice(0, mostNamed).join(', ') + further, {}).problem;
}

/** Takes the problems of the last drop off the screen. */
export function dismissProblems(): void {
  useCohortStore.setState({ problems: [] });
}

/** What a person agreed to once is not asked again when further files change nothing about it. */
function isSameNeeds(needs: ReviewNeed[], before: Recognition | null): boolean {
  return before !== null && JSON.stringify(needs) === JSON.stringify(reviewNeeds(before));
}

/** The preset that names and layout speak for; null when nothing does. */
function bestGuess(names: string[]): CohortFacts['schemeGuess'] {
  const [guess] = guessScheme({ names, values: [] });
  return guess && isFounded(guess) ? { presetId: guess.preset.id } : null;
}

/** A table that was dropped by itself and not within a folder: it says something about the open cases. */
function isTable({ path }: DroppedFile): boolean {
  return /^[^/]+\.(csv|tsv)$/i.test(path);
}

async function joinTable({ file }: DroppedFile): Promise<void> {
  dismissProblems();
  await openAttributes(file);
  navigate({ screen: 'cohort' });
}

/** Closes everything that is open, and what is still being opened. */
export function closeCohort(): void {
  closings++;
  clearCohort();
}

function clearCohort(): void {
  // What was ready is published, and so kept, before the session is left.
  cancelWork();
  leaveSession();
  useCohortStore.setState(emptyCohort);
  useAnswersStore.setState({ answers: {} });
  useWorkStore.setState(noWork);
  useSummariesStore.setState(emptySummaries);
  changeView({ tab: 'table' });
}

/** Files that come back, or in the place of open ones, change nothing about what is on screen. */
function stayHere(): void {
  const { screen, tab, scene, caseId, model, structure, view, cause, layout, voxel, hidden } =
    useViewStore.getState();
  if (!caseScreens.includes(screen) && screen !== 'rate') return;
  const selection = { screen, tab, scene, caseId, model, structure, view, cause, layout, voxel };
  changeView({ wanted: { selection, settings: { hidden } } });
}

/** Goes where the address pointed before the files were open, if that case is among them. */
function showCohort(cohort: Cohort): void {
  const { wanted } = useViewStore.getState();
  changeView({ hidden: [], wanted: null });
  if (wanted && isWantedThere(wanted, cohort)) goTo(wanted.selection, wanted.settings);
  else navigate({ screen: 'cohort', ...tabOf(wanted), caseId: null, model: cohort.models[0] ?? null });
}

async function readTexts(files: ReadonlyMap<string, File>, paths: string[]) {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      texts.set(path, (await files.get(path)?.text()) ?? '');
    } catch (reason) {
      problems.push(failure('unreadable-file', path, { detail: String(reason) }).problem);
    }
  }
  return { texts, problems };
}

/** False when the file is neither a scores file nor a report. One that is broken leaves what is open as it is. */
async function openScoresFile({ path, file }: DroppedFile, isClosed: () => boolean): Promise<boolean> {
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
