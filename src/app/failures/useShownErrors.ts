import { shownErrors } from '../../actions/findErrors';
import { useCohortStore } from '../../stores/cohortStore';
import { type ErrorsFacts, useErrorsStore } from '../../stores/errorsStore';
import { useShownPairStore } from '../../stores/shownPairStore';
import { useViewStore } from '../../stores/viewStore';

/** `shownErrors` that follows every change. */
export function useShownErrors(): ErrorsFacts {
  useErrorsStore();
  useShownPairStore((facts) => facts.pair);
  useCohortStore((facts) => facts.scheme);
  useViewStore((view) => view.structure);
  return shownErrors();
}
