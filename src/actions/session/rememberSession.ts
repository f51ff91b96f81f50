import { useCohortStore } from '../../stores/cohortStore';
import { useResultsStore } from '../../stores/resultsStore';
import { type SessionSummary, useSessionStore } from '../../stores/sessionStore';
import { newId } from '../newId';
import { entriesAtOnce, type StoredEntry, sessionDatabase } from './sessionDatabase';
import { type Entries, sessionSlices } from './sessionSlices';

/** Changes are gathered for this long: what a crash can lose at most. */
const gatherMs = 120;

interface Changes {
  session: SessionSummary;
  changed: StoredEntry[];
  gone: [string, string, string][];
}

/** What the database holds of the open session, by slice and by reference. */
let written = new Map<string, Entries>();
let timer: ReturnType<typeof setTimeout> | null = null;
let writing: Promise<void> = Promise.resolve();
let isWriting = false;

/** Keeps everything that a person does in this browser from now on; gives back how to stop. */
export function rememberSession(): () => void {
  const stops = sessionSlices.map(({ subscribe }) => subscribe(noteChange));
  window.addEventListener('pagehide', writeLast);
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('pagehide', writeLast);
    leaveSession();
  };
}

function noteChange(): void {
  if (timer !== null || useSessionStore.getState().storageProblem) return;
  if (useCohortStore.getState().cohort === null) return;
  timer = setTimeout(() => void writeSession(), gatherMs);
}

/** Writes what changed since the last time; a first change begins a session. */
export async function writeSession(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (useSessionStore.getState().storageProblem || useCohortStore.getState().cohort === null) return;
  if (isWriting) {
    noteChange();
    return;
  }
  write(takeChanges());
  await writing;
}

/** Writes what is left, behind what is being written: nothing is waited for where the page may be gone next. */
function writeLast(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { cohort } = useCohortStore.getState();
  if (cohort && !useSessionStore.getState().storageProblem) write(takeChanges());
}

/** Ends the open session: its last changes are still written, and the stores are emptied. */
export function leaveSession(): void {
  writeLast();
  written = new Map();
  useSessionStore.setState({ currentId: null });
  for (const { clear } of sessionSlices) clear();
}

/** Takes what the stores hold as written: it was just read from the database. */
export function adoptSession(id: string): void {
  written = new Map(sessionSlices.map(({ name, read }) => [name, read()]));
  useSessionStore.setState({ currentId: id });
}

/** Waits until everything that was taken is written. */
export function sessionWritten(): Promise<void> {
  return writing;
}

function takeChanges(): Changes {
  const currentId = useSessionStore.getState().currentId ?? newId();
  useSessionStore.setState({ currentId });
  const changed: StoredEntry[] = [];
  const gone: Changes['gone'] = [];
  for (const { name, read } of sessionSlices) {
    const before = written.get(name) ?? {};
    const now = read();
    if (now === before) continue;
    for (const [key, value] of Object.entries(now)) {
      if (before[key] === value && key in before) continue;
      changed.push({ sessionId: currentId, slice: name, key, value });
    }
    for (const key of Object.keys(before)) if (!(key in now)) gone.push([currentId, name, key]);
    written.set(name, now);
  }
  return { session: summaryOf(currentId), changed, gone };
}

function summaryOf(id: string): SessionSummary {
  const { cohort } = useCohortStore.getState();
  const { results } = useResultsStore.getState();
  const { sessions, demoSeed } = useSessionStore.getState();
  const before = sessions?.find((session) => session.id === id);
  return {
    id,
    name: cohort?.name ?? '',
    caseCount: cohort?.cases.length ?? 0,
    modelCount: cohort?.models.length ?? 0,
    scoredCount: Object.keys(results).length,
    pairCount: cohort?.cases.reduce((sum, { predictions }) => sum + predictions.length, 0) ?? 0,
    isDemo: demoSeed !== null,
    createdAt: before?.createdAt ?? Date.now(),
    openedAt: Date.now(),
  };
}

function write(changes: Changes): void {
  const { session } = changes;
  if (changes.changed.length + changes.gone.length === 0) return;
  const { sessions } = useSessionStore.getState();
  const others = sessions?.filter(({ id }) => id !== session.id);
  if (others) useSessionStore.setState({ sessions: [session, ...others] });
  isWriting = true;
  writing = writing
    .then(() => put(changes))
    .catch((reason: unknown) => {
      useSessionStore.setState({ storageProblem: isFull(reason) ? 'full' : 'unavailable' });
    })
    .finally(() => {
      isWriting = false;
    });
}

/** A few entries a transaction, so that the page stays free between them. */
async function put({ session, changed, gone }: Changes): Promise<void> {
  const { sessions, entries } = sessionDatabase;
  await sessionDatabase.transaction('rw', sessions, entries, async () => {
    await sessions.put(session);
    await entries.bulkDelete(gone);
  });
  for (let start = 0; start < changed.length; start += entriesAtOnce) {
    await entries.bulkPut(changed.slice(start, start + entriesAtOnce));
  }
}

function isFull(reason: unknown): boolean {
  return reason instanceof Error && /quota/i.test(`${reason.name} ${reason.message}`);
}
