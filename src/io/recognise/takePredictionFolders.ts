import type { Claim } from '../../domain/recognition';
import { caseIdOfMap, foldersAboveCase } from './caseName';
import { exactFolderRole, modelInFolderName } from './folderRole';
import type { ParsedFile } from './parsePath';
import { claim, claimEach, type Handler, isMap } from './recognition';

const foldFolder = /^fold_?(\d+|all)$/i;
const rawFolder = /^(prob(abilitie)?s?|softmax|sigmoid|logits|channels|概率)$/i;

/**
 * Everything below a folder of predictions: `predictions/<model>/…`, `predictions_<model>/…`, each with or
 * without a folder per case; `predictions/<case>` alone is one model. Further folders, such as
 * "postprocessed", make models of their own; folds and folders of probabilities do not. A case that lies there
 * with its images, as in a folder "results_2024" that holds the whole study, is passed on.
 */
export const takePredictionFolders: Handler = (state) => {
  const studied = casesWithImages(state.rest);
  return claimEach((file) => (isMap(file) && !studied.has(placeOf(file)) ? claimOf(file) : null))(state);
};

/** Cases with images of two modalities, or of one beside a "_seg", in one folder. */
function casesWithImages(files: readonly ParsedFile[]): Set<string> {
  const imageSuffix = new Map<string, string>();
  const studied = new Set<string>();
  for (const file of files) {
    if (file.name.kind !== 'image') continue;
    const place = placeOf(file);
    const first = imageSuffix.get(place);
    if (first === undefined) imageSuffix.set(place, file.name.suffix);
    else if (first !== file.name.suffix) studied.add(place);
  }
  if (imageSuffix.size === 0) return studied;
  for (const file of files) {
    if (file.name.kind === 'reference' && imageSuffix.has(placeOf(file))) studied.add(placeOf(file));
  }
  return studied;
}

function placeOf({ folder, name }: ParsedFile): string {
  return `${folder}\n${name.caseId}`;
}

function claimOf(file: ParsedFile): Claim | null {
  const at = file.folders.findLastIndex(
    (folder) => exactFolderRole(folder) === 'prediction' || modelInFolderName(folder) !== null,
  );
  if (at < 0 || file.folders.slice(at + 1).some(isOtherData)) return null;
  const caseId = caseIdOfMap(file);
  const below = foldersAboveCase(file, caseId).slice(at + 1);
  const fold = below.find((folder) => foldFolder.test(folder));
  const models = below.filter((folder) => !foldFolder.test(folder) && !rawFolder.test(folder));
  const isRaw = file.kind === 'volume' && below.some((folder) => rawFolder.test(folder));
  const named = modelInFolderName(file.folders[at]);
  return claim(file, 'prediction', 'prediction-folder', caseId, {
    model: [...(named === null ? [] : [named]), ...models].join('/') || file.folders[at],
    fold: fold ? foldFolder.exec(fold)![1].toLowerCase() : null,
    folder: [...file.folders.slice(0, at + 1), ...models].join('/'),
    ...(isRaw ? { form: 'channels' } : {}),
  });
}

/** "predictions" can also be the name of a whole project: what lies in its images or gt folders is none. */
function isOtherData(folder: string): boolean {
  return (
    exactFolderRole(folder) === 'image' ||
    /^(labels(tr|ts)|gt|ground[-_ ]?truths?|references?)$/i.test(folder)
  );
}
