import type { ComponentType } from 'react';
import type { MessageKey } from '../../i18n/translate';
import type { CohortTab } from '../../stores/viewStore';
import { CohortGapTab } from '../gap/CohortGapTab';
import { RatingTab } from '../rating/RatingTab';
import { CompareTab } from './CompareTab';
import { TableTab } from './TableTab';
import { TriageTab } from './TriageTab';

/** The tabs of the cohort; a new one also needs its name in CohortTab. */
export const cohortPanels: readonly { tab: CohortTab; title: MessageKey; Panel: ComponentType }[] = [
  { tab: 'table', title: 'cohort.tabTable', Panel: TableTab },
  { tab: 'gap', title: 'gap.title', Panel: CohortGapTab },
  { tab: 'compare', title: 'cohort.tabCompare', Panel: CompareTab },
  { tab: 'triage', title: 'cohort.tabTriage', Panel: TriageTab },
  { tab: 'rating', title: 'rating.title', Panel: RatingTab },
];
