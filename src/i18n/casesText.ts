import type { CasesRange } from '../domain/comparison';
import type { Translate } from './translate';

/** "12", or "4 to 6" where numbers side by side are not of as many cases. */
export function casesText({ least, most }: CasesRange, t: Translate): string {
  return least === most ? String(most) : t('words.range', { least, most });
}

/** What is said beside means that are not all of the same cases. */
export function unlikeCasesText(cases: CasesRange, t: Translate): string {
  return t('scores.unlikeCases', { cases: casesText(cases, t) });
}
