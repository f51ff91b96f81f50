import { isLeftOut } from '../domain/cohortRow';
import type { PairDistances } from '../domain/contourShift';
import { dicePrecision, type GapVerdict, gapVerdict, hasAccount } from '../domain/gapVerdict';
import { sizeUnit } from '../domain/geometry';
import type { PairScores } from '../domain/results';
import { sizeText } from './findingSentences';
import { formatMeasure, formatScore } from './formatNumber';
import type { MessageKey, Translate } from './translate';

const conclusions = {
  'no-gap': null,
  'only-shape': 'gap.sayOnlyShape',
  'only-accuracy': 'gap.sayOnlyAccuracy',
  'shape-and-accuracy': 'gap.sayBothParts',
  'better-contour': 'gap.sayBetterContour',
  'better-shape': 'gap.sayBetterShape',
} as const satisfies Record<GapVerdict, MessageKey | null>;

/** Contours that differ by less than this (mm) are called equally close. */
const shiftPrecisionMm = 0.05;

/**
 * The gap of one pair in plain words, in the language of `t`. While its distances are not measured, nothing
 * is said about accuracy in mm.
 */
export function gapSentences(scores: PairScores, t: Translate): string[] {
  const { pair, account, region, label, distances } = scores;
  const names = { region: pair.region.name, label: pair.label.name };
  if (isLeftOut(region) || isLeftOut(label)) return [t('gap.sayLeftOut', names)];
  if (label.tp + label.fp + label.fn === 0) return [t('gap.sayBothEmpty', names)];
  if (!hasAccount(account)) return [nothingFound(scores, t), t('gap.sayBothZero', names)];
  const dice = {
    regionDice: formatScore(region.dice),
    labelDice: formatScore(label.dice),
    gap: formatScore(Math.abs(account.gap)),
  };
  if (account.childVoxels + account.relievedVoxels === 0 && account.gap === 0) {
    return [t('gap.saySame', { ...names, ...dice })];
  }
  const isEqual = Math.abs(account.gap) < dicePrecision;
  const first = isEqual ? 'gap.sayEqual' : account.gap > 0 ? 'gap.sayBelow' : 'gap.sayAbove';
  const sentences = [t(first, { ...names, ...dice })];
  if (label.tp + label.fn === 0) sentences.push(t('gap.sayReferenceEmpty', names));
  else if (label.tp + label.fp === 0) {
    const volume = sizeText(label.referenceSize, t);
    sentences.push(t('gap.sayPredictionEmpty', { ...names, volume, unit: sizeUnit(label.dimensions) }));
  } else if (distances) sentences.push(...accuracySentences(scores, distances, t));
  const isExplained = distances !== null && distances.shapePart.value !== null;
  if (!isExplained && !isEqual) sentences.push(largestPart(scores, t));
  return sentences;
}

/** With both Dice 0, all of the reference is missed and all of the prediction is extra. */
function nothingFound({ pair, region, label }: PairScores, t: Translate): string {
  const isMissed = region.referenceSize > 0;
  const isExtra = region.predictionSize > 0;
  const key = isMissed ? (isExtra ? 'gap.sayFoundElsewhere' : 'gap.sayFoundNone') : 'gap.sayFoundWhereNone';
  return t(key, {
    region: pair.region.name,
    label: pair.label.name,
    missed: sizeText(region.referenceSize, t),
    extra: sizeText(region.predictionSize, t),
    ofLabel: sizeText(isMissed ? label.referenceSize : label.predictionSize, t),
    unit: sizeUnit(region.dimensions),
  });
}

function accuracySentences(
  { pair, account }: PairScores,
  { region, label, shapePart, accuracyPart }: PairDistances,
  t: Translate,
): string[] {
  const regionMm = region.meanMm.value;
  const labelMm = label.meanMm.value;
  if (regionMm === null || labelMm === null || shapePart.value === null || accuracyPart.value === null) {
    const isNeverReached = [region, label].some(({ meanMm }) => meanMm.reason === 'never-reached');
    return isNeverReached ? [t('gap.sayNeverReached')] : [];
  }
  const parts = {
    region: pair.region.name,
    regionShift: formatMeasure(regionMm),
    labelShift: formatMeasure(labelMm),
    shapePart: formatScore(Math.abs(shapePart.value)),
    accuracyPart: formatScore(Math.abs(accuracyPart.value)),
  };
  const isAsClose = Math.abs(labelMm - regionMm) < shiftPrecisionMm;
  const contour = isAsClose ? 'gap.sayAsClose' : labelMm < regionMm ? 'gap.sayCloser' : 'gap.sayFarther';
  const sentences = [
    t(shapePart.value >= 0 ? 'gap.sayShapeCosts' : 'gap.sayShapeGains', parts),
    t(contour, parts),
  ];
  const conclusion = conclusions[gapVerdict(account.gap, shapePart.value, accuracyPart.value)];
  if (conclusion) sentences.push(t(conclusion, parts));
  return sentences;
}

function largestPart({ account }: PairScores, t: Translate): string {
  const parts = [
    ['gap.causeVolume', account.volumeEffect],
    ['gap.causeAccumulation', account.accumulatedError],
    ['gap.causeRelief', -account.relief],
  ] as const;
  const along = Math.sign(account.gap);
  const [cause, part] = parts.reduce((most, next) => (next[1] * along > most[1] * along ? next : most));
  const sign = part > 0 ? '+' : '−';
  return t('gap.sayMostly', { cause: t(cause), part: `${sign}${formatScore(Math.abs(part))}` });
}
