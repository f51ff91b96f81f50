import { caseIdOfMap, foldersAboveCase, readCaseName } from './caseName';
import { exactFolderRole } from './folderRole';
import { claim, claimEach } from './recognition';

/**
 * Label maps below a folder whose whole name says reference ("labels", "gt", "ground_truth", "masks"),
 * unless a folder of images lies nearer or the file's own name says image or prediction.
 */
export const takeReferenceFolders = claimEach((file) => {
  if (file.kind !== 'volume') return null;
  const nearest = file.folders.map(exactFolderRole).findLast((role) => role !== null);
  const { kind } = readCaseName(file.stem);
  if (nearest !== 'reference' || kind === 'image' || kind === 'prediction') return null;
  const caseId = caseIdOfMap(file);
  const source = foldersAboveCase(file, caseId).join('/');
  return claim(file, 'reference', 'reference-folder', caseId, { source });
});
