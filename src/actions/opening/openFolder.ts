import type { FileEntry } from '../../domain/cohort';
import { failure, type Problem } from '../../domain/errors';
import type { Recognition } from '../../domain/recognition';
import { type ReviewNeed, reviewNeeds } from '../../domain/reviewNeeds';
import { applyOverrides } from '../../io/applyOverrides';
import { guessScheme, isFounded } from '../../io/guessScheme';
import { parsePythonJson } from '../../io/parsePythonJson';
import { headerPathsToRead, jsonPathsToRead, maxJsonBytes, recogniseCohort } from '../../io/recogniseCohort';
import { type CohortFacts, useCohortStore } from '../../stores/cohortStore';
import { countFirstCase } from '../countFirstCase';
import { forgetStaleResults } from '../forgetStaleResults';
import { joinAttributesAgain } from '../openAttributes';
import { recognitionFacts } from '../reviewRoles';
import { stampsOf, stillClosed } from '../session/knownFiles';
import { recallByFiles } from '../session/recallSession';
import { cancelWork } from '../work';
import type { DroppedFile } from './droppedFile';
import { placeHere, showCohort } from './showCohort';

/** A problem names no more files than these. */
const mostNamed = 3;

/** Opens a folder's files beside what is open; true when there is something that can be scored. */
export async function openFolder(dropped: DroppedFile[], isClosed: () => boolean): Promise<boolean> {
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
  showCohort(cohort, isReplacing || closedBefore.size > 0 ? placeHere() : undefined);
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

/** What a person agreed to once is not asked again when further files change nothing about it. */
function isSameNeeds(needs: ReviewNeed[], before: Recognition | null): boolean {
  return before !== null && JSON.stringify(needs) === JSON.stringify(reviewNeeds(before));
}

/** The preset that names and layout speak for; null when nothing does. */
function bestGuess(names: string[]): CohortFacts['schemeGuess'] {
  const [guess] = guessScheme({ names, values: [] });
  return guess && isFounded(guess) ? { presetId: guess.preset.id } : null;
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
