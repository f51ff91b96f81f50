import type { Claim } from '../../domain/recognition';
import { caseIdOfMap, foldersAboveCase } from './caseName';
import { exactFolderRole, modelInFolderName } from './folderRole';
import type { ParsedFile } from './parsePath';
import { claim, claimEach, isMap } from './recognition';

const foldFolder = /^fold_?(\d+|all)$/i;
const rawFolder = /^(prob(abilitie)?s?|softmax|sigmoid|logits|channels|概率)$/i;

/**
 * Everything below a folder of predictions: `predictions/<model>/…`, `predictions_<model>/…`, each with or
 * without a folder per case; `predictions/<case>` alone is one model. Further folders, such as
 * "postprocessed", make models of their own; folds and folders of probabilities do not.
 */
export const takePredictionFolders = claimEach((file) => (isMap(file) ? claimOf(file) : null));

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
