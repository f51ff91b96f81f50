import type { FileEntry } from '../domain/cohort';
import { noOverrides, type Recognition } from '../domain/recognition';
import { applyOverrides } from './applyOverrides';
import { caseIdOfMap, folderAboveCase } from './recognise/caseName';
import { isNamingHeader, pairHeaders } from './recognise/pairHeaders';
import { type ParsedFile, parsePath, parsePaths } from './recognise/parsePath';
import { readLeadingWords } from './recognise/readLeadingWords';
import { readRegionNames } from './recognise/readRegionNames';
import { claim, type DatasetFile, type Handler, isMap, type RecognitionState } from './recognise/recognition';
import { setAsideHidden } from './recognise/setAsideHidden';
import { takeCaseFiles } from './recognise/takeCaseFiles';
import { takeCaseFolders } from './recognise/takeCaseFolders';
import { takeFlatFolders } from './recognise/takeFlatFolders';
import { takeModelFiles } from './recognise/takeModelFiles';
import { takeMonaiOutputs } from './recognise/takeMonaiOutputs';
import { takeNnunetRaw } from './recognise/takeNnunetRaw';
import { takeNnunetResults } from './recognise/takeNnunetResults';
import { takePredictionFolders } from './recognise/takePredictionFolders';
import { takeReferenceFolders } from './recognise/takeReferenceFolders';
import { isDatasetJson, takeSideFiles } from './recognise/takeSideFiles';
import { takeTwoFiles } from './recognise/takeTwoFiles';

/** Larger JSON files are not read for recognition. */
export const maxJsonBytes = 4_000_000;

/** The small JSON files whose text `recogniseCohort` needs. */
export function jsonPathsToRead(files: readonly FileEntry[]): string[] {
  return files
    .filter(({ path, size }) => size <= maxJsonBytes && /\.json$/i.test(path))
    .filter(({ path, size }) => isDatasetJson(parsePath(path, size)))
    .map(({ path }) => path);
}

/** The headers of volumes in two files whose text says which two. */
export function headerPathsToRead(files: readonly FileEntry[]): string[] {
  return files
    .filter(({ path }) => /hdr$|mhd$/i.test(path))
    .filter(({ path, size }) => isNamingHeader(parsePath(path, size)))
    .map(({ path }) => path);
}

/**
 * Finds cases, images, references and models in a list of names; nothing is read but `texts`, the JSON files
 * of `jsonPathsToRead` and the headers of `headerPathsToRead` by path. Each handler takes the files that it understands and passes on the rest; what
 * is left is the cohort's `unclaimed`. Files of several drops are simply passed together. `structureNames` are those
 * of a scheme that is known before: files named so are masks of these structures.
 */
export function recogniseCohort(
  files: readonly FileEntry[],
  texts: ReadonlyMap<string, string>,
  structureNames: readonly string[] = [],
): Recognition {
  const start: RecognitionState = {
    rest: parsePaths(inOrder(files)),
    claims: [],
    datasets: [],
    structureNames,
    summaries: [],
    companions: new Map(),
    hiddenCount: 0,
    byProductCount: 0,
    problems: [],
  };
  // From the most particular layout to the most general; the order is part of the meaning.
  const handlers: Handler[] = [
    setAsideHidden,
    pairHeaders(texts),
    takeSideFiles(texts),
    readLeadingWords,
    readRegionNames,
    takeNnunetResults,
    takeNnunetRaw,
    takeMonaiOutputs,
    takePredictionFolders,
    takeCaseFolders,
    takeReferenceFolders,
    takeCaseFiles,
    takeModelFiles,
    takeTwoFiles,
    takeFlatFolders,
  ];
  const state = handlers.reduce((before, handle) => handle(before), start);
  const recognition: Recognition = {
    cohort: { name: '', cases: [], models: [], scheme: null, unclaimed: [] },
    problems: [],
    sources: [],
    summaries: state.summaries.map((path) => ({ path, model: null })),
    schemes: byDepth(state.datasets).map(({ path, dataset }) => ({
      path,
      scheme: dataset.scheme,
      datasetName: dataset.name,
    })),
    companions: state.companions,
    hiddenCount: state.hiddenCount,
    byProductCount: state.byProductCount,
    leftOutCount: 0,
    isGuess: false,
    found: {
      claims: [...state.claims, ...state.rest.filter(isMap).map(leftOver)],
      otherFiles: state.rest.filter((file) => !isMap(file)).map(({ path }) => path),
      problems: state.problems,
    },
  };
  return applyOverrides(recognition, noOverrides);
}

/** By path, so that the same files give the same cohort in whatever order a browser lists them. */
function inOrder(files: readonly FileEntry[]): FileEntry[] {
  return [...files].sort((first, second) =>
    first.path < second.path ? -1 : first.path > second.path ? 1 : 0,
  );
}

/** A volume that no handler took still has a row in the review, where a person may give it a role. */
function leftOver(file: ParsedFile) {
  const caseId = caseIdOfMap(file);
  return claim(file, 'left-out', 'none', caseId, { folder: folderAboveCase(file, caseId) });
}

/** The dataset.json nearest to the top first: those below belong to single models. */
function byDepth(datasets: readonly DatasetFile[]): DatasetFile[] {
  const depth = ({ folder }: DatasetFile) => (folder === '' ? 0 : folder.split('/').length);
  return [...datasets].sort(
    (first, second) => depth(first) - depth(second) || (first.path < second.path ? -1 : 1),
  );
}
