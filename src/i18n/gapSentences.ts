import type { GapAnswer, GapPart, Meaning, MixUp } from '../domain/gapAnswer';
import { dicePrecision } from '../domain/gapVerdict';
import { sizeUnit } from '../domain/geometry';
import { shareText, sizeText } from './findingSentences';
import { formatMeasure, formatScore, formatSigned } from './formatNumber';
import type { MessageKey, Translate } from './translate';

/** Mix-ups that are named, one by one; what is a smaller share of all is added up. */
const mostMixUps = 3;
const leastShare = 0.1;

/** From which share on nearly all errors lie near the boundary, and up to which most lie far from it. */
const nearlyAll = 0.9;
const half = 0.5;

const unitOf = ({ dimensions }: GapAnswer) => sizeUnit(dimensions);

/**
 * Why region and label score differently, in words that Dice alone explains: both Dice first, then what did most, then
 * the rest in order of size. Every number in it is of the counts, and no cause is named that they do not show.
 */
export function gapSentences(answer: GapAnswer, t: Translate): string[] {
  return [...openingSentences(answer, t), ...partsSentences(answer, t), ...ignoredSentences(answer, t)];
}

/** Both Dice with two decimals, with three where two would hide the difference. */
export function diceTexts({ regionDice, labelDice }: Pick<GapAnswer, 'regionDice' | 'labelDice'>) {
  const [region, label] = [regionDice.toFixed(2), labelDice.toFixed(2)];
  if (region !== label || regionDice === labelDice) return { regionDice: region, labelDice: label };
  return { regionDice: formatScore(regionDice), labelDice: formatScore(labelDice) };
}

function openingSentences(answer: GapAnswer, t: Translate): string[] {
  const { pair, label } = answer;
  const names = { region: pair.region.name, label: pair.label.name };
  const facts = { ...names, ...diceTexts(answer), unit: unitOf(answer) };
  const size = sizeText(label.referenceSize || label.predictionSize, t);
  switch (answer.state) {
    case 'left-out':
      return [t('gap.sayLeftOut', names)];
    case 'label-nowhere':
      return [t('gap.sayNowhere', { ...names, structure: names.label })];
    case 'region-nowhere':
      return [t('gap.sayNowhere', { ...names, structure: names.region })];
    case 'nothing-found':
      return [nothingFound(answer, t), t('gap.sayBothZero', names)];
    case 'same':
      return [t('gap.saySame', { ...names, regionDice: formatScore(answer.regionDice) })];
    case 'reference-lacks-label':
      return [t('gap.sayDice', facts), t('gap.sayReferenceEmpty', { ...facts, size })];
    case 'prediction-lacks-label':
      return [t('gap.sayDice', facts), t('gap.sayPredictionEmpty', { ...facts, size })];
    case 'equal':
      return [t('gap.sayEqual', facts)];
    case 'label-above':
      return [t('gap.sayDiceAbove', facts)];
    case 'label-below':
      return [t('gap.sayDice', facts)];
  }
}

/** With both Dice 0, all of the reference is missed and all of the prediction is extra. */
function nothingFound(answer: GapAnswer, t: Translate): string {
  const { pair, region, label } = answer;
  const isMissed = region.referenceSize > 0;
  const isExtra = region.predictionSize > 0;
  const key = isMissed ? (isExtra ? 'gap.sayFoundElsewhere' : 'gap.sayFoundNone') : 'gap.sayFoundWhereNone';
  return t(key, {
    region: pair.region.name,
    label: pair.label.name,
    missed: sizeText(region.referenceSize, t),
    extra: sizeText(region.predictionSize, t),
    ofLabel: sizeText(isMissed ? label.referenceSize : label.predictionSize, t),
    unit: unitOf(answer),
  });
}

const statesWithParts: readonly GapAnswer['state'][] = [
  'label-below',
  'label-above',
  'equal',
  'reference-lacks-label',
  'prediction-lacks-label',
];

function partsSentences(answer: GapAnswer, t: Translate): string[] {
  if (!statesWithParts.includes(answer.state)) return [];
  const parts = answer.parts.filter(
    ({ step }) => answer.state !== 'equal' || Math.abs(step) >= dicePrecision,
  );
  const costly = parts.findIndex(({ step }) => step < 0);
  return parts.flatMap((part, place) => [
    ...partSentences(answer, part, t),
    ...(place === costly && answer.isSwamped ? [sizeSentence(answer, t)] : []),
  ]);
}

