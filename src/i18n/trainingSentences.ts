import type { CasesRange, ReadingVerdict, StructureComparison, TrainingFacts } from '../domain/comparison';
import { casesText } from './casesText';
import { formatPValue, formatScore } from './formatNumber';
import type { MessageKey, Translate } from './translate';

/** Mean gaps that round to less than this are not spoken of as a drop. */
const dicePrecision = 0.005;

const nestingSentences: Record<TrainingFacts['nesting'], MessageKey> = {
  'no-regions': 'compare.sayNoRegions',
  nested: 'compare.sayNested',
  'partly-nested': 'compare.sayPartlyNested',
  independent: 'compare.sayIndependent',
  crossing: 'compare.sayCrossing',
};

/** Of more structures than this in one sentence only the differences are told; the rest is in the table. */
const mostInFull = 5;

interface Lead {
  model: string;
  other: string;
  /** 1 where the leading model is the first one: differences are first minus second. */
  sign: 1 | -1;
}

/** What scheme and scores say of two ways of training, in the language of `t`; never more than they say. */
export function trainingSentences(facts: TrainingFacts, t: Translate): string[] {
  const sentences = [t(nestingSentences[facts.nesting])];
  if (facts.nesting !== 'no-regions' && !facts.canRebuild) sentences.push(t('compare.sayCannotRebuild'));
  sentences.push(...comparisonSentences(facts, t));
  sentences.push(...dropSentences(facts.drop, t));
  if (facts.verdicts) sentences.push(t('compare.sayCaution'));
  return sentences;
}

function comparisonSentences(
  { verdicts, cases, firstModel, secondModel }: TrainingFacts,
  t: Translate,
): string[] {
  if (!verdicts) return [t('compare.sayOneModel')];
  const { asRegions, asLabels } = verdicts;
  // Of a reading that was not tested nothing is said.
  const read = [
    { ...asRegions, reading: t('compare.regions') },
    { ...asLabels, reading: t('compare.labels') },
  ].filter(({ tested }) => tested.length > 0);
  if (read.length === 0) {
    const isEqual = asRegions.equal + asLabels.equal > 0;
    return [t(isEqual ? 'compare.sayEqual' : 'compare.sayNotTested', { cases })];
  }
  if (read.length === 2 && read.every(isUnclear)) {
    const tested = read.flatMap((verdict) => verdict.tested);
    return [t('compare.sayNoDifference', { cases: casesText(rangeOf(tested), t) })];
  }
  const first: Lead = { model: firstModel, other: secondModel, sign: 1 };
  const second: Lead = { model: secondModel, other: firstModel, sign: -1 };
  const found = read.flatMap((verdict) => {
    const { reading, firstHigher, secondHigher, divided, tested } = verdict;
    if (isUnclear(verdict))
      return [t('compare.sayNoDifferenceOf', { reading, cases: casesText(rangeOf(tested), t) })];
    const higher = [
      { lead: first, items: firstHigher },
      { lead: second, items: secondHigher },
    ].filter(({ items }) => items.length > 0);
    return [
      ...higher.map(({ lead, items }) => {
        const values = { reading, model: lead.model, count: items.length, tested: tested.length };
        return t('compare.sayHigher', { ...values, structures: structuresText(items, lead, t) });
      }),
      ...divided.map((item) => dividedSentence(item, item.rankBiserial > 0 ? first : second, reading, t)),
    ];
  });
  const against = read.flatMap(({ reading, against }) =>
    [first, second].flatMap((lead) => {
      const items = against.filter(({ meanDifference }) => lead.sign * meanDifference > 0);
      if (items.length === 0) return [];
      const structures = structuresText(items, lead, t);
      return [t('compare.sayAgainst', { reading, model: lead.model, structures })];
    }),
  );
  const conclusion = conclusionOf(asRegions, asLabels);
  return [...found, ...against, ...(conclusion ? [t(conclusion)] : [])];
}

