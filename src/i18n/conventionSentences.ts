import type { NamedConvention } from '../domain/conventions/convention';
import type { RuleApart } from '../domain/conventions/ruleApart';
import { formatMeasure } from './formatNumber';
import type { MessageKey, Translate } from './translate';

/** The rule that sets two conventions apart, in one sentence. */
export function ruleSentence(t: Translate, apart: RuleApart): string {
  switch (apart.rule) {
    case 'same':
    case 'joined':
      return t(`conventions.${apart.rule}`);
    case 'no-number':
      return t('conventions.noNumber', { without: apart.without.title });
    case 'whole': {
      const { lesionWise, whole } = apart;
      return t('conventions.wholeOrLesions', { lesionWise: lesionWise.title, whole: whole.title });
    }
    default: {
      const { rule, largestMm3, counts, ignores, ...numbers } = apart;
      const titles = { counts: counts.title, ignores: ignores.title };
      const facts = { ...numbers, ...titles, size: sizeText(largestMm3) };
      if (rule === 'small') return t('conventions.tooSmall', facts);
      if (numbers.otherCount > 0) return t(`conventions.${rule}Shares`, facts);
      return t(`conventions.${rule}`, { ...facts, elsewhere: t(elsewhereOf(ignores), titles) });
    }
  }
}

function elsewhereOf({ lesions }: NamedConvention): MessageKey {
  if (lesions === null) return 'conventions.wholeElsewhere';
  return lesions.kind === 'dilated' ? 'conventions.dilatedElsewhere' : 'conventions.oneToOneElsewhere';
}

/** Small lesions in mm³, others in mL. */
function sizeText(mm3: number): string {
  return mm3 < 100 ? `${formatMeasure(mm3)} mm³` : `${formatMeasure(mm3 / 1000)} mL`;
}
