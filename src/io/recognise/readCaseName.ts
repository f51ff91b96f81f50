/** What the end of a file's name says about it: "case_t1ce", "case-seg", "case_pred". */
export interface CaseName {
  /** '' when the whole name is such a word ("seg.nii.gz"): then the folder names the case. */
  caseId: string;
  kind: 'image' | 'reference' | 'prediction' | 'channels' | null;
  /** The word as written. */
  suffix: string;
  /** Which of several references this is, where the name says so: "rater1", "aggregated_MAJ". */
  variant?: string;
  /** The same folder has this name with a word of another kind, too: then the words say what the files are. */
  isPaired?: true;
}

type Kind = Exclude<CaseName['kind'], null>;

const words: Record<Kind, string> = {
  image:
    't1 t1ce t1c t1n t1gd t1wce t1w t1post ct1 t1contrast t2 t2w t2f flair t2flair pd swi dwi adc dti asl fa md ' +
    'ct pet suv mr mri cect cbct image img imaging volume vol scan orig original',
  channels: 'prob probs probability probabilities softmax sigmoid logits channels regions predprobs 概率',
  prediction: 'pred preds prediction predicted output result inference 预测 结果',
  reference:
    'seg segm segmentation tumorseg tumourseg gt groundtruth ref reference truth label labels labelmap mask ' +
    'masks msk dseg labeledmask labeledmasks labelledmask labelledmasks manual annotation 参考 标注 金标准 标签',
};

const kindOfWord = new Map<string, Kind>(
  (Object.keys(words) as Kind[]).flatMap((kind) =>
    words[kind].split(' ').map((word): [string, Kind] => [word, kind]),
  ),
);

const separators = '-_. ';

const twoWords = /(?:^|[-_. ])((?:tumou?r[-_](?:seg|segmentation)|ground[-_]truth|pred[-_]probs))$/i;

/** Whose reference it is, with the words around it: "lesion-manual-rater1", "aggregated_MAJ_seg", "consensus". */
const variants =
  /(?:^|[-_. ])((?:(?:lesions?|tumou?rs?|seg|segmentations?|masks?|labels?|gt|manual)[-_. ])*(?:(?:rater|reader|expert|annotator|observer|reviewer|radiologist)[-_. ]?(?:\d{1,2}|[a-z])|consensus|staple|majority(?:[-_. ]?vote)?|aggregated[-_. ](?:and|or|maj))(?:[-_. ](?:seg|segmentation|mask|msk|labels?|gt|dseg))?)$/i;

const variantWord =
  /rater|reader|expert|annotator|observer|reviewer|radiologist|consensus|staple|majority|aggregated/i;

/** Splits a known last word off a file's name; `kind` is null where there is none. */
export function readCaseName(stem: string): CaseName {
  const variant = variantWord.test(stem) ? variants.exec(stem)?.[1] : undefined;
  if (variant !== undefined) {
    return { caseId: withoutEnd(stem, variant), kind: 'reference', suffix: variant, variant };
  }
  const start = lastSeparator(stem) + 1;
  const kind = kindOfWord.get(stem.slice(start).toLowerCase());
  if (kind === undefined) return { caseId: stem, kind: null, suffix: '' };
  const suffix = twoWords.exec(stem)?.[1] ?? stem.slice(start);
  return { caseId: withoutEnd(stem, suffix), kind, suffix };
}

function withoutEnd(stem: string, end: string): string {
  return stem.slice(0, Math.max(0, stem.length - end.length - 1));
}

/** Splits a known first word off a name, before a separator or a number: "volume-7", "img0061"; else null. */
export function readLeadingWord(stem: string): CaseName | null {
  const [, word, caseId] = /^([^-_. ]+?)(?:[-_. ]+|(?<=\D)(?=\d))(.+)$/.exec(stem) ?? [];
  const kind = word === undefined ? undefined : kindOfWord.get(word.toLowerCase());
  return kind === undefined ? null : { caseId, kind, suffix: word };
}

/**
 * A name without the words at its ends that only say what a file is ("img0061", "case_0061_seg": 0061), in lower
 * case; '' where it is nothing else. Runs for every name that matches none, hence no patterns but where words are.
 */
export function bareName(stem: string): string {
  let name = stem.toLowerCase();
  if (variantWord.test(name)) name = readCaseName(name).caseId;
  for (;;) {
    const end = lastSeparator(name);
    if (isRoleWord(name.slice(end + 1))) {
      name = name.slice(0, Math.max(0, twoWords.test(name) ? lastSeparator(name.slice(0, end)) : end));
      if (name === '') return '';
      continue;
    }
    let start = endOfFirstWord(name);
    if (!isRoleWord(name.slice(0, start))) return name;
    while (start < name.length && separators.includes(name[start])) start++;
    name = name.slice(start);
  }
}

/** Where the first word of a name ends: before a separator or a number behind letters. */
function endOfFirstWord(name: string): number {
  let index = 0;
  while (index < name.length && !separators.includes(name[index])) {
    if (index > 0 && isDigit(name[index]) && !isDigit(name[index - 1])) break;
    index++;
  }
  return index;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Whether a word in lower case says nothing of which case a file belongs to. */
export function isRoleWord(word: string): boolean {
  return kindOfWord.has(word) || word === 'case';
}

/** The place of the last '-', '_', '.' or ' '; -1 without one. A loop, because it runs for every file. */
export function lastSeparator(stem: string): number {
  let index = stem.length - 1;
  while (index >= 0 && !separators.includes(stem[index])) index--;
  return index;
}
