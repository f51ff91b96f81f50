import type { Cohort } from '../domain/cohort';
import { failure, type Problem } from '../domain/errors';
import { guessScheme, isFounded } from '../io/guessScheme';
import { isScoresText, type OpenedScores, readScores } from '../io/readScores';
import { jsonPathsToRead, recogniseCohort } from '../io/recogniseCohort';
import { type CohortFacts, emptyCohort, useCohortStore } from '../stores/cohortStore';
import { emptyMeasures, useMeasuresStore } from '../stores/measuresStore';
import { emptyResults, useResultsStore } from '../stores/resultsStore';
import { useViewStore } from '../stores/viewStore';
import { changeView, navigate } from './navigate';
import { scoreCohort } from './scoreCohort';
import { forgetPairs } from './showPair';
import { cancelWork } from './work';

export interface DroppedFile {
  path: string;
  file: File;
}

/**
 * Opens what was dropped, together with what was open before: a saved scores file alone, or a folder whose
 * cases are recognised by name and, once the meaning of their labels is known, scored.
 */
export async function openFiles(dropped: DroppedFile[]): Promise<void> {
  const scoresFile = dropped.length === 1 ? await readScoresFile(dropped[0]) : null;
  if (scoresFile) {
    openScores(dropped[0].path, scoresFile);
    return;
  }
  const files = new Map(useCohortStore.getState().files);
  for (const { path, file } of dropped) files.set(path.normalize('NFC'), file);
  const entries = [...files].map(([path, file]) => ({ path, size: file.size }));
  const { texts, problems } = await readTexts(files, jsonPathsToRead(entries));
  const recognition = recogniseCohort(entries, texts);
  const { cohort } = recognition;
  problems.push(...recognition.problems);
  if (cohort.cases.length === 0) {
    problems.push(failure('nothing-recognised', cohort.name, { count: entries.length }).problem);
    useCohortStore.setState({ ...emptyCohort, problems });
    return;
  }
  const before = useCohortStore.getState();
  const scheme = before.isSchemeConfirmed ? before.scheme : cohort.scheme;
  forgetPairs();
  useCohortStore.setState({
    files,
    companions: new Map([...recognition.companions].map(([header, { path }]) => [header, path])),
    cohort,
    problems,
    scheme,
    isSchemeConfirmed: scheme !== null,
    isAskingForScheme: scheme === null,
    schemeGuess: scheme === null ? bestGuess([...files.keys()]) : null,
  });
  showCohort(cohort);
  if (scheme) await scoreCohort();
}

/** The preset that names and layout speak for; null when nothing does. */
function bestGuess(names: string[]): CohortFacts['schemeGuess'] {
  const [guess] = guessScheme({ names, values: [] });
  return guess && isFounded(guess) ? { presetId: guess.preset.id } : null;
}

/** Closes everything that is open. */
export function closeCohort(): void {
  cancelWork();
  forgetPairs();
  useCohortStore.setState(emptyCohort);
  useResultsStore.setState(emptyResults);
  useMeasuresStore.setState(emptyMeasures);
}

/** Goes where the address pointed before the files were open, if that case is among them. */
function showCohort(cohort: Cohort): void {
  const { wanted } = useViewStore.getState();
  changeView({ hidden: [], wanted: null });
  const isThere = wanted?.screen === 'case' && cohort.cases.some(({ id }) => id === wanted.caseId);
  navigate(isThere ? wanted : { screen: 'cohort', caseId: null, model: cohort.models[0] ?? null });
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

/** null when the file is no scores file; a scores file that is broken says so. */
async function readScoresFile({ path, file }: DroppedFile) {
  if (!path.toLowerCase().endsWith('.json')) return null;
  const text = await file.text().catch(() => '');
  return isScoresText(text) ? readScores(path, text) : null;
}

/** Scores without volumes: the cohort is what the file names. */
function openScores(path: string, opened: ReturnType<typeof readScores>): void {
  closeCohort();
  if (!opened.ok) {
    useCohortStore.setState({ problems: [opened.problem] });
    return;
  }
  const { scheme, profile, results } = opened.value;
  const cohort = cohortOf(path, opened.value);
  useCohortStore.setState({ ...emptyCohort, cohort, scheme, isSchemeConfirmed: true });
  useResultsStore.setState({ ...emptyResults, results });
  changeView({ profile });
  showCohort(cohort);
}

function cohortOf(path: string, { results, scheme }: OpenedScores): Cohort {
  const items = Object.values(results);
  const ids = [...new Set(items.map(({ caseId }) => caseId))];
  return {
    name: path,
    models: [...new Set(items.map(({ model }) => model))],
    scheme,
    unclaimed: [],
    cases: ids.map((id) => ({
      id,
      images: [],
      predictions: items.filter(({ caseId }) => caseId === id).map(({ model }) => ({ model })),
    })),
  };
}
