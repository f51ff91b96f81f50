import { useCohortStore } from '../../stores/cohortStore';
import { useSessionStore } from '../../stores/sessionStore';
import type { AddressedSelection } from '../../stores/viewStore';
import { navigate } from '../navigate';
import { closeCohort } from '../opening/closeCohort';
import { forgetAllUnwritten } from './lastWords';
import { listSessions } from './listSessions';
import { tellForgotten } from './otherTabs';
import { recallSession } from './recallSession';
import { leaveSession, oweNothing, sessionWritten } from './rememberSession';
import { reopenFiles } from './reopenFiles';
import { deleteSession, readEntries, sessionDatabase } from './sessionDatabase';

/** Goes on with a session of before; called from a click, which lets the browser ask for its folder. */
export async function continueSession(id: string): Promise<void> {
  if (useSessionStore.getState().currentId === id) navigate({ screen: 'cohort' });
  else {
    closeCohort();
    const isFound = await restoring(() => recallSession(id));
    if (isFound === false) await removeSession(id);
    if (!isFound) return;
  }
  await reopenFiles(true);
}

/** Goes on where an address points, as after a reload: to the last session, or the last one with that case. */
export async function continueAt({ screen, caseId }: AddressedSelection): Promise<void> {
  if (useSessionStore.getState().isRestoring) return;
  const isFound = await restoring(async () => {
    const sessions = await listSessions();
    if (screen === 'start' || useCohortStore.getState().cohort) return false;
    for (const { id } of sessions) {
      if (screen === 'case' && caseId !== null && !(await hasCase(id, caseId))) continue;
      return recallSession(id);
    }
    return false;
  });
  if (isFound) await reopenFiles(false);
}

async function hasCase(sessionId: string, caseId: string): Promise<boolean> {
  const entries = await readEntries(sessionId, 'cohort');
  const cohort = entries.find(({ key }) => key === 'cohort')?.value as { cases: { id: string }[] } | null;
  return cohort?.cases.some(({ id }) => id === caseId) ?? false;
}

/** Forgets one session; one that is open is closed. */
export async function removeSession(id: string): Promise<void> {
  if (useSessionStore.getState().currentId === id) closeCohort();
  await sessionWritten();
  oweNothing(id);
  await deleteSession(id).catch(storageFailed);
  tellForgotten(id);
  useSessionStore.setState(({ sessions }) => ({ sessions: sessions?.filter((one) => one.id !== id) ?? [] }));
}

/** Forgets every session, the open one as well. Files on disk are never touched. */
export async function forgetEverything(): Promise<void> {
  closeCohort();
  leaveSession();
  await sessionWritten();
  oweNothing();
  forgetAllUnwritten();
  const { sessions, entries } = sessionDatabase;
  await Promise.all([sessions.clear(), entries.clear()]).catch(storageFailed);
  tellForgotten(null);
  useSessionStore.setState({ sessions: [] });
}

export function dismissStorageProblem(): void {
  useSessionStore.setState({ isStorageProblemSeen: true });
}

function storageFailed(): void {
  useSessionStore.setState({ storageProblem: 'unavailable' });
}

/** What restoring gave; null when the storage failed, which is no reason to forget anything. */
async function restoring(restore: () => Promise<boolean>): Promise<boolean | null> {
  useSessionStore.setState({ isRestoring: true });
  try {
    return await restore();
  } catch {
    storageFailed();
    return null;
  } finally {
    useSessionStore.setState({ isRestoring: false });
  }
}
