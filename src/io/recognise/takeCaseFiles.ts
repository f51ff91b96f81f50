import type { Claim } from '../../domain/recognition';
import { folderAboveCase, folderCaseId, folderOfRow, referenceFolder } from './caseName';
import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';
import { addClaims, claim, type Handler, type RecognitionState } from './recognition';
import { channelName, type NnunetChannel, nnunetChannels } from './takeNnunetRaw';

/**
 * Files whose own name ends in what they are, as in the BraTS challenges: `<case>-t1c`, `<case>_t1ce`,
 * `<case>-seg`, `<case>_pred`, in a folder per case or all in one; also `<case>/seg`. Files in a folder of
 * images without such an ending are images of one modality. Where several folders hold `<case>_seg` for the
 * same cases, only one with images beside it holds the reference; the others are passed on.
 */
export const takeCaseFiles: Handler = (state) => {
  const channelOf = nnunetChannels(state);
  const claims = state.rest.flatMap((file) =>
    file.kind === 'volume' ? (claimOf(file, state, channelOf) ?? []) : [],
  );
  const contested = contestedFolders(claims, state.claims);
  return addClaims(
    state,
    claims.filter(({ role, folder }) => role !== 'reference' || !contested.has(folderOfRow(folder))),
  );
};

function claimOf(
  file: ParsedFile,
  state: RecognitionState,
  channelOf: (file: ParsedFile) => NnunetChannel | null,
): Claim | null {
  const name = file.name;
  const caseId = name.caseId || folderCaseId(file);
  const folder = folderAboveCase(file, caseId);
  if (name.kind === 'image') {
    return claim(file, 'image', 'case-files', caseId, { part: name.suffix, folder });
  }
  if (name.kind === 'reference') {
    return claim(file, 'reference', 'case-files', caseId, { folder: referenceFolder(file, caseId) });
  }
  if (name.kind === 'prediction' || name.kind === 'channels') {
    const model = name.kind === 'channels' ? 'prediction' : name.suffix.toLowerCase();
    return claim(file, 'prediction', 'case-files', caseId, { model, folder });
  }
  const nearest = file.folders.map(exactFolderRole).findLast((role) => role !== null);
  if (nearest !== 'image' || file.region !== null) return null;
  const channel = channelOf(file);
  if (!channel) return claim(file, 'image', 'case-files', file.stem);
  const part = channelName(file, channel.channel, state);
  return claim(file, 'image', 'case-files', channel.caseId, { part });
}

/** Folders whose "_seg" files are perhaps no references, because another folder has the same cases. */
function contestedFolders(claims: readonly Claim[], earlier: readonly Claim[]): Set<string> {
  const withImages = new Set(claims.filter(({ role }) => role === 'image').map(({ folder }) => folder));
  const foldersOfCase = new Map<string, Set<string>>();
  for (const { role, caseId, folder } of [...earlier, ...claims]) {
    if (role !== 'reference') continue;
    const folders = foldersOfCase.get(caseId) ?? new Set();
    foldersOfCase.set(caseId, folders.add(folderOfRow(folder)));
  }
  const contested = new Set<string>();
  for (const folders of foldersOfCase.values()) {
    if (folders.size < 2) continue;
    for (const folder of folders) if (!withImages.has(folder)) contested.add(folder);
  }
  return contested;
}
