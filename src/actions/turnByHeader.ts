import { resultKey } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { useViewStore } from '../stores/viewStore';
import { forgetMeasures } from './measureCohort';
import { scoreCohort } from './scoreCohort';
import { forgetPairs, showPair } from './showPair';
import { startInPair } from './startInPair';
import { cancelWork } from './work';

/** Turns a prediction's axes as its header says, or takes that back, and scores this one pair again. */
export function turnByHeader(caseId: string, model: string, isTurned: boolean): void {
  const key = resultKey(caseId, model);
  cancelWork();
  useCohortStore.setState(({ turnedByHeader }) => {
    const others = turnedByHeader.filter((turned) => turned !== key);
    return { turnedByHeader: isTurned ? [...others, key] : others };
  });
  useResultsStore.setState(({ results }) => {
    const { [key]: _, ...others } = results;
    return { results: others };
  });
  forgetMeasures([key]);
  forgetPairs();
  const { screen, caseId: shownCase, model: shownModel } = useViewStore.getState();
  if (screen === 'case' && shownCase && shownModel) void showPair(shownCase, shownModel).then(startInPair);
  void scoreCohort();
}
