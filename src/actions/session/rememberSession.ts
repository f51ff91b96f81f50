import { useCohortStore } from '../../stores/cohortStore';
import { useResultsStore } from '../../stores/resultsStore';
import { type SessionSummary, useSessionStore } from '../../stores/sessionStore';
import { newId } from '../newId';
import { entriesAtOnce, type StoredEntry, sessionDatabase } from './sessionDatabase';
import { type Entries, sessionSlices } from './sessionSlices';

/** Changes are gathered for this long: what a crash can lose at most. */
const gatherMs = 120;

/** What could not be written is tried again after this long, or with the next change. */
const retryMs = 3000;

interface Changes {
  session: SessionSummary;
  changed: StoredEntry[];
  gone: [string, string, string][];
}

/** What a session still has to write; of an entry that changed several times the newest. */
interface Owed {
  session: SessionSummary;
  /** By slice and key; null for an entry that is gone. */
  entries: Map<string, { place: [string, string, string]; entry: StoredEntry | null }>;
}

/** What the database holds of the open session, by slice and by reference. */
let written = new Map<string, Entries>();
let timer: ReturnType<typeof setTimeout> | null = null;
/** By session: what failed to be written waits here for the next try. */
const owed = new Map<string, Owed>();
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
  if (timer !== null) return;
  if (useCohortStore.getState().cohort === null) return;
  timer = setTimeout(() => void writeSession(), gatherMs);
}

/** Writes what changed since the last time and what failed then; a first change begins a session. */
export async function writeSession(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (isWriting) {
    noteChange();
    return;
  }
  write(useCohortStore.getState().cohort === null ? null : takeChanges());
  await writing;
}

/** Writes what is left, behind what is being written: nothing is waited for where the page may be gone next. */
function writeLast(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { cohort } = useCohortStore.getState();
  if (cohort) write(takeChanges());
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

function write(changes: Changes | null): void {
  if (changes && changes.changed.length + changes.gone.length > 0) {
    const { session } = changes;
    const { sessions } = useSessionStore.getState();
    const others = sessions?.filter(({ id }) => id !== session.id);
    if (others) useSessionStore.setState({ sessions: [session, ...others] });
    owe(changes);
  }
  if (owed.size === 0) return;
  isWriting = true;
  writing = writing
    .then(putOwed)
    .catch((reason: unknown) => {
      const detail = reason instanceof Error ? reason.message || reason.name : String(reason);
      const storageProblem = isFull(reason) ? 'full' : 'unavailable';
      useSessionStore.setState({ storageProblem, storageDetail: detail });
      timer ??= setTimeout(() => void writeSession(), retryMs);
    })
    .finally(() => {
      isWriting = false;
    });
}

function owe({ session, changed, gone }: Changes): void {
  const entries: Owed['entries'] = owed.get(session.id)?.entries ?? new Map();
  const note = (place: [string, string, string], entry: StoredEntry | null) =>
    entries.set(`${place[1]}\n${place[2]}`, { place, entry });
  for (const entry of changed) note([entry.sessionId, entry.slice, entry.key], entry);
  for (const place of gone) note(place, null);
  owed.set(session.id, { session, entries });
}

/** A few entries a transaction, so that the page stays free between them; what is written is owed no more. */
async function putOwed(): Promise<void> {
  const { sessions, entries: stored } = sessionDatabase;
  // A database that could not be opened once stays so until it is asked anew.
  if (sessionDatabase.hasFailed()) {
    sessionDatabase.close();
    await sessionDatabase.open();
  }
  for (const [id, { session, entries }] of owed) {
    const now = [...entries];
    const gone = now.filter(([, { entry }]) => entry === null).map(([, { place }]) => place);
    const changed = now.flatMap(([, { entry }]) => entry ?? []);
    await sessionDatabase.transaction('rw', sessions, stored, async () => {
      await sessions.put(session);
      await stored.bulkDelete(gone);
    });
    for (let start = 0; start < changed.length; start += entriesAtOnce) {
      await stored.bulkPut(changed.slice(start, start + entriesAtOnce));
    }
    for (const [key, written] of now) if (entries.get(key) === written) entries.delete(key);
    if (entries.size === 0) owed.delete(id);
  }
  if (useSessionStore.getState().storageProblem) {
    useSessionStore.setState({ storageProblem: null, storageDetail: '', isStorageProblemSeen: false });
  }
}

/** Nothing of a session that was forgotten is written any more. */
export function oweNothing(sessionId?: string): void {
  if (sessionId === undefined) owed.clear();
  else owed.delete(sessionId);
}

function isFull(reason: unknown): boolean {
  return reason instanceof Error && /quota/i.test(`${reason.name} ${reason.message}`);
}
