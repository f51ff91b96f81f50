import type { LabelScheme } from '../domain/labelScheme';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { countFirstCase } from './countFirstCase';
import { forgetPaintedResults } from './forgetStaleResults';
import { navigate } from './navigate';
import { scoreCohort } from './scoreCohort';
import { forgetAnswers } from './showAnswer';
import { showRegions } from './showRegions';
import { cancelWork } from './work';

/** Shows the question what the labels mean. */
export function askForScheme(): void {
  useCohortStore.setState({ isAskingForScheme: true });
  if (Object.keys(useResultsStore.getState().results).length === 0) void countFirstCase();
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
  // What was read is painted, and worked out per structure, by the scheme of before.
  forgetAnswers();
  navigate({});
  void showRegions();
  if (useCohortStore.getState().isReviewed) void scoreCohort();
}
