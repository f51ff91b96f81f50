import type { ComponentType } from 'react';
import type { MessageKey } from '../../i18n/translate';
import type { CohortTab } from '../../stores/viewStore';
import { CompareTab } from '../cohort/compare/CompareTab';
import { CohortGapTab } from '../cohort/gap/CohortGapTab';
import { TableTab } from '../cohort/table/TableTab';
import { TriageTab } from '../cohort/triage/TriageTab';
import { RatingTab } from '../rating/RatingTab';

/** The tabs of the cohort; a new one also needs its name in CohortTab. */
export const cohortPanels: readonly { tab: CohortTab; title: MessageKey; Panel: ComponentType }[] = [
  { tab: 'table', title: 'cohort.tabTable', Panel: TableTab },
  { tab: 'gap', title: 'gap.title', Panel: CohortGapTab },
  { tab: 'compare', title: 'cohort.tabCompare', Panel: CompareTab },
  { tab: 'triage', title: 'cohort.tabTriage', Panel: TriageTab },
  { tab: 'rating', title: 'rating.title', Panel: RatingTab },
];
