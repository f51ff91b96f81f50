import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';

/** What the end of a file's name says about it: "case_t1ce", "case-seg", "case_pred". */
export interface CaseName {
  /** '' when the whole name is such a word ("seg.nii.gz"): then the folder names the case. */
  caseId: string;
  kind: 'image' | 'reference' | 'prediction' | 'channels' | null;
  /** The word as written. */
  suffix: string;
}

const modalities =
  't1|t1ce|t1c|t1n|t1gd|t1wce|t1w|t1post|ct1|t1contrast|t2|t2w|t2f|flair|t2flair|pd|swi|dwi|adc|dti|asl|fa|md|ct|pet|suv|mr|mri|cect|cbct';
const referenceWords =
  'seg|segm|segmentation|tumou?r[_-]?seg(?:mentation)?|gt|ground[_-]?truth|ref|reference|truth|label|labels|labelmap|mask|manual|annotation|参考|标注|金标准|标签';
const predictionWords = 'pred|preds|prediction|predicted|output|result|inference|预测|结果';
const channelWords =
  'prob|probs|probabilities|probability|softmax|sigmoid|logits|channels|regions|pred_?probs|概率';

const patterns: [Exclude<CaseName['kind'], null>, RegExp][] = [
  ['image', suffixPattern(modalities)],
  ['channels', suffixPattern(channelWords)],
  ['prediction', suffixPattern(predictionWords)],
  ['reference', suffixPattern(referenceWords)],
];

function suffixPattern(suffixes: string): RegExp {
  return new RegExp(`^(?:(.*?)[-_. ])??(${suffixes})$`, 'i');
}

/** Splits a known last word off a file's name; `kind` is null where there is none. */
export function readCaseName(stem: string): CaseName {
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(stem);
    if (match) return { caseId: match[1] ?? '', kind, suffix: match[2] };
  }
  return { caseId: stem, kind: null, suffix: '' };
}

/** The case of a label map: its name without a word such as "_seg", or its folder where that is all. */
export function caseIdOfMap(file: ParsedFile): string {
  const name = readCaseName(file.stem);
  const caseId = name.kind === null || name.kind === 'image' ? file.stem : name.caseId;
  return caseId || folderCaseId(file);
}

/** The case of a file whose own name does not say it: its nearest folder that is none of labels, images, … */
export function folderCaseId(file: ParsedFile): string {
  return file.folders.findLast((folder) => exactFolderRole(folder) === null) ?? 'case';
}

/** The folders above a file without the last one where that is the case's own. */
export function foldersAboveCase(file: ParsedFile, caseId: string): string[] {
  const last = file.folders.at(-1);
  const isCaseFolder = last !== undefined && last !== '' && (last === caseId || startsWithName(caseId, last));
  return isCaseFolder && exactFolderRole(last) === null ? file.folders.slice(0, -1) : file.folders;
}

/** "Patient-002" begins "Patient-002-week-003", but not "Patient-0021". */
function startsWithName(name: string, beginning: string): boolean {
  return name.startsWith(beginning) && /[-_. ]/.test(name[beginning.length] ?? '');
}

/** nnU-Net's channel: "case_0001" is channel 1 of "case"; null without such an ending. */
export function readChannel(stem: string): { caseId: string; channel: number } | null {
  const match = /^(.+)_(\d{4})$/.exec(stem);
  return match ? { caseId: match[1], channel: Number(match[2]) } : null;
}