function isUnclear({ firstHigher, secondHigher, divided }: ReadingVerdict): boolean {
  return firstHigher.length + secondHigher.length + divided.length === 0;
}

function conclusionOf(asRegions: ReadingVerdict, asLabels: ReadingVerdict): MessageKey | null {
  const both = [asRegions, asLabels];
  const isMixed = both.some(
    ({ firstHigher, secondHigher, divided, against }) =>
      divided.length + against.length > 0 || (firstHigher.length > 0 && secondHigher.length > 0),
  );
  if (isMixed) return 'compare.sayMixed';
  const isFor = (side: 'firstHigher' | 'secondHigher') => both.map((verdict) => verdict[side].length > 0);
  const [first, second] = [isFor('firstHigher'), isFor('secondHigher')];
  if (first.every(Boolean) || second.every(Boolean)) return 'compare.sayBothReadings';
  return first.some(Boolean) && second.some(Boolean) ? 'compare.sayReadingDecides' : null;
}

function dividedSentence(item: StructureComparison, lead: Lead, reading: string, t: Translate): string {
  const { model, other } = lead;
  const heaviest = lead.sign > 0 ? item.mostForSecond : item.mostForFirst;
  const values = { ...valuesOf(item, lead), reading, model };
  if (Number(values.by) === 0 || !heaviest) return t('compare.sayDividedEven', values);
  const { by, low, high } = valuesOf(item, { ...lead, sign: lead.sign > 0 ? -1 : 1 });
  const most = formatScore(Math.abs(heaviest.difference));
  return t('compare.sayDivided', { ...values, other, by, low, high, case: heaviest.caseId, most });
}

function structuresText(items: readonly StructureComparison[], lead: Lead, t: Translate): string {
  const keyOf = ({ interval }: StructureComparison) => {
    if (items.length > mostInFull) return 'compare.sayByOnly';
    return Number.isFinite(interval.low) ? 'compare.sayBy' : 'compare.sayByFew';
  };
  return items.map((item) => t(keyOf(item), valuesOf(item, lead))).join(t('compare.listSeparator'));
}

/** The numbers of one structure, seen from the leading model. */
function valuesOf(item: StructureComparison, { sign }: Lead) {
  const { structure, meanDifference, interval, adjustedPValue, wins, ties, losses } = item;
  const [low, high] = sign > 0 ? [interval.low, interval.high] : [-interval.high, -interval.low];
  return {
    structure: structure.name,
    by: formatScore(Math.abs(meanDifference)),
    low: formatScore(low),
    high: formatScore(high),
    wins: (sign > 0 ? [wins, ties, losses] : [losses, ties, wins]).join('/'),
    p: formatPValue(adjustedPValue),
  };
}

function rangeOf(tested: readonly StructureComparison[]): CasesRange {
  const counts = tested.map(({ count }) => count);
  return { least: Math.min(...counts), most: Math.max(...counts) };
}

function dropSentences(drop: TrainingFacts['drop'], t: Translate): string[] {
  if (!drop) return [];
  const { gap, measuredGap, shapePart, measured, rows } = drop;
  if (gap < dicePrecision) return [t('compare.sayNoDrop')];
  const partly = measured > 0 && measured < rows ? [t('compare.sayPartly', { measured, rows })] : [];
  if (measured === 0 || measuredGap < dicePrecision) {
    return [t('compare.sayDropUnmeasured', { gap: formatScore(gap) }), ...partly];
  }
  const values = { gap: formatScore(measuredGap), shapePart: formatScore(shapePart) };
  if (shapePart < dicePrecision) return [t('compare.sayDropNotShape', values), ...partly];
  if (shapePart >= measuredGap) return [t('compare.sayDropAllShape', values), ...partly];
  const share = t('words.percent', { value: Math.round((100 * shapePart) / measuredGap) });
  return [t('compare.sayDropMeasured', { ...values, share }), ...partly];
}
