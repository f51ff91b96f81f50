import { folderCaseId, foldersAboveCase, readCaseName, readChannel } from './caseName';
import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';
import { type Claim, claim, claimEach, type RecognitionState } from './recognition';
import { channelName } from './takeNnunetRaw';

/**
 * Files whose own name ends in what they are, as in the BraTS challenges: `<case>-t1c`, `<case>_t1ce`,
 * `<case>-seg`, `<case>_pred`, in a folder per case or all in one; also `<case>/seg`. Files in a folder of
 * images without such an ending are images of one modality.
 */
export const takeCaseFiles = claimEach((file, state) =>
  file.kind === 'volume' ? claimOf(file, state) : null,
);

function claimOf(file: ParsedFile, state: RecognitionState): Claim | null {
  const name = readCaseName(file.stem);
  const caseId = name.caseId || folderCaseId(file);
  const source = foldersAboveCase(file, caseId).join('/');
  if (name.kind === 'image') {
    return claim(file, 'image', 'case-folder', caseId, { part: name.suffix, source });
  }
  if (name.kind === 'reference') return claim(file, 'reference', 'case-folder', caseId, { source });
  if (name.kind === 'prediction') {
    return claim(file, 'prediction', 'case-folder', caseId, { model: name.suffix.toLowerCase(), source });
  }
  if (file.folders.map(exactFolderRole).findLast((role) => role !== null) !== 'image') return null;
  const channel = readChannel(file.stem);
  if (!channel) return claim(file, 'image', 'case-folder', file.stem);
  const part = channelName(file, channel.channel, state);
  return claim(file, 'image', 'case-folder', channel.caseId, { part });
}
