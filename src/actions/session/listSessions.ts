import { type SessionSummary, useSessionStore } from '../../stores/sessionStore';
import { putUnwritten } from './lastWords';
import { sessionDatabase } from './sessionDatabase';

/** The start page and files that are dropped wait no longer than this for a database that does not answer. */
const patienceMs = 2000;

/**
 * Looks up what is kept in this browser, the last opened first; a browser that keeps nothing, or does not answer, says
 * so once, and then there is nothing.
 */
export async function listSessions(): Promise<readonly SessionSummary[]> {
  const { sessions: known, storageProblem } = useSessionStore.getState();
  if (known || storageProblem) return known ?? [];
  return Promise.race([lookedUp(), silence()]);
}

async function lookedUp(): Promise<readonly SessionSummary[]> {
  try {
    await putUnwritten();
    const sessions = await sessionDatabase.sessions.orderBy('openedAt').reverse().toArray();
    const isLate = useSessionStore.getState().storageProblem === 'silent';
    useSessionStore.setState({ sessions, ...(isLate && { storageProblem: null }) });
    return sessions;
  } catch {
    useSessionStore.setState({ sessions: [], storageProblem: 'unavailable' });
    return [];
  }
}

async function silence(): Promise<readonly SessionSummary[]> {
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  if (!useSessionStore.getState().sessions) useSessionStore.setState({ storageProblem: 'silent' });
  return [];
}
