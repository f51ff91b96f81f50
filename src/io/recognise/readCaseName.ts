/** What the end of a file's name says about it: "case_t1ce", "case-seg", "case_pred". */
export interface CaseName {
  /** '' when the whole name is such a word ("seg.nii.gz"): then the folder names the case. */
  caseId: string;
  kind: 'image' | 'reference' | 'prediction' | 'channels' | null;
  /** The word as written. */
  suffix: string;
}

type Kind = Exclude<CaseName['kind'], null>;

const words: Record<Kind, string> = {
  image:
    't1 t1ce t1c t1n t1gd t1wce t1w t1post ct1 t1contrast t2 t2w t2f flair t2flair pd swi dwi adc dti asl fa md ' +
    'ct pet suv mr mri cect cbct',
  channels: 'prob probs probability probabilities softmax sigmoid logits channels regions predprobs 概率',
  prediction: 'pred preds prediction predicted output result inference 预测 结果',
  reference:
    'seg segm segmentation tumorseg tumourseg gt groundtruth ref reference truth label labels labelmap mask ' +
    'manual annotation 参考 标注 金标准 标签',
};

const kindOfWord = new Map<string, Kind>(
  (Object.keys(words) as Kind[]).flatMap((kind) =>
    words[kind].split(' ').map((word): [string, Kind] => [word, kind]),
  ),
);

const separators = '-_. ';

const twoWords = /(?:^|[-_. ])((?:tumou?r[-_](?:seg|segmentation)|ground[-_]truth|pred[-_]probs))$/i;

/** Splits a known last word off a file's name; `kind` is null where there is none. */
export function readCaseName(stem: string): CaseName {
  const start = lastSeparator(stem) + 1;
  const kind = kindOfWord.get(stem.slice(start).toLowerCase());
  if (kind === undefined) return { caseId: stem, kind: null, suffix: '' };
  const suffix = twoWords.exec(stem)?.[1] ?? stem.slice(start);
  return { caseId: stem.slice(0, Math.max(0, stem.length - suffix.length - 1)), kind, suffix };
}

/** The place of the last '-', '_', '.' or ' '; -1 without one. A loop, because it runs for every file. */
export function lastSeparator(stem: string): number {
  let index = stem.length - 1;
  while (index >= 0 && !separators.includes(stem[index])) index--;
  return index;
}
