import {
  barelyFoundDice,
  type FindingPlace,
  type LesionFindings,
  type StructureFindings,
} from '../domain/caseFindings';
import { type Dimensions, sizeOfMm } from '../domain/geometry';
import type { LesionPlace } from '../domain/lesions';
import { formatMeasure, formatScore } from './formatNumber';
import { sizeWords } from './sizeWords';
import type { MessageKey, Translate } from './translate';

/** One sentence, and where in the image it leads if it names a lesion or an error. */
export interface FindingSentence {
  text: string;
  place: FindingPlace | null;
}

/** A structure's sentences by subject; lesions and contour are null while they are measured. */
export interface FindingSentences {
  volume: FindingSentence[];
  lesions: FindingSentence[] | null;
  contour: FindingSentence[] | null;
  /** What these numbers cannot tell. */
  limits: FindingSentence[];
}

/** Volumes that differ by less are called equal. */
const equalShare = 0.01;

/** What is larger by more than this is said to be so many times as large. */
const mostShare = 3;

/** Dice that falls by this much when the contour moves by one voxel is called unstable. */
const unstableCost = 0.2;

const missedKeys = ['findings.sayMissedLesionsOne', 'findings.sayMissedLesions'] as const;
const missedCountKeys = ['findings.sayMissedCountOne', 'findings.sayMissedCount'] as const;
const extraKeys = ['findings.sayExtraSpotsOne', 'findings.sayExtraSpots'] as const;
const extraCountKeys = ['findings.sayExtraCountOne', 'findings.sayExtraCount'] as const;

/** What was found, missed and extra of one structure in plain words, in the language of `t`. */
export function findingSentences(findings: StructureFindings, t: Translate): FindingSentences {
  const isNowhere = findings.presence === 'both-empty' || findings.presence === 'left-out';
  return {
    volume: volumeSentences(findings, t),
    lesions: isNowhere ? [] : findings.lesions && lesionSentences(findings.lesions, findings.dimensions, t),
    contour: isNowhere ? [] : contourSentences(findings, t),
    limits: limitSentences(findings, t),
  };
}

function plain(text: string): FindingSentence {
  return { text, place: null };
}

function volumeSentences(findings: StructureFindings, t: Translate): FindingSentence[] {
  const words = sizeWords(findings.dimensions, t);
  const { presence, referenceSize, foundSize, missedSize, extraSize } = findings;
  const reference = sizeText(referenceSize, t);
  const missed: FindingPlace = { kind: 'missed' };
  const extra: FindingPlace = { kind: 'extra' };
  const extraText = sizeText(extraSize, t);
  if (presence === 'left-out') return [plain(t('findings.sayMaskLeftOut'))];
  if (presence === 'both-empty') return [plain(t('findings.sayNeither'))];
  if (presence === 'missed')
    return [{ text: t('findings.sayMissedAll', { reference, ...words }), place: missed }];
  if (presence === 'hallucinated') {
    return [{ text: t('findings.sayExtraOnly', { extra: extraText, ...words }), place: extra }];
  }
  const sentences: FindingSentence[] = [];
  if (missedSize === 0) sentences.push(plain(t('findings.sayFoundAll', { reference, ...words })));
  else {
    const found = sizeText(foundSize, t);
    const share = shareText(foundSize / referenceSize, t);
    sentences.push(plain(t('findings.sayFound', { found, reference, share, ...words })));
    sentences.push({
      text: t('findings.sayMissed', { missed: sizeText(missedSize, t), ...words }),
      place: missed,
    });
  }
  if (extraSize === 0) sentences.push(plain(t('findings.sayNoExtra')));
  else sentences.push({ text: t('findings.sayExtra', { extra: extraText, ...words }), place: extra });
  if (missedSize + extraSize > 0) sentences.push(sizeSentence(findings, t));
  return sentences;
}

function sizeSentence(
  { referenceSize, predictionSize, dimensions }: StructureFindings,
  t: Translate,
): FindingSentence {
  const words = sizeWords(dimensions, t);
  const share = Math.abs(predictionSize - referenceSize) / referenceSize;
  if (share < equalShare) return plain(t('findings.sayAsLarge', words));
  const difference = sizeText(Math.abs(predictionSize - referenceSize), t);
  if (predictionSize > referenceSize && share > mostShare) {
    const times = (predictionSize / referenceSize).toFixed(0);
    return plain(t('findings.sayTimes', { difference, times, ...words }));
  }
  const key = predictionSize > referenceSize ? 'findings.sayLarger' : 'findings.saySmaller';
  return plain(t(key, { difference, share: (100 * share).toFixed(0), ...words }));
}

