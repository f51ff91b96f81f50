import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';
import { type SessionSummary, useSessionStore } from '../../stores/sessionStore';
import { newId } from '../newId';
import { forgetUnwritten, keepUnwritten } from './lastWords';
import {
  type EntryChange,
  entriesAtOnce,
  newerOnly,
  type StoredEntry,
  sessionDatabase,
} from './sessionDatabase';
import { type Entries, sessionSlices } from './sessionSlices';

/** Changes are gathered for this long: what a crash can lose at most. */
const gatherMs = 120;

/** What could not be written is tried again after this long, or with the next change. */
const retryMs = 3000;

/** A database that has not answered for so long is said to be silent. */
const silentMs = 10_000;

/** Who wants to know what becomes of the open session. */
interface Listeners {
  /** Entries changed here; they are written next. */
  changed: (sessionId: string, changes: EntryChange[]) => void;
  /** The database no longer holds a session that it held. */
  forgotten: (sessionId: string) => void;
}

interface Changes {
  session: SessionSummary;
  changes: EntryChange[];
}

/** What a session still has to write; of an entry that changed several times the newest. */
interface Owed {
  session: SessionSummary;
  /** By slice and key. */
  entries: Map<string, EntryChange>;
}

/** What the database holds of the open session, by slice and by reference. */
let written = new Map<string, Entries>();
let timer: ReturnType<typeof setTimeout> | null = null;
let silence: ReturnType<typeof setTimeout> | undefined;
/** By session: what failed to be written waits here for the next try. */
const owed = new Map<string, Owed>();
let writing: Promise<void> = Promise.resolve();
let isWriting = false;
let listeners: Listeners = { changed: () => {}, forgotten: () => {} };
/** Sessions that the database was seen to hold: one that it holds no longer was forgotten, here or in another tab. */
const held = new Set<string>();
/** Of the open session by slice and key: when it was changed last, here or in another tab. */
let changedAt = new Map<string, number>();
/** The open session is let go of without another word to the database. */
let isAbandoned = false;

/** Keeps everything that a person does in this browser from now on; gives back how to stop. */
export function rememberSession(told: Listeners = listeners): () => void {
  listeners = told;
  const stops = sessionSlices.map(({ subscribe }) => subscribe(noteChange));
  window.addEventListener('pagehide', leavePage);
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('pagehide', leavePage);
    leaveSession();
  };
}

/** The page may be gone before the database answers. */
function leavePage(): void {
  writeLast();
  keepUnwritten([...owed.values()].flatMap(({ entries }) => [...entries.values()]));
}

function noteChange(): void {
  if (timer !== null) return;
  if (useCohortStore.getState().cohort === null) return;
  timer = setTimeout(() => void writeSession(), gatherMs);
}

/** Writes what changed since the last time and what failed then; a first change begins a session. */
export async function writeSession(): Promise<void> {
  stopTimer();
  if (isWriting) {
    noteChange();
    return;
  }
  write(useCohortStore.getState().cohort === null ? null : takeChanges());
  await writing;
}

/** Writes what is left, behind what is being written: nothing is waited for where the page may be gone next. */
function writeLast(): void {
  stopTimer();
  const { cohort } = useCohortStore.getState();
  if (cohort && !isAbandoned) write(takeChanges());
}

