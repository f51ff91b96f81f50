import { useEffect } from 'react';
import { changeView } from '../../actions/navigate';
import { continueAt } from '../../actions/session/continueSession';
import { goTo } from '../../actions/showPicture';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore, type ViewFacts } from '../../stores/viewStore';
import { readAddress, writeAddress } from './address';
import { readPicture } from './link';

/** Browsers allow a page only so many changes of its address in a while; a drag makes hundreds. */
const restMs = 150;

/** Keeps the address and the selection the same; another screen, tab, scene, case or model is a step that "back" undoes. */
export function useAddress(): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let isFollowing = false;
    const write = (how: 'pushState' | 'replaceState') => {
      clearTimeout(waiting);
      const address = writeAddress(useViewStore.getState());
      if (address !== window.location.hash) window.history[how](null, '', address);
    };
    const follow = () => {
      clearTimeout(waiting);
      const { hash } = window.location;
      const selection = readAddress(hash);
      isFollowing = true;
      const settings = readPicture(hash);
      const isOpen = useCohortStore.getState().cohort !== null;
      if (isOpen) goTo(selection, settings);
      else changeView({ wanted: { selection, settings } });
      isFollowing = false;
      if (isOpen) write('replaceState');
      else void continueAt(selection);
    };
    follow();
    window.addEventListener('popstate', follow);
    const unsubscribe = useViewStore.subscribe((view, before) => {
      if (isFollowing || isWaitingForFiles(view)) return;
      if (isStep(view, before)) write('pushState');
      else if (writeAddress(view) !== window.location.hash) {
        clearTimeout(waiting);
        waiting = setTimeout(() => write('replaceState'), restMs);
      }
    });
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('popstate', follow);
      unsubscribe();
    };
  }, []);
}

function isStep(view: ViewFacts, before: ViewFacts): boolean {
  if (view.screen !== before.screen) return true;
  if (view.screen === 'present') return view.scene !== before.scene;
  if (view.screen === 'cohort' && view.tab !== before.tab) return true;
  return view.caseId !== before.caseId || view.model !== before.model;
}

/** A link that leads to a case stays in the address until its files are open, reloads included. */
function isWaitingForFiles({ wanted, screen }: ViewFacts): boolean {
  return screen === 'start' && wanted !== null && wanted.selection.screen !== 'start';
}