function lesionSentences(lesions: LesionFindings, dimensions: Dimensions, t: Translate): FindingSentence[] {
  const { found, barelyFound, missed, extra, leftOut, thresholdMm3, largestMissed, largestExtra } = lesions;
  const total = found + missed;
  const sentences: FindingSentence[] = [];
  const isAlone = total === 1 && missed === 1;
  if (total === 0) sentences.push(plain(t('findings.sayNoLesions')));
  else if (found === 0) {
    const text = t(isAlone ? 'findings.sayLesionsNoneOne' : 'findings.sayLesionsNone', { count: total });
    sentences.push({ text, place: isAlone ? placeOf(largestMissed) : null });
  } else {
    const [all, barelyKey] =
      total === 1
        ? (['findings.sayLesionsAllOne', 'findings.sayBarelyOne'] as const)
        : (['findings.sayLesionsAll', 'findings.sayBarely'] as const);
    const barely = barelyFound > 0 ? t(barelyKey, { count: barelyFound, dice: String(barelyFoundDice) }) : '';
    const key = missed === 0 ? all : 'findings.sayLesionsSome';
    sentences.push(plain(t(key, { count: total, total, found, barely })));
  }
  if (missed > 0 && !isAlone) {
    const [one, many] = largestMissed ? missedKeys : missedCountKeys;
    sentences.push(spots(missed, largestMissed, dimensions, [one, many], t));
  }
  if (extra > 0) {
    const [one, many] = largestExtra ? extraKeys : extraCountKeys;
    sentences.push(spots(extra, largestExtra, dimensions, [one, many], t));
  }
  if (leftOut) {
    const key = leftOut === 1 ? 'findings.sayLeftOutOne' : 'findings.sayLeftOut';
    sentences.push(plain(t(key, { count: leftOut, threshold: thresholdMm3, ...sizeWords(dimensions, t) })));
  }
  return sentences;
}

/** Chinese has no plural, but one of something is said otherwise than several. */
function spots(
  count: number,
  largest: LesionPlace | null,
  dimensions: Dimensions,
  [one, many]: readonly [MessageKey, MessageKey],
  t: Translate,
): FindingSentence {
  const volume = largest ? sizeText(sizeOfMm(largest.volumeMm3, dimensions), t) : '';
  const facts = { count, volume, ...sizeWords(dimensions, t) };
  return { text: t(count === 1 ? one : many, facts), place: placeOf(largest) };
}

function placeOf(place: LesionPlace | null): FindingPlace | null {
  return place && { kind: 'voxel', voxel: place.centre };
}

function contourSentences({ contour }: StructureFindings, t: Translate): FindingSentence[] | null {
  if (!contour) return null;
  const { shiftMm, hd95Mm } = contour;
  if (hd95Mm.value === null && hd95Mm.reason !== 'not-computed') return [plain(t('findings.sayNoContour'))];
  if (hd95Mm.value === 0 && (shiftMm.value ?? 0) === 0) return [plain(t('findings.saySame'))];
  const sentences: FindingSentence[] = [];
  if (shiftMm.value !== null) {
    sentences.push(plain(t('findings.sayShift', { mm: formatMeasure(shiftMm.value) })));
  } else if (shiftMm.reason === 'never-reached') sentences.push(plain(t('findings.sayNeverReached')));
  if (hd95Mm.value !== null) {
    sentences.push(plain(t('findings.sayHd95', { mm: formatMeasure(hd95Mm.value) })));
  }
  return sentences;
}

function limitSentences(findings: StructureFindings, t: Translate): FindingSentence[] {
  const { contour, voxelCost, voxelMm, referenceSize } = findings;
  const voxel = formatMeasure(voxelMm);
  const sentences: FindingSentence[] = [];
  if (contour?.isWithinVoxel) sentences.push(plain(t('findings.sayWithinVoxel', { voxel })));
  if (voxelCost !== null && voxelCost >= unstableCost) {
    const facts = { reference: sizeText(referenceSize, t), cost: formatScore(voxelCost), voxel };
    const words = sizeWords(findings.dimensions, t);
    sentences.push(plain(t('findings.sayUnstable', { ...facts, ...words })));
  }
  return sentences;
}

/** Two decimals; what would round to nothing is said to be less than the last of them. */
export function sizeText(size: number, t: Translate): string {
  const text = formatMeasure(size);
  return size > 0 && Number(text) === 0 ? t('findings.under', { value: '0.01' }) : text;
}

/** Whole percent; a part is never called the whole, nor something nothing. */
export function shareText(share: number, t: Translate): string {
  const percent = Math.round(100 * share);
  if (percent === 100 && share < 1) return t('findings.over', { value: 99 });
  return percent === 0 && share > 0 ? t('findings.under', { value: 1 }) : String(percent);
}
