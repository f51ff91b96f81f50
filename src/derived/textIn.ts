import type { CohortColumn } from '../domain/cohortColumn';
import type { CohortRow } from '../domain/cohortRow';
import { ownValue } from '../domain/ownValue';
import type { Translate } from '../i18n/translate';
import { markTitles } from './columnTexts';

/** The words of a row in a column of words; empty where there are none. */
export function textIn(row: CohortRow, { quantity, attribute }: CohortColumn, t: Translate): string {
  if (quantity === 'attribute') return ownValue(row.attributes, attribute ?? '') ?? '';
  if (quantity === 'verdict') return t(`reconstruction.${row.verdict}`);
  if (quantity === 'note') return row.annotation.note;
  if (quantity === 'mark') return row.annotation.mark ? t(markTitles[row.annotation.mark]) : '';
  const count = row.scores?.result.warnings.length ?? 0;
  return count > 0 ? t('cohort.conditionWarnings') : '';
}
