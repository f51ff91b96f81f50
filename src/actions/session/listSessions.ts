import { type SessionSummary, useSessionStore } from '../../stores/sessionStore';
import { sessionDatabase } from './sessionDatabase';

/** The start page waits no longer than this for a database that does not answer. */
const patienceMs = 2000;

/** Looks up what is kept in this browser, the last opened first; a browser that keeps nothing says so once. */
export async function listSessions(): Promise<readonly SessionSummary[]> {
  const { sessions: known, storageProblem } = useSessionStore.getState();
  if (known || storageProblem) return known ?? [];
  const timer = setTimeout(() => {
    if (!useSessionStore.getState().sessions) useSessionStore.setState({ sessions: [] });
  }, patienceMs);
  try {
    const sessions = await sessionDatabase.sessions.orderBy('openedAt').reverse().toArray();
    useSessionStore.setState({ sessions });
    return sessions;
  } catch {
    useSessionStore.setState({ sessions: [], storageProblem: 'unavailable' });
    return [];
  } finally {
    clearTimeout(timer);
  }
}
