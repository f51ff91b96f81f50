import type { ReadingVerdict, TrainingFacts } from '../domain/comparison';
import { formatScore } from './formatNumber';
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

/** What scheme and scores say about which training suits, in the language of `t`; never more than they say. */
export function trainingSentences(facts: TrainingFacts, t: Translate): string[] {
  const sentences = [t(nestingSentences[facts.nesting])];
  if (facts.nesting !== 'no-regions' && !facts.canRebuild) sentences.push(t('compare.sayCannotRebuild'));
  sentences.push(comparisonSentence(facts, t));
  sentences.push(...dropSentences(facts.drop, t));
  if (facts.asRegions && facts.asLabels) sentences.push(t('compare.sayCaution'));
  return sentences;
}

type Side = 'first' | 'second' | 'mixed' | 'none';

function sideOf({ firstBetter, secondBetter }: ReadingVerdict): Side {
  if (firstBetter > 0 && secondBetter > 0) return 'mixed';
  if (firstBetter > 0) return 'first';
  return secondBetter > 0 ? 'second' : 'none';
}

function comparisonSentence(facts: TrainingFacts, t: Translate): string {
  const { asRegions, asLabels, cases } = facts;
  if (!asRegions || !asLabels) return t('compare.sayOneModel');
  if (asRegions.tested + asLabels.tested === 0) {
    const isEqual = asRegions.equal + asLabels.equal > 0;
    return t(isEqual ? 'compare.sayEqual' : 'compare.sayNotTested', { cases });
  }
  const regions = sideOf(asRegions);
  const labels = sideOf(asLabels);
  if (regions === 'mixed' || labels === 'mixed') return t('compare.sayMixed');
  const model = (side: Side) => (side === 'first' ? facts.firstModel : facts.secondModel);
  const better = (verdict: ReadingVerdict) => Math.max(verdict.firstBetter, verdict.secondBetter);
  // Of a reading that was not tested nothing is said.
  const only = asRegions.tested === 0 ? asLabels : asLabels.tested === 0 ? asRegions : null;
  if (only) {
    const reading = t(only === asRegions ? 'compare.regions' : 'compare.labels');
    const side = sideOf(only);
    if (side === 'none') return t('compare.sayNoDifferenceOf', { reading, cases });
    const values = { reading, model: model(side), count: better(only), tested: only.tested };
    return t('compare.sayBetterOf', values);
  }
  if (regions === 'none' && labels === 'none') return t('compare.sayNoDifference', { cases });
  if (labels === 'none') {
    const count = better(asRegions);
    return t('compare.sayOnlyRegions', { model: model(regions), count, tested: asRegions.tested, cases });
  }
  if (regions === 'none') {
    const count = better(asLabels);
    return t('compare.sayOnlyLabels', { model: model(labels), count, tested: asLabels.tested, cases });
  }
  const counts = {
    regions: better(asRegions),
    regionsTested: asRegions.tested,
    labels: better(asLabels),
    labelsTested: asLabels.tested,
  };
  if (regions !== labels) {
    return t('compare.sayReadingDecides', {
      regionModel: model(regions),
      labelModel: model(labels),
      ...counts,
    });
  }
  return t('compare.sayBothFor', { model: model(regions), cases, ...counts });
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
