import type { Claim } from '../../domain/recognition';
import { caseIdOfMap, folderCaseId, readChannel, referenceFolder } from './caseName';
import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';
import { addClaims, claim, type Handler, type RecognitionState } from './recognition';

/**
 * nnU-Net's raw data: imagesTr, imagesTs (`<case>_0000` per channel, or one file per case as in the Medical
 * Segmentation Decathlon) and labelsTr, labelsTs. Channels are named by the nearest dataset.json above.
 */
export const takeNnunetRaw: Handler = (state) => {
  const channelOf = nnunetChannels(state);
  const claims = state.rest.flatMap((file): Claim[] => {
    const folder = file.folders.at(-1) ?? '';
    if (file.kind !== 'volume') return [];
    if (/^images(tr|ts|val)$/i.test(folder)) {
      const channel = channelOf(file);
      if (!channel) return [claim(file, 'image', 'nnunet-raw', file.stem)];
      const part = channelName(file, channel.channel, state);
      return [claim(file, 'image', 'nnunet-raw', channel.caseId, { part })];
    }
    if (!/^(labels(tr|ts|val)|gt_niftis|gt_segmentations)$/i.test(folder)) return [];
    const { kind, isPaired, suffix, caseId: named } = file.name;
    if (isPaired && kind === 'image') {
      return [claim(file, 'image', 'nnunet-raw', named || folderCaseId(file), { part: suffix })];
    }
    const caseId = caseIdOfMap(file);
    return [claim(file, 'reference', 'nnunet-raw', caseId, { folder: referenceFolder(file, caseId) })];
  });
  return addClaims(state, claims);
};

export interface NnunetChannel {
  caseId: string;
  channel: number;
}

/**
 * Reads nnU-Net's channel from an image's name ("case_0001" is channel 1 of "case"); null where it has none. Where a
 * label map has the whole name and the folder no "case_0000", the number belongs to the case.
 */
export function nnunetChannels({
  rest,
  claims,
}: RecognitionState): (file: ParsedFile) => NnunetChannel | null {
  const isImageFolder = ({ folders }: ParsedFile) =>
    folders.map(exactFolderRole).findLast((role) => role !== null) === 'image';
  let mapNames: Set<string> | null = null;
  let first = new Set<string>();
  return (file) => {
    const channel = readChannel(file.stem);
    if (!channel) return null;
    if (mapNames === null) {
      mapNames = new Set([
        ...rest.filter((other) => !isImageFolder(other)).map(({ stem }) => stem),
        ...claims.filter(({ role }) => role !== 'image').map(({ caseId }) => caseId),
      ]);
      first = new Set(rest.filter(({ stem }) => stem.endsWith('_0000')).map(placeOf));
    }
    const isOfCase = mapNames.has(file.stem) && !first.has(`${file.folder}/${channel.caseId}_0000`);
    return isOfCase ? null : channel;
  };
}

function placeOf({ folder, stem }: ParsedFile): string {
  return `${folder}/${stem}`;
}

/** The modality of a channel by the dataset.json nearest above the file; its number where there is none. */
export function channelName(file: ParsedFile, channel: number, { datasets }: RecognitionState): string {
  const above = datasets
    .filter(({ folder }) => folder === '' || file.folder === folder || file.folder.startsWith(`${folder}/`))
    .sort((first, second) => second.folder.length - first.folder.length);
  const nearest = above[0] ?? (datasets.length === 1 ? datasets[0] : undefined);
  return nearest?.dataset.channelNames[channel] || String(channel).padStart(4, '0');
}
