import type { Claim } from '../../domain/recognition';
import { caseIdOfMap, readChannel } from './caseName';
import type { ParsedFile } from './parsePath';
import { claim, claimEach, type RecognitionState } from './recognition';

/**
 * nnU-Net's raw data: imagesTr, imagesTs (`<case>_0000` per channel, or one file per case as in the Medical
 * Segmentation Decathlon) and labelsTr, labelsTs. Channels are named by the nearest dataset.json above.
 */
export const takeNnunetRaw = claimEach((file, state) => {
  const folder = file.folders.at(-1) ?? '';
  if (file.kind !== 'volume') return null;
  if (/^images(tr|ts|val)$/i.test(folder)) return imageClaim(file, state);
  if (/^(labels(tr|ts|val)|gt_niftis|gt_segmentations)$/i.test(folder)) {
    return claim(file, 'reference', 'nnunet-raw', caseIdOfMap(file));
  }
  return null;
});

function imageClaim(file: ParsedFile, state: RecognitionState): Claim {
  const channel = readChannel(file.stem);
  if (!channel) return claim(file, 'image', 'nnunet-raw', file.stem);
  const part = channelName(file, channel.channel, state);
  return claim(file, 'image', 'nnunet-raw', channel.caseId, { part });
}

/** The modality of a channel by the dataset.json nearest above the file; its number where there is none. */
export function channelName(file: ParsedFile, channel: number, { datasets }: RecognitionState): string {
  const above = datasets
    .filter(({ folder }) => folder === '' || file.folder === folder || file.folder.startsWith(`${folder}/`))
    .sort((first, second) => second.folder.length - first.folder.length);
  const nearest = above[0] ?? (datasets.length === 1 ? datasets[0] : undefined);
  return nearest?.dataset.channelNames[channel] || String(channel).padStart(4, '0');
}
