import type { Claim, Role } from '../../domain/recognition';
import { caseIdOfMap, folderAboveCase, readChannel } from './caseName';
import { hasReferenceWord } from './folderRole';
import { nameMatcher } from './matchNames';
import type { ParsedFile } from './parsePath';
import { addClaims, claim, type Handler, isMap, type RecognitionState } from './recognition';
import { channelName } from './takeNnunetRaw';

/** The label maps of one folder that no name explains. */
interface Group {
  folder: string;
  files: { file: ParsedFile; caseId: string }[];
}

/**
 * Folders of `<case>` files whose names say nothing: they belong together where case names are equal. Where a
 * reference is known, or one folder's name speaks of one, the others are predictions; else the roles are a
 * guess to be confirmed (`isGuess`). Folders that share no case with anything are passed on.
 */
export const takeFlatFolders: Handler = (state) => {
  const channels = takeChannels(state);
  const groups = groupsOf(channels.rest);
  if (groups.length === 0) return channels;
  return addClaims(channels, claimGroups(groups, channels.claims));
};

function groupsOf(files: readonly ParsedFile[]): Group[] {
  const groups = new Map<string, Group>();
  for (const file of files) {
    if (!isMap(file)) continue;
    const caseId = caseIdOfMap(file);
    const folder = folderAboveCase(file, caseId);
    const group = groups.get(folder) ?? { folder, files: [] };
    group.files.push({ file, caseId });
    groups.set(folder, group);
  }
  return [...groups.values()].sort((first, second) => (first.folder < second.folder ? -1 : 1));
}

function claimGroups(groups: readonly Group[], earlier: readonly Claim[]): Claim[] {
  const idsOf = (role: Role) =>
    new Set(earlier.filter((one) => one.role === role).map(({ caseId }) => caseId));
  const referenceIds = idsOf('reference');
  if (referenceIds.size > 0) {
    const sharing = sharer(referenceIds);
    return groups.flatMap((group) => {
      const kind = sharing(group);
      const isGuess = kind === 'alike' || hasReferenceWord(lastFolder(group));
      return kind === 'none' ? [] : claimGroup(group, 'prediction', isGuess);
    });
  }
  const predictionIds = idsOf('prediction');
  const speaking = groups.filter((group) => hasReferenceWord(lastFolder(group)));
  const candidates = speaking.length > 0 ? speaking : groups;
  const sharing = sharer(predictionIds);
  const matching = candidates.filter((group) => sharing(group) !== 'none');
  const isGuess = speaking.length !== 1;
  const reference = largest(matching.length > 0 ? matching : candidates);
  const sharingReference = sharer(idsOfGroup(reference));
  return groups.flatMap((group) => {
    if (group === reference) return claimGroup(group, 'reference', isGuess);
    const kind = sharingReference(group);
    return kind === 'none' ? [] : claimGroup(group, 'prediction', isGuess || kind === 'alike');
  });
}

function claimGroup(group: Group, role: Role, isGuess: boolean): Claim[] {
  const model = role === 'prediction' ? lastFolder(group) : '';
  return group.files.map(({ file, caseId }) =>
    claim(file, role, 'flat-folder', caseId, { model, folder: group.folder, isGuess }),
  );
}

function lastFolder({ folder }: Group): string {
  return folder.slice(folder.lastIndexOf('/') + 1) || 'prediction';
}

/** Whether a group shares cases with others, by name or by names that `nameMatcher` finds alike. */
function sharer(caseIds: ReadonlySet<string>): (group: Group) => 'same' | 'alike' | 'none' {
  const match = nameMatcher([caseIds], false);
  return (group) => {
    if (group.files.some(({ caseId }) => caseIds.has(caseId))) return 'same';
    return match(idsOfGroup(group)).size > 0 ? 'alike' : 'none';
  };
}

function idsOfGroup({ files }: Group): Set<string> {
  return new Set(files.map(({ caseId }) => caseId));
}

/** The group of most files, the first by name among equals. */
function largest(groups: readonly Group[]): Group {
  return groups.reduce((best, group) => (group.files.length > best.files.length ? group : best));
}

/** `<case>_0000` is an image when a case of that name exists elsewhere and none of the full name does. */
function takeChannels(state: RecognitionState): RecognitionState {
  const stems = new Map<string, number>();
  const count = (caseId: string) => stems.set(caseId, (stems.get(caseId) ?? 0) + 1);
  for (const { caseId, role } of state.claims) if (role !== 'image') count(caseId);
  for (const file of state.rest) if (isMap(file)) count(file.stem);
  const claims = state.rest.flatMap((file) => {
    const channel = file.kind === 'volume' ? readChannel(file.stem) : null;
    if (!channel || !stems.has(channel.caseId) || stems.get(file.stem)! > 1) return [];
    const part = channelName(file, channel.channel, state);
    return claim(file, 'image', 'flat-folder', channel.caseId, { part });
  });
  return addClaims(state, claims);
}
