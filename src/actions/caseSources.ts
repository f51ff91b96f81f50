import type { AskedTurn } from '../domain/alignGeometry';
import { schemeMeaning } from '../domain/caseReconstruction';
import { answerKey, type Case, type Cohort, type Prediction, predictionOf } from '../domain/cohort';
import { type LabelScheme, paintKey } from '../domain/labelScheme';
import { type MapFiles, mainPaths, pathsBeside, referenceFiles } from '../domain/mapFiles';
import { ownValue } from '../domain/ownValue';
import { remembered } from '../domain/remembered';
import type { FileFacts } from '../domain/results';
import { useCohortStore } from '../stores/cohortStore';
import type { OpenAnswerRequest, PredictionSource, WorkerFile } from '../workers/protocol';
import { sourceOf } from '../workers/sourceOf';
import { knownFile } from './session/knownFiles';

/**
 * The opened file of a path, with the file of its voxels where it is a header alone, ready for a worker; null
 * for a file of a restored session that is not open again yet.
 */
export function workerFile(path: string): WorkerFile | null {
  const { files, closedFiles, companions } = useCohortStore.getState();
  const companionPath = companions.get(path);
  if (closedFiles.has(path) || (companionPath !== undefined && closedFiles.has(companionPath))) return null;
  const blob = files.get(path);
  if (!blob) throw new Error(`no opened file ${path}`);
  const companion = files.get(companionPath ?? '');
  return companion ? { path, blob, companion } : { path, blob };
}

/** What a model says of a case; null when there is nothing or it is closed. */
export function predictionSource(item: Case, prediction: Prediction): PredictionSource | null {
  return named(sourceOf(prediction, pathsBeside(item, 'prediction'), workerFile));
}

/** The reference of a case, saved as a label map or as regions; null when it has none. */
export function referenceSource(item: Case): PredictionSource | null {
  return named(sourceOf(referenceFiles(item), pathsBeside(item, 'reference'), workerFile));
}

/** With what a person said of the order of its channels. */
function named(source: PredictionSource | null): PredictionSource | null {
  if (source?.kind !== 'label-map' && source?.kind !== 'channels') return source;
  const channelNames = ownValue(useCohortStore.getState().channelNames, source.file.path);
  return channelNames ? { ...source, channelNames } : source;
}

/** The paths of everything that makes up one label map. */
function pathsOf(files: MapFiles): string[] {
  const { companions } = useCohortStore.getState();
  return mainPaths(files).flatMap((path) => [path, companions.get(path) ?? []].flat());
}

/** What is known of the files behind a label map without reading them, open or not; null when there is none. */
export function knownFacts(prediction: Omit<Prediction, 'model'>): FileFacts | null {
  const paths = pathsOf(prediction);
  const stamps = paths.flatMap((path) => knownFile(path) ?? []);
  if (paths.length === 0 || stamps.length < paths.length) return null;
  return {
    file: paths[0],
    bytes: stamps.reduce((sum, { size }) => sum + size, 0),
    modified: Math.max(...stamps.map(({ modified }) => modified)),
  };
}

/** Whether a case of a model waits for its folder to be opened again. */
export function isClosed(item: Case, prediction: Prediction): boolean {
  const { closedFiles } = useCohortStore.getState();
  const paths = [...pathsOf(referenceFiles(item)), ...pathsOf(prediction)];
  return closedFiles.size > 0 && paths.some((path) => closedFiles.has(path));
}

/** Everything that a case as one model sees it is read from; a side that is not there or closed is null. */
export function answerSources(caseId: string, model: string): OpenAnswerRequest {
  const item = findCase(caseId);
  const prediction = predictionOf(item, model);
  return {
    reference: item ? referenceSource(item) : null,
    prediction: item && prediction ? predictionSource(item, prediction) : null,
    images: (item?.images ?? []).flatMap(({ path }) => workerFile(path) ?? []),
    scheme: useCohortStore.getState().scheme,
    askedTurn: askedTurn(caseId, model),
  };
}

/**
 * Everything that the voxels of an answer and their codes depend on: its files, how they are turned and named, and
 * what the scheme says of labels. Two answers of one basis are the same.
 */
export function answerBasis(caseId: string, model: string): string {
  const { scheme, channelNames } = useCohortStore.getState();
  const item = findCase(caseId);
  const prediction = predictionOf(item, model);
  const files = [
    ...(item ? pathsOf(referenceFiles(item)) : []),
    ...(prediction ? pathsOf(prediction) : []),
    ...(item?.images ?? []).map(({ path }) => path),
  ].map((path) => [path, knownFile(path), ownValue(channelNames, path)]);
  const facts = JSON.stringify([answerKey(caseId, model), files, askedTurn(caseId, model)]);
  return scheme ? facts + voxelMeaning(scheme) : facts;
}

/** What voxels and their codes take from a scheme; asked for with every move through the slices. */
const voxelMeaning = remembered((scheme: LabelScheme) => schemeMeaning(scheme) + paintKey(scheme));

/** What a person said of an answer whose axes run differently; null where nobody did. */
export function askedTurn(caseId: string, model: string): AskedTurn | null {
  const { turnedByHeader, comparedByVoxel } = useCohortStore.getState();
  const key = answerKey(caseId, model);
  if (turnedByHeader.includes(key)) return 'by-header';
  return comparedByVoxel.includes(key) ? 'by-voxel' : null;
}

export function findCase(caseId: string | null): Case | undefined {
  const { cohort } = useCohortStore.getState();
  if (!cohort || caseId === null) return undefined;
  return casesById(cohort).get(caseId);
}

export function openCaseIds(): string[] {
  return (useCohortStore.getState().cohort?.cases ?? []).map(({ id }) => id);
}

/** A table asks for every case of a large cohort at once. */
const casesById = remembered((cohort: Cohort) => new Map(cohort.cases.map((item) => [item.id, item])));
