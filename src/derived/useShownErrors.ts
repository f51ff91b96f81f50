import { shownErrors } from '../actions/screen/shownErrors';
import { useCohortStore } from '../stores/cohortStore';
import { type ErrorsFacts, useErrorsStore } from '../stores/errorsStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';

/** `shownErrors` that follows every change. */
export function useShownErrors(): ErrorsFacts {
  useErrorsStore();
  useShownAnswerStore((facts) => facts.answer);
  useCohortStore((facts) => facts.scheme);
  useViewStore((view) => view.structure);
  return shownErrors();
}
