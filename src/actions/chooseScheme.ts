import type { LabelScheme } from '../domain/labelScheme';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { countFirstCase } from './countFirstCase';
import { forgetPaintedResults } from './forgetStaleResults';
import { scoreCohort } from './scoreCohort';
import { cancelWork } from './work';

/** Shows the question what the labels mean. */
export function askForScheme(): void {
  useCohortStore.setState({ isAskingForScheme: true });
  if (!Object.values(useAnswersStore.getState().answers).some(({ result }) => result)) void countFirstCase();
}

export function stopAskingForScheme(): void {
  useCohortStore.setState({ isAskingForScheme: false });
}

/** Takes a scheme as the meaning of the labels; scores follow from it, and what was not scored yet is. */
export function chooseScheme(scheme: LabelScheme): void {
  // Before results are forgotten, or those that are ready would be published after it.
  cancelWork();
  useCohortStore.setState({ scheme, isSchemeConfirmed: true, isAskingForScheme: false });
  forgetPaintedResults();
  if (useCohortStore.getState().isReviewed) void scoreCohort();
}
