import type { Cohort, FileStamp } from '../../domain/cohort';
import { useCohortStore } from '../../stores/cohortStore';
import { useSessionStore } from '../../stores/sessionStore';
import { type Screen, useViewStore } from '../../stores/viewStore';
import { useWorkStore } from '../../stores/workStore';
import { changeView, navigate } from '../navigate';
import { goTo, isWantedThere, tabOf } from '../showPicture';
import { listSessions } from './listSessions';
import { adoptSession, sessionWritten } from './rememberSession';
import { countEntries, readEntries, type StoredEntry } from './sessionDatabase';
import { readSessionDocument } from './sessionDocument';
import { type Entries, sessionSlices } from './sessionSlices';

/** Brings back everything of a session but its files, into empty stores; false when it is not there any more. */
export async function recallSession(id: string): Promise<boolean> {
  await sessionWritten();
  const bySlice = new Map<string, Record<string, unknown>>();
  for (const { slice, key, value } of await entriesShown(id)) {
    const entries = bySlice.get(slice) ?? {};
    entries[key] = value;
    bySlice.set(slice, entries);
  }
  if (!bySlice.get('cohort')?.cohort) return false;
  leaveToAddress(bySlice);
  restoreSlices(bySlice);
  adoptSession(id, bySlice);
  showRecalled();
  return true;
}

/** Reads a session, and says how far it is. */
async function entriesShown(id: string): Promise<StoredEntry[]> {
  const name = useSessionStore.getState().sessions?.find((session) => session.id === id)?.name ?? '';
  const total = await countEntries(id);
  const show = (done: number) =>
    useWorkStore.setState({ progress: { task: 'restoring', done, total, current: name } });
  try {
    show(0);
    return await readEntries(id, undefined, show);
  } finally {
    useWorkStore.setState({ progress: null });
  }
}

/** Puts what a session file holds beside its scores into the stores; false where the file names no cohort. */
export function recallDocument(session: unknown): boolean {
  const bySlice = readSessionDocument(session);
  restoreSlices(bySlice);
  if (!bySlice.has('cohort')) return false;
  showRecalled();
  return true;
}

/** An address that names a case or a scene says what is on screen, and is not overwritten on the way. */
function leaveToAddress(bySlice: ReadonlyMap<string, Record<string, unknown>>): void {
  const { wanted } = useViewStore.getState();
  if (!wanted) return;
  const isWanted =
    wanted.selection.screen === 'present' ||
    isWantedThere(wanted, bySlice.get('cohort')?.cohort as Cohort | null);
  if (isWanted) for (const key of Object.keys(wanted.selection)) delete bySlice.get('view')?.[key];
}

/** Where one goes on from screens that begin something: nobody expects a presentation to begin by itself. */
const resting: Partial<Record<Screen, Screen>> = { start: 'cohort', present: 'case' };

/** Where the address points, else where the person was; the start page is where they come from. */
function showRecalled(): void {
  const { wanted, screen, caseId, model } = useViewStore.getState();
  const { cohort } = useCohortStore.getState();
  changeView({ wanted: null });
  const asked = wanted?.selection.screen;
  if (wanted && isWantedThere(wanted, cohort)) goTo(wanted.selection, wanted.settings);
  else if (asked === 'cohort' || asked === 'files' || asked === 'rate')
    navigate({ screen: asked, ...tabOf(wanted) });
  else navigate({ screen: resting[screen] ?? screen, caseId, model });
}

/** Puts the entries of slices into their stores; those that are not given stay as they are. */
function restoreSlices(bySlice: ReadonlyMap<string, Entries>): void {
  for (const { name, restore } of sessionSlices) {
    const entries = bySlice.get(name);
    if (entries) restore(entries);
  }
}

/** The demo that was opened before, with its marks and notes. */
export async function recallDemo(): Promise<boolean> {
  const demo = (await listSessions()).find(({ isDemo }) => isDemo);
  return demo !== undefined && recallSession(demo.id);
}

/**
 * The session that files which are opened anew belong to: at least half of its files are among them by path,
 * and one of them unchanged. Where the browser keeps no folder open, this is how a session finds its files.
 */
export async function recallByFiles(opened: ReadonlyMap<string, FileStamp>): Promise<boolean> {
  if (useCohortStore.getState().cohort) return false;
  for (const { id } of await listSessions()) {
    const [entry] = await readEntries(id, 'files').catch(() => []);
    if (entry?.value instanceof Map && isSameFolder(entry.value, opened)) return recallSession(id);
  }
  return false;
}

export function isSameFolder(
  known: ReadonlyMap<string, FileStamp>,
  opened: ReadonlyMap<string, FileStamp>,
): boolean {
  let found = 0;
  let unchanged = 0;
  for (const [path, { size, modified }] of known) {
    const file = opened.get(path);
    if (!file) continue;
    found++;
    if (file.size === size && file.modified === modified) unchanged++;
  }
  return unchanged > 0 && found >= known.size / 2;
}