function sizeSentence(answer: GapAnswer, t: Translate): string {
  const size = sizeText(answer.label.referenceSize, t);
  return t('gap.saySwamped', { label: answer.pair.label.name, size, unit: unitOf(answer) });
}

function partSentences(answer: GapAnswer, part: GapPart, t: Translate): string[] {
  const facts = {
    region: answer.pair.region.name,
    label: answer.pair.label.name,
    size: voxelsText(answer, part.voxels, t),
    unit: unitOf(answer),
    step: formatSigned(part.step),
  };
  switch (part.cause) {
    case 'shared': {
      const times = answer.weight.toFixed(answer.weight < 10 ? 1 : 0);
      return [t(answer.weight > 1 ? 'gap.sayWeighMore' : 'gap.sayWeighLess', { ...facts, times })];
    }
    case 'child':
      return mixUpSentences(answer, facts, t);
    case 'relieved':
      return [t('gap.sayRelieved', facts)];
  }
}

function mixUpSentences(answer: GapAnswer, facts: Record<string, string>, t: Translate): string[] {
  const { mixUps, isLabelInside } = answer;
  const total = voxelsOf(mixUps);
  const named = mixUps.filter(
    ({ voxels }, place) => place === 0 || (place < mostMixUps && voxels >= leastShare * total),
  );
  const rest = voxelsOf(mixUps.slice(named.length));
  const list = joinList(
    named.map((mixUp) => mixUpText(answer, mixUp, facts, t)),
    t,
  );
  const sentences = [t(isLabelInside ? 'gap.sayMixUpsInside' : 'gap.sayMixUpsOutside', { ...facts, list })];
  if (rest > 0) sentences.push(t('gap.sayOtherMixUps', { ...facts, size: voxelsText(answer, rest, t) }));
  sentences.push(t(unnoticedKey(answer), facts));
  const near = answer.nearBoundary;
  if (!near) return sentences;
  const tau = formatMeasure(near.tauMm);
  if (near.share >= nearlyAll) {
    sentences.push(t(near.share === 1 ? 'gap.sayAllNear' : 'gap.sayNear', { ...facts, tau }));
  } else if (near.share <= half) {
    sentences.push(t('gap.sayFar', { ...facts, tau, share: shareText(1 - near.share, t) }));
  }
  return sentences;
}

/** Whether "both" are the region, or more labels than two, or none since all lie outside. */
function unnoticedKey({ mixUps, isLabelInside }: GapAnswer): MessageKey {
  if (!isLabelInside) return 'gap.sayUnnoticedOutside';
  const meanings = mixUps.flatMap(({ reference, prediction }) => [reference, prediction]);
  const labels = new Set(meanings.map((meaning) => meaning.map(({ value }) => value).join()));
  return labels.size > 2 ? 'gap.sayUnnoticedAll' : 'gap.sayUnnoticedBoth';
}

function mixUpText(
  answer: GapAnswer,
  { reference, prediction, voxels }: MixUp,
  facts: Record<string, string>,
  t: Translate,
): string {
  const names = { reference: meaningText(reference, t), prediction: meaningText(prediction, t) };
  return t('gap.mixUp', { ...facts, ...names, size: voxelsText(answer, voxels, t) });
}

function meaningText(meaning: Meaning, t: Translate): string {
  return meaning
    .map(({ value, name }) => name ?? (value === 0 ? t('gap.background') : t('gap.value', { value })))
    .join(t('gap.or'));
}

function joinList(items: string[], t: Translate): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : items.slice(0, -1).join(t('gap.comma')) + t('gap.and') + last;
}

function voxelsOf(mixUps: readonly MixUp[]): number {
  return mixUps.reduce((sum, { voxels }) => sum + voxels, 0);
}

function voxelsText({ voxelSize }: GapAnswer, voxels: number, t: Translate): string {
  return sizeText(voxels * voxelSize, t);
}

function ignoredSentences(answer: GapAnswer, t: Translate): string[] {
  if (answer.ignoredVoxels === 0) return [];
  return [t('gap.sayIgnored', { size: voxelsText(answer, answer.ignoredVoxels, t), unit: unitOf(answer) })];
}
