import { useAnswersStore } from '../../stores/answersStore';
import { emptyCohort, useCohortStore } from '../../stores/cohortStore';
import { emptySummaries, useSummariesStore } from '../../stores/summariesStore';
import { noWork, useWorkStore } from '../../stores/workStore';
import { changeView } from '../navigate';
import { leaveSession } from '../session/rememberSession';
import { cancelWork } from '../work';

let closings = 0;

/** Closes everything that is open, and what is still being opened. */
export function closeCohort(): void {
  closings++;
  clearCohort();
}

/** Tells from now on whether everything was closed since: files that were still read then belong to what is gone. */
export function sinceNow(): () => boolean {
  const began = closings;
  return () => closings !== began;
}

/** Takes what is open off the screen, as before other files come. */
export function clearCohort(): void {
  // What was ready is published, and so kept, before the session is left.
  cancelWork();
  leaveSession();
  useCohortStore.setState(emptyCohort);
  useAnswersStore.setState({ answers: {} });
  useWorkStore.setState(noWork);
  useSummariesStore.setState(emptySummaries);
  changeView({ tab: 'table' });
}
