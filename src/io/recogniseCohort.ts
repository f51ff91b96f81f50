import type { Cohort, FileEntry } from '../domain/cohort';
import { assembleCohort, type CaseProblem } from './recognise/assembleCohort';
import { pairHeaders } from './recognise/pairHeaders';
import { parsePath } from './recognise/parsePath';
import type { Handler, RecognitionState } from './recognise/recognition';
import { setAsideHidden } from './recognise/setAsideHidden';
import { takeCaseFiles } from './recognise/takeCaseFiles';
import { takeFlatFolders } from './recognise/takeFlatFolders';
import { takeNnunetRaw } from './recognise/takeNnunetRaw';
import { takeNnunetResults } from './recognise/takeNnunetResults';
import { takePredictionFolders } from './recognise/takePredictionFolders';
import { takeReferenceFolders } from './recognise/takeReferenceFolders';
import { isDatasetJson, takeSideFiles } from './recognise/takeSideFiles';

/** What was recognised in all files dropped so far. */
export interface Recognition {
  cohort: Cohort;
  problems: CaseProblem[];
  /** nnU-Net's own evaluations by model; null where it lies beside no model's files. */
  summaries: { model: string | null; path: string }[];
  /** Files that hold the voxels of a header file (.img of .hdr, .raw of .mhd), by the header's path. */
  companions: ReadonlyMap<string, FileEntry>;
  hiddenCount: number;
  byProductCount: number;
  /** Roles were guessed from nothing but equal names: show and ask before scoring. */
  isGuess: boolean;
}

/** Larger JSON files are not read for recognition. */
const MAX_JSON_BYTES = 4_000_000;

/** The small JSON files whose text `recogniseCohort` needs. */
export function jsonPathsToRead(files: readonly FileEntry[]): string[] {
  return files
    .filter(({ size }) => size <= MAX_JSON_BYTES)
    .map(({ path, size }) => parsePath(path, size))
    .filter(isDatasetJson)
    .map(({ path }) => path);
}

/**
 * Finds cases, images, references and models in a list of names; nothing is read but `texts`, the JSON files
 * of `jsonPathsToRead` by path. Each handler takes the files that it understands and passes on the rest; what
 * is left is the cohort's `unclaimed`. Files of several drops are simply passed together.
 */
export function recogniseCohort(
  files: readonly FileEntry[],
  texts: ReadonlyMap<string, string>,
): Recognition {
  const start: RecognitionState = {
    rest: files.map(({ path, size }) => parsePath(path, size)),
    claims: [],
    datasets: [],
    summaries: [],
    companions: new Map(),
    hiddenCount: 0,
    byProductCount: 0,
    problems: [],
  };
  const handlers: Handler[] = [
    setAsideHidden,
    takeSideFiles(texts),
    pairHeaders,
    takeNnunetResults,
    takeNnunetRaw,
    takePredictionFolders,
    takeReferenceFolders,
    takeCaseFiles,
    takeFlatFolders,
  ];
  const state = handlers.reduce((before, handle) => handle(before), start);
  const { cohort, problems } = assembleCohort(state, state.claims);
  const modelOfFolder = new Map(
    state.claims
      .filter(({ role }) => role === 'prediction')
      .map(({ path, model }) => [parentOf(path), model]),
  );
  return {
    cohort,
    problems,
    summaries: state.summaries.map(({ path }) => ({
      path,
      model: modelOfFolder.get(parentOf(path)) ?? null,
    })),
    companions: state.companions,
    hiddenCount: state.hiddenCount,
    byProductCount: state.byProductCount,
    isGuess: state.claims.some(({ isGuess }) => isGuess),
  };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
