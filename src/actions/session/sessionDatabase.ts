import Dexie, { type Table } from 'dexie';
import type { SessionSummary } from '../../stores/sessionStore';

/** One entry of one slice of a session; a change writes only the entries that changed. */
export interface StoredEntry {
  sessionId: string;
  slice: string;
  key: string;
  value: unknown;
  /** Milliseconds since 1970; entries of older versions have none. */
  changedAt?: number;
}

/** An entry that changed, or is gone since. */
export interface EntryChange {
  entry: StoredEntry & { changedAt: number };
  isGone: boolean;
}

/** Everything that is kept in this browser; no image and no label map is ever among it. */
class SessionDatabase extends Dexie {
  declare sessions: Table<SessionSummary, string>;
  declare entries: Table<StoredEntry, [string, string, string]>;

  constructor() {
    super('regionlens');
    this.version(1).stores({ sessions: 'id, openedAt', entries: '[sessionId+slice+key]' });
  }
}

export const sessionDatabase = new SessionDatabase();

/** Entries of one transaction: about 0.4 ms each on a slow machine, so that copying them never holds up the page. */
export const entriesAtOnce = 50;

/** The key after all that begin with the same parts: in the order of keys a list comes after every text. */
function afterAll(start: readonly string[]): unknown[] {
  return [...start, []];
}

/** How many entries a session has. */
export function countEntries(sessionId: string): Promise<number> {
  const start = [sessionId];
  return sessionDatabase.entries.where('[sessionId+slice+key]').between(start, afterAll(start)).count();
}

/** All entries of a session, of one slice or of all, read a few at a time; `onRead` is told how many so far. */
export async function readEntries(
  sessionId: string,
  slice?: string,
  onRead?: (done: number) => void,
): Promise<StoredEntry[]> {
  const { entries } = sessionDatabase;
  const start = slice === undefined ? [sessionId] : [sessionId, slice];
  let lower: unknown[] = start;
  const found: StoredEntry[] = [];
  for (;;) {
    const page = await entries
      .where('[sessionId+slice+key]')
      .between(lower, afterAll(start), found.length === 0, false)
      .limit(entriesAtOnce)
      .toArray();
    found.push(...page);
    onRead?.(found.length);
    if (page.length < entriesAtOnce) return found;
    const last = page[page.length - 1];
    lower = [last.sessionId, last.slice, last.key];
  }
}

/** Those of which the database holds nothing newer. */
export async function newerOnly(entries: readonly StoredEntry[]): Promise<StoredEntry[]> {
  const places = entries.map(
    ({ sessionId, slice, key }) => [sessionId, slice, key] as [string, string, string],
  );
  const stored = await sessionDatabase.entries.bulkGet(places);
  return entries.filter(({ changedAt = 0 }, index) => (stored[index]?.changedAt ?? 0) <= changedAt);
}

/** Removes a session with everything in it. */
export async function deleteSession(sessionId: string): Promise<void> {
  const { sessions, entries } = sessionDatabase;
  await sessionDatabase.transaction('rw', sessions, entries, async () => {
    await sessions.delete(sessionId);
    await entries
      .where('[sessionId+slice+key]')
      .between([sessionId], afterAll([sessionId]))
      .delete();
  });
}
