import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Case, FileEntry, Prediction } from '../domain/cohort';
import { failure, type Problem } from '../domain/errors';
import { type MapFiles, mainPaths, pathsBeside, referenceFiles } from '../domain/mapFiles';
import { type Claim, noOverrides } from '../domain/recognition';
import { correctedClaims } from '../io/applyOverrides';
import { headerPathsToRead, recogniseCohort } from '../io/recogniseCohort';
import type { PredictionSource, RawSource, WorkerFile } from '../workers/protocol';
import { sourceOf } from '../workers/sourceOf';
import { dataFileOf } from './dataFileOf';
import { type FileOnDisk, workerFileOf } from './fileOnDisk';
import { listFolder } from './listFolder';
import type { MappedPair } from './readCaseMap';

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
  /** What is to be told of the folders although nothing is missing for it. */
  notes: Problem[];
  /** The paths of all files that are read. */
  inputs: string[];
  /** What was guessed of names, one sentence each. */
  guesses: string[];
}

interface Folder {
  files: Map<string, string>;
  entries: FileEntry[];
  problems: Problem[];
  notes: Problem[];
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
  const inputs: string[] = [];
  const diskPaths = new Map(folders.flatMap(({ files }) => [...files]));
  const entries = folders.flatMap((folder) => folder.entries);
  const {
    cohort,
    problems,
    companions,
    found: recognised,
  } = recogniseCohort(entries, headerTexts(entries, diskPaths), structureNames);
  const onDisk = (path: string): FileOnDisk => {
    const diskPath = diskPaths.get(path) ?? path;
    inputs.push(diskPath);
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
  const claims = correctedClaims(recognised.claims, noOverrides);
  const found: FoundCases = {
    cases: [],
    predictions: [],
    failures: folders.flatMap((folder) =>
      folder.problems.map((problem) => ({ caseId: '', model: '', problem })),
    ),
    notes: folders.flatMap(({ notes }) => notes),
    inputs,
    guesses: guessSentences(claims, (path) => onDisk(path).path),
  };
  for (const item of cohort.cases) {
    const besideReference = pathsBeside(item, 'reference');
    const besidePrediction = pathsBeside(item, 'prediction');
    const saved = sourceOf(referenceFiles(item), besideReference, file);
    const reference = saved && named(saved);
    const fail = (model: string, code: 'missing-reference' | 'missing-prediction') =>
      found.failures.push({ caseId: item.id, model, problem: failure(code, item.id, {}).problem });
    const predictions: FoundCase['predictions'] = [];
    for (const model of models) {
      const prediction = predictionOf(item, model);
      const source = sourceOf(prediction, besidePrediction, file);
      if (source) {
        const raw = sourceOf({ raw: prediction.raw }, besidePrediction, file);
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
    found.failures.push({
      caseId,
      model,
      problem: { ...problem, file: diskPaths.get(problem.file) ?? problem.file },
    });
  }
  return found;
}

/** The pairs that a table names, whatever the files are called. */
export function mappedCases(
  pairs: readonly MappedPair[],
  channelNames: readonly string[] | null,
): FoundCases {
  const found: FoundCases = { cases: [], predictions: [], failures: [], notes: [], inputs: [], guesses: [] };
  const byCase = new Map<string, FoundCase>();
  const sourceAt = (diskPath: string): PredictionSource => {
    const onDisk = { path: diskPath.replaceAll('\\', '/'), diskPath };
    const data = dataFileOf(diskPath);
    found.inputs.push(diskPath, ...(data === null ? [] : [data]));
    const companion =
      data === null ? {} : { companion: { path: data.replaceAll('\\', '/'), diskPath: data } };
    const file = workerFileOf({ ...onDisk, ...companion });
    if (/\.np[yz]$/i.test(diskPath)) return { kind: 'probabilities', file };
    return { kind: 'label-map', file, ...(channelNames ? { channelNames } : {}) };
  };
  for (const { caseId, model, reference, prediction } of pairs) {
    let item = byCase.get(caseId);
    if (!item) {
      item = { caseId, reference: sourceAt(reference), predictions: [] };
      byCase.set(caseId, item);
    }
    item.predictions.push({ model, source: sourceAt(prediction) });
  }
  return { ...found, cases: [...byCase.values()] };
}

const roleWords = { image: 'image', reference: 'reference', prediction: 'prediction', 'left-out': '' };

function guessSentences(claims: readonly Claim[], diskPath: (path: string) => string): string[] {
  const choices = new Map<string, { rows: Set<string>; caseIds: Set<string> }>();
  for (const { instead, folder, caseId } of claims) {
    if (instead === undefined) continue;
    const choice = choices.get(instead) ?? { rows: new Set(), caseIds: new Set() };
    choices.set(instead, choice);
    choice.rows.add(folder);
    choice.caseIds.add(caseId);
  }
  const row = (folder: string) => folder.replace(/^labelsTr\/?/, '') || 'single masks';
  const casesHave = (count: number) => (count === 1 ? '1 case has' : `${count} cases have`);
  const choiceOf = ([used, { rows, caseIds }]: [string, { rows: Set<string>; caseIds: Set<string> }]) =>
    `${casesHave(caseIds.size)} several references: ${row(used)} is used, left out: ${[...rows].map(row).join(', ')}. Choose others with --map.`;
  const files = claims.filter(({ isGuess, folder, role }) => {
    return isGuess && role !== 'left-out' && !(role === 'reference' && choices.has(folder));
  });
  return [
    ...[...choices].map(choiceOf),
    ...files.map(
      ({ path, role, caseId }) => `${diskPath(path)} is taken for the ${roleWords[role]} of case ${caseId}.`,
    ),
  ];
}

/**
 * The last part of each path (of "." the name of the folder that it stands for); where several end alike, as nnU-Net's
 * "fold_0/validation" do, the parts in which those paths differ. Different folders have different names.
 */
export function modelNames(folders: readonly string[]): string[] {
  const paths = folders.map((folder) => resolve(folder).split(/[\\/]/));
  const parts = paths.map((path) => {
    const alike = paths.filter((others) => others.at(-1) === path.at(-1));
    const differing = path.filter((part, place) => {
      const fromEnd = path.length - place;
      return alike.some((others) => others[place] !== part && others.at(-fromEnd) !== part);
    });
    return differing.length > 0 ? differing : path.slice(-1);
  });
  const joined = ['-', '_', '+'].map((between) => parts.map((own) => own.join(between)));
  return joined.find((names) => new Set(names).size === names.length) ?? numbered(joined[0]);
}

function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name}-${number}`;
    taken.add(own);
    return own;
  });
}

function predictionOf(item: Case, model: string): MapFiles {
  const isIn = (path: string | undefined) => path?.startsWith(`predictions_${model}/`) ?? false;
  const isOfModel = ({ labelMap, raw }: Prediction) => isIn(labelMap) || mainPaths({ raw }).some(isIn);
  return item.predictions.find(isOfModel) ?? {};
}

/** The headers that name the file of their voxels; one that cannot be read is told when its case is. */
function headerTexts(
  entries: readonly FileEntry[],
  diskPaths: ReadonlyMap<string, string>,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of headerPathsToRead(entries)) {
    try {
      texts.set(path, readFileSync(diskPaths.get(path) ?? path, 'utf8'));
    } catch {}
  }
  return texts;
}

/** Every file below a folder, under a name that says what the folder is for. */
function list(folder: string, role: string): Folder {
  const { files, problems, notes } = listFolder(folder);
  const listed = files.map(({ name, diskPath, size }) => {
    return { diskPath, entry: { path: `${role}/${name}`.normalize('NFC'), size } };
  });
  return {
    files: new Map(listed.map(({ entry, diskPath }) => [entry.path, diskPath])),
    entries: listed.map(({ entry }) => entry),
    problems,
    notes,
  };
}
