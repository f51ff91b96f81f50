import type { Claim } from '../../domain/recognition';
import { caseIdOfMap, referenceFolder } from './caseName';
import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';
import { addClaims, claim, type Handler } from './recognition';

/** Names that can mean nothing else; "masks" or "segmentations" may also be what a model made. */
const unmistakable = /^(labels(tr|ts|val)|gt.*|ground[-_ ]?truths?|references?|ref|truth|参考.*|金标准)$/i;

/**
 * Label maps below a folder whose whole name says reference ("labels", "gt", "ground_truth", "masks"), unless
 * a folder of images lies nearer or the file's own name says image or prediction. Where "gt" and "masks" hold
 * the same cases, only "gt" is taken; the other is passed on.
 */
export const takeReferenceFolders: Handler = (state) => {
  const claims = state.rest.flatMap((file) => claimOf(file) ?? []);
  const isSure = ({ folder }: Claim) => folder.split('/').some((part) => unmistakable.test(part));
  const earlier = state.claims.filter(({ role }) => role === 'reference');
  const sureIds = new Set([...earlier, ...claims.filter(isSure)].map(({ caseId }) => caseId));
  const doubted = new Set(
    claims.filter((one) => !isSure(one) && sureIds.has(one.caseId)).map(({ folder }) => folder),
  );
  return addClaims(
    state,
    claims.filter((one) => isSure(one) || !doubted.has(one.folder)),
  );
};

function claimOf(file: ParsedFile): Claim | null {
  if (file.kind !== 'volume') return null;
  const nearest = file.folders.map(exactFolderRole).findLast((role) => role !== null);
  const { kind } = file.name;
  if (nearest !== 'reference' || kind === 'image' || kind === 'prediction') return null;
  const caseId = caseIdOfMap(file);
  return claim(file, 'reference', 'reference-folder', caseId, { folder: referenceFolder(file, caseId) });
}
