import type { SurpriseReason } from '../domain/triage';
import { formatMeasure, formatScore } from './formatNumber';
import { sizeWords } from './sizeWords';
import type { Translate } from './translate';

/** Why a case stands out, in one sentence of the language of `t`. */
export function surpriseSentence(reason: SurpriseReason, t: Translate): string {
  switch (reason.kind) {
    case 'failed':
      return t('cohort.sayFailed', {
        model: reason.model,
        why: t(`errors.${reason.problem.code}`, reason.problem.facts),
      });
    case 'geometry':
      return t('cohort.sayGeometry', { model: reason.model });
    case 'unexplained-map':
      return t('cohort.sayUnexplainedMap', { model: reason.model });
    case 'below-volume':
      return t('cohort.sayBelowVolume', {
        model: reason.model,
        structure: reason.structure.name,
        dice: formatScore(reason.dice),
        expected: formatScore(reason.expectedDice),
        volume: formatMeasure(reason.size),
        ...sizeWords(reason.dimensions, t),
      });
    case 'hallucinated':
      return t('cohort.sayHallucinated', {
        model: reason.model,
        structure: reason.structure.name,
        volume: formatMeasure(reason.size),
        ...sizeWords(reason.dimensions, t),
      });
    case 'unexplained-gap':
      return t('cohort.sayUnexplainedGap', {
        model: reason.model,
        region: reason.pair.region.name,
        label: reason.pair.label.name,
        gap: formatScore(reason.gap),
        accuracy: formatScore(reason.accuracyPart),
      });
    case 'models-disagree':
      return t('cohort.sayModelsDisagree', {
        better: reason.better,
        worse: reason.worse,
        structure: reason.structure.name,
        betterDice: formatScore(reason.betterDice),
        worseDice: formatScore(reason.worseDice),
      });
  }
}
