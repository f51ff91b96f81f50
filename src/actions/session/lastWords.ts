import { decoded, encoded } from './plainJson';
import { type EntryChange, newerOnly, sessionDatabase } from './sessionDatabase';
import { sessionSlices } from './sessionSlices';

/** One item of the browser's synchronous storage for each page that was left with something unwritten. */
const prefix = 'regionlens.unwritten.';

/** Larger entries would not fit, and are not what a person typed last. */
const mostLetters = 100_000;

const own = `${prefix}${Math.random().toString(36).slice(2)}`;

/**
 * Keeps what is not in the database yet where it is kept at once: a page that is left or loaded anew does not live
 * until the database has answered. Results are left out, which can be worked out again.
 */
export function keepUnwritten(changes: readonly EntryChange[]): void {
  const isKept = ({ entry }: EntryChange) =>
    sessionSlices.some(({ name, isBrowserOnly }) => name === entry.slice && !isBrowserOnly);
  const texts = changes.filter(isKept).map((change) => JSON.stringify(encoded(change)));
  const short = texts.filter(({ length }) => length <= mostLetters);
  try {
    if (short.length > 0) localStorage.setItem(own, `[${short.join()}]`);
  } catch {
    // A browser that stores nothing, or has no room left.
  }
}

/** What this page left is in the database by now. */
export function forgetUnwritten(): void {
  storageKeys((key) => key === own);
}

/** Nothing that any page left is written any more. */
export function forgetAllUnwritten(): void {
  storageKeys(() => true);
}

/** Puts into the database what earlier pages left unwritten, unless it is newer there or its session is forgotten. */
export async function putUnwritten(): Promise<void> {
  const { sessions, entries } = sessionDatabase;
  for (const key of storageKeys()) {
    const left = readLeft(key);
    await sessionDatabase.transaction('rw', sessions, entries, async () => {
      const known = new Set(await sessions.toCollection().primaryKeys());
      const newer = new Set(await newerOnly(left.map(({ entry }) => entry)));
      for (const { entry, isGone } of left) {
        if (!known.has(entry.sessionId) || !newer.has(entry)) continue;
        if (isGone) await entries.delete([entry.sessionId, entry.slice, entry.key]);
        else await entries.put(entry);
      }
    });
    storageKeys((other) => other === key);
  }
}

function readLeft(key: string): EntryChange[] {
  try {
    const left = decoded(JSON.parse(localStorage.getItem(key) ?? '[]')) as EntryChange[];
    return left.filter(({ entry }) =>
      [entry.sessionId, entry.slice, entry.key].every((part) => typeof part === 'string'),
    );
  } catch {
    return [];
  }
}

/** The items of all pages; removes those that are gone. */
function storageKeys(isGone: (key: string) => boolean = () => false): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    for (const key of keys) if (isGone(key)) localStorage.removeItem(key);
    return keys;
  } catch {
    return [];
  }
}
