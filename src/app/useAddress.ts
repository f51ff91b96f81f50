import { useEffect } from 'react';
import { changeView, navigate } from '../actions/navigate';
import { continueAt } from '../actions/session/continueSession';
import { useCohortStore } from '../stores/cohortStore';
import { useViewStore } from '../stores/viewStore';
import { readAddress, writeAddress } from './address';

/** Keeps the address and the selection the same; another screen, case or model is a step that "back" undoes. */
export function useAddress(): void {
  useEffect(() => {
    const follow = () => {
      const selection = readAddress(window.location.hash);
      if (useCohortStore.getState().cohort) navigate(selection);
      else {
        changeView({ wanted: selection });
        void continueAt(selection);
      }
    };
    follow();
    window.addEventListener('popstate', follow);
    const unsubscribe = useViewStore.subscribe((view, before) => {
      const address = writeAddress(view);
      if (address === window.location.hash) return;
      const isStep =
        view.screen !== before.screen || view.caseId !== before.caseId || view.model !== before.model;
      window.history[isStep ? 'pushState' : 'replaceState'](null, '', address);
    });
    return () => {
      window.removeEventListener('popstate', follow);
      unsubscribe();
    };
  }, []);
}