function stopTimer(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

/** Ends the open session: its last changes are still written, and the stores are emptied. */
export function leaveSession(): void {
  if (isAbandoned) stopTimer();
  else writeLast();
  isAbandoned = false;
  written = new Map();
  changedAt = new Map();
  useSessionStore.setState({ currentId: null });
  for (const { clear } of sessionSlices) clear();
}

/** From now on nothing is written of the open session; it is left next. */
export function abandonSession(): void {
  stopTimer();
  const { currentId } = useSessionStore.getState();
  if (currentId !== null) owed.delete(currentId);
  isAbandoned = true;
}

/**
 * Takes over entries of the open session that were changed in another tab, each unless it is newer here, and gives
 * back those that were taken. `restore` puts them into their stores.
 */
export function takeOver(
  changes: readonly EntryChange[],
  restore: (bySlice: ReadonlyMap<string, EntryChange[]>) => void,
): EntryChange[] {
  writeLast();
  const { currentId } = useSessionStore.getState();
  const newer = changes.filter(({ entry }) => entry.changedAt > (changedAt.get(placeIn(entry)) ?? 0));
  const bySlice = new Map<string, EntryChange[]>();
  for (const change of newer) {
    const place = placeIn(change.entry);
    changedAt.set(place, change.entry.changedAt);
    owed.get(currentId ?? '')?.entries.delete(place);
    bySlice.set(change.entry.slice, [...(bySlice.get(change.entry.slice) ?? []), change]);
  }
  restore(bySlice);
  for (const { name, read } of sessionSlices) if (bySlice.has(name)) written.set(name, read());
  return newer;
}

/** Takes what the stores hold as written: it was just read from the database, as the entries of `bySlice`. */
export function adoptSession(id: string, bySlice: ReadonlyMap<string, Entries>): void {
  written = new Map(
    sessionSlices.map(({ name, read, isParted }) => [name, (isParted && bySlice.get(name)) || read()]),
  );
  held.add(id);
  useSessionStore.setState({ currentId: id });
}

/** Waits until everything that was taken is written. */
export function sessionWritten(): Promise<void> {
  return writing;
}

function takeChanges(): Changes {
  const currentId = useSessionStore.getState().currentId ?? newId();
  useSessionStore.setState({ currentId });
  const changes: EntryChange[] = [];
  const now = Date.now();
  const note = (slice: string, key: string, value: unknown, isGone: boolean) => {
    const entry = { sessionId: currentId, slice, key, value, changedAt: now };
    // Never before what it replaces, whatever the clock of another tab said.
    entry.changedAt = Math.max(now, (changedAt.get(placeIn(entry)) ?? 0) + 1);
    changedAt.set(placeIn(entry), entry.changedAt);
    changes.push({ entry, isGone });
  };
  for (const { name, read } of sessionSlices) {
    const before = written.get(name) ?? {};
    const after = read();
    if (after === before) continue;
    for (const [key, value] of Object.entries(after)) {
      if (before[key] !== value || !(key in before)) note(name, key, value, false);
    }
    for (const key of Object.keys(before)) if (!(key in after)) note(name, key, null, true);
    written.set(name, after);
  }
  if (changes.length > 0) listeners.changed(currentId, changes);
  return { session: summaryOf(currentId), changes };
}

function placeIn({ slice, key }: StoredEntry): string {
  return `${slice}\n${key}`;
}

function summaryOf(id: string): SessionSummary {
  const { cohort } = useCohortStore.getState();
  const { answers } = useAnswersStore.getState();
  const { sessions, demoSeed } = useSessionStore.getState();
  const before = sessions?.find((session) => session.id === id);
  return {
    id,
    name: cohort?.name ?? '',
    caseCount: cohort?.cases.length ?? 0,
    modelCount: cohort?.models.length ?? 0,
    scoredCount: Object.values(answers).filter(({ result }) => result).length,
    pairCount: cohort?.cases.reduce((sum, { predictions }) => sum + predictions.length, 0) ?? 0,
    isDemo: demoSeed !== null,
    createdAt: before?.createdAt ?? Date.now(),
    openedAt: Date.now(),
  };
}

function write(changes: Changes | null): void {
  if (changes && changes.changes.length > 0) {
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
      clearTimeout(silence);
      isWriting = false;
    });
}

/** One that takes long for much answers in between. */
function awaitAnswer(): void {
  clearTimeout(silence);
  silence = setTimeout(() => useSessionStore.setState({ storageProblem: 'silent' }), silentMs);
}

function owe({ session, changes }: Changes): void {
  const entries: Owed['entries'] = owed.get(session.id)?.entries ?? new Map();
  for (const change of changes) entries.set(placeIn(change.entry), change);
  owed.set(session.id, { session, entries });
}

/** A few entries a transaction, so that the page stays free between them; what is written is owed no more. */
async function putOwed(): Promise<void> {
  const { sessions, entries: stored } = sessionDatabase;
  awaitAnswer();
  // A database that could not be opened once stays so until it is asked anew.
  if (sessionDatabase.hasFailed()) {
    sessionDatabase.close();
    await sessionDatabase.open();
  }
  for (const [id, { session, entries }] of owed) {
    const now = [...entries];
    let isHeld = true;
    /** False as soon as the session was forgotten elsewhere: it does not come back. */
    const put = async (work: () => Promise<unknown>) => {
      await sessionDatabase.transaction('rw', sessions, stored, async () => {
        isHeld = !held.has(id) || (await sessions.get(id)) !== undefined;
        if (isHeld) await work();
      });
      awaitAnswer();
    };
    // What another tab wrote meanwhile stays where it is newer.
    const isMet = useSessionStore.getState().otherTab !== null;
    const ours = (all: StoredEntry[]) => (isMet ? newerOnly(all) : Promise.resolve(all));
    const gone = now.flatMap(([, { entry, isGone }]) => (isGone ? entry : []));
    const changed = now.flatMap(([, { entry, isGone }]) => (isGone ? [] : entry));
    await put(async () => {
      await sessions.put(session);
      const places = (await ours(gone)).map(({ sessionId, slice, key }) => [sessionId, slice, key] as const);
      await stored.bulkDelete(places as [string, string, string][]);
    });
    if (isHeld) held.add(id);
    for (let start = 0; isHeld && start < changed.length; start += entriesAtOnce) {
      await put(async () => stored.bulkPut(await ours(changed.slice(start, start + entriesAtOnce))));
    }
    if (!isHeld) {
      owed.delete(id);
      held.delete(id);
      listeners.forgotten(id);
      continue;
    }
    for (const [key, written] of now) if (entries.get(key) === written) entries.delete(key);
    if (entries.size === 0) owed.delete(id);
  }
  if (owed.size === 0) forgetUnwritten();
  if (useSessionStore.getState().storageProblem) {
    useSessionStore.setState({ storageProblem: null, storageDetail: '', isStorageProblemSeen: false });
  }
}

/** Nothing of a session that was forgotten is written any more. */
export function oweNothing(sessionId?: string): void {
  if (sessionId === undefined) owed.clear();
  else owed.delete(sessionId);
  for (const id of sessionId === undefined ? [...held] : [sessionId]) held.delete(id);
}

function isFull(reason: unknown): boolean {
  return reason instanceof Error && /quota/i.test(`${reason.name} ${reason.message}`);
}
