import { type CohortTab, useCohortViewStore } from '../stores/cohortViewStore';

export function showCohortTab(tab: CohortTab): void {
  useCohortViewStore.setState({ tab });
}
