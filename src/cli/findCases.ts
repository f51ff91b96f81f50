import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Case, FileEntry, Prediction } from '../domain/cohort';
import { failure, type Problem } from '../domain/errors';
import { recogniseCohort } from '../io/recogniseCohort';
import type { PredictionSource, RawSource, WorkerFile } from '../workers/protocol';
import { type FileOnDisk, workerFileOf } from './fileOnDisk';

/** One reference with its predictions, ready for a thread. */
export interface FoundCase {
  caseId: string;
  reference: PredictionSource;
  predictions: { model: string; source: PredictionSource }[];
}

/** One prediction with what it can be verified with, as far as it was saved. */
export interface FoundPrediction {
  caseId: string;
  model: string;
  reference: PredictionSource | null;
  labelMap: WorkerFile | null;
  raw: RawSource | null;
}

export interface FoundCases {
  cases: FoundCase[];
  /** The predictions of all cases, also of those without a reference. */
  predictions: FoundPrediction[];
  /** What cannot be scored: a case without a reference or a prediction, a file that no one understood. */
  failures: { caseId: string; model: string; problem: Problem }[];
}

interface Folder {
  files: Map<string, string>;
  entries: FileEntry[];
}

/**
 * Matches references and predictions by name, with the recognition that the page uses: every folder may be
 * flat or hold a folder per case. Models are named after their folders. Without a reference folder there are
 * no cases, only predictions.
 */
export function findCases(
  referenceFolder: string | null,
  predictionFolders: readonly string[],
  structureNames: readonly string[] = [],
  channelNames: readonly string[] | null = null,
): FoundCases {
  const models = modelNames(predictionFolders);
  const folders = [
    ...(referenceFolder === null ? [] : [list(referenceFolder, 'labelsTr')]),
    ...predictionFolders.map((folder, index) => list(folder, `predictions_${models[index]}`)),
  ];
  const diskPaths = new Map(folders.flatMap(({ files }) => [...files]));
  const { cohort, problems, companions } = recogniseCohort(
    folders.flatMap(({ entries }) => entries),
    new Map(),
    structureNames,
  );
  const onDisk = (path: string): FileOnDisk => {
    const diskPath = diskPaths.get(path) ?? path;
    return { path: diskPath.replaceAll('\\', '/'), diskPath };
  };
  const file = (path: string) => {
    const companion = companions.get(path);
    return workerFileOf(companion ? { ...onDisk(path), companion: onDisk(companion.path) } : onDisk(path));
  };
  const named = (source: PredictionSource): PredictionSource =>
    channelNames && (source.kind === 'label-map' || source.kind === 'channels')
      ? { ...source, channelNames }
      : source;
  const found: FoundCases = { cases: [], predictions: [], failures: [] };
  for (const item of cohort.cases) {
    const saved = sourceOf({ labelMap: item.reference, raw: item.referenceRaw }, file);
    const reference = saved && named(saved);
    const fail = (model: string, code: 'missing-reference' | 'missing-prediction') =>
      found.failures.push({ caseId: item.id, model, problem: failure(code, item.id, {}).problem });
    const predictions: FoundCase['predictions'] = [];
    for (const model of models) {
      const prediction = predictionOf(item, model);
      const source = sourceOf(prediction, file);
      if (source) {
        const raw = sourceOf({ raw: prediction.raw }, file);
        found.predictions.push({
          caseId: item.id,
          model,
          reference,
          labelMap: prediction.labelMap ? file(prediction.labelMap) : null,
          raw: raw?.kind === 'label-map' ? null : raw,
        });
      }
      if (!source) fail(model, 'missing-prediction');
      else if (!reference) fail(model, 'missing-reference');
      else predictions.push({ model, source: named(source) });
    }
    if (reference && predictions.length > 0) found.cases.push({ caseId: item.id, reference, predictions });
  }
  const isTold = (problem: Problem) =>
    problem.code === 'missing-reference' || problem.code === 'missing-prediction';
  for (const problem of problems) {
    if (isTold(problem)) continue;
    const { caseId = '', model = '' } = problem;
    found.failures.push({ caseId, model, problem: { ...problem, file: onDisk(problem.file).path } });
  }
  return found;
}

/**
 * The last part of each path (of "." the name of the folder that it stands for); where several end alike, as nnU-Net's
 * "fold_0/validation" do, the parts in which those paths differ. The same folder twice has the same name twice.
 */
export function modelNames(folders: readonly string[]): string[] {
  const paths = folders.map((folder) => resolve(folder).split(/[\\/]/));
  return paths.map((parts) => {
    const alike = paths.filter((others) => others.at(-1) === parts.at(-1));
    const differing = parts.filter((part, place) => {
      const fromEnd = parts.length - place;
      return alike.some((others) => others[place] !== part && others.at(-fromEnd) !== part);
    });
    return differing.length > 0 ? differing.join('-') : (parts.at(-1) ?? '');
  });
}

function predictionOf(item: Case, model: string): Pick<Prediction, 'labelMap' | 'raw'> {
  const isIn = (path: string | undefined) => path?.startsWith(`predictions_${model}/`) ?? false;
  const paths = ({ labelMap, raw }: Prediction) => [
    labelMap,
    ...(raw?.kind === 'region-masks' ? raw.masks.map(({ path }) => path) : [raw?.path]),
  ];
  return item.predictions.find((prediction) => paths(prediction).some(isIn)) ?? {};
}

function sourceOf(
  { labelMap, raw }: Pick<Prediction, 'labelMap' | 'raw'>,
  file: (path: string) => ReturnType<typeof workerFileOf>,
): PredictionSource | null {
  if (labelMap) return { kind: 'label-map', file: file(labelMap) };
  if (!raw) return null;
  if (raw.kind === 'region-masks') {
    return { kind: raw.kind, masks: raw.masks.map(({ region, path }) => ({ region, file: file(path) })) };
  }
  return { kind: raw.kind, file: file(raw.path) };
}

/** Every file below a folder, under a name that says what the folder is for. */
function list(folder: string, role: string): Folder {
  const files = new Map<string, string>();
  const entries: FileEntry[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const diskPath = join(folder, name);
    const stat = statSync(diskPath, { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    const path = `${role}/${name.replaceAll('\\', '/')}`.normalize('NFC');
    files.set(path, diskPath);
    entries.push({ path, size: stat.size });
  }
  return { files, entries };
}
