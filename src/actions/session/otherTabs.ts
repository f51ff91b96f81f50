import { useCohortStore } from '../../stores/cohortStore';
import { useSessionStore } from '../../stores/sessionStore';
import { chooseScheme } from '../chooseScheme';
import { navigate } from '../navigate';
import { closeCohort } from '../opening/closeCohort';
import { abandonSession, rememberSession, takeOver } from './rememberSession';
import type { EntryChange } from './sessionDatabase';
import { sessionSlices } from './sessionSlices';

type Message =
  /** The sender has this session open; those who have it, too, say so in turn. */
  | { kind: 'open'; sessionId: string; isAnswer: boolean }
  | { kind: 'left'; sessionId: string }
  | { kind: 'changed'; sessionId: string; changes: EntryChange[] }
  /** null: everything was forgotten. */
  | { kind: 'forgotten'; sessionId: string | null };

/** What a person enters, and what does not depend on what else is open in a tab. */
const metSlices = ['scenes', 'annotations', 'attributes', 'attributesTable', 'published', 'rating'];

/** Keys of the cohort with which other files or roles come: only a page that opens them has them. */
const fileKeys = ['edits', 'recognition', 'cohort', 'turnedByHeader'];

let channel: BroadcastChannel | null = null;

/** Remembers the session, and lets tabs that have the same one open meet; gives back how to stop. */
export function rememberWithOtherTabs(): () => void {
  channel = new BroadcastChannel('regionlens.session');
  channel.onmessage = ({ data }: MessageEvent<Message>) => receive(data);
  const stopRemembering = rememberSession({ changed: tellChanges, forgotten: emptyTab });
  const stopFollowing = useSessionStore.subscribe(({ currentId }, before) => {
    if (currentId === before.currentId) return;
    if (before.currentId !== null) send({ kind: 'left', sessionId: before.currentId });
    useSessionStore.setState({ otherTab: null });
    if (currentId === null) return;
    useSessionStore.setState({ isForgottenElsewhere: false });
    send({ kind: 'open', sessionId: currentId, isAnswer: false });
  });
  const leave = () => {
    const { currentId } = useSessionStore.getState();
    if (currentId !== null) send({ kind: 'left', sessionId: currentId });
  };
  window.addEventListener('pagehide', leave);
  return () => {
    window.removeEventListener('pagehide', leave);
    stopRemembering();
    stopFollowing();
    channel?.close();
    channel = null;
  };
}

/** Empties every other tab that has this session open, or any where it is null. */
export function tellForgotten(sessionId: string | null): void {
  send({ kind: 'forgotten', sessionId });
}

function send(message: Message): void {
  channel?.postMessage(message);
}

function tellChanges(sessionId: string, changes: EntryChange[]): void {
  const met = changes.filter(({ entry: { slice, key } }) => isMet(slice, key) || isOfFiles(slice, key));
  // Files and roles are only told of: what was recognised of 12,000 files is no message.
  const told = met.map((change) =>
    isOfFiles(change.entry.slice, change.entry.key)
      ? { ...change, entry: { ...change.entry, value: null } }
      : change,
  );
  if (told.length > 0) send({ kind: 'changed', sessionId, changes: told });
}

function isMet(slice: string, key: string): boolean {
  // Each tab has its own place among what is rated.
  return (metSlices.includes(slice) && !(slice === 'rating' && key === 'place')) || isScheme(slice, key);
}

function isScheme(slice: string, key: string): boolean {
  return slice === 'cohort' && key === 'scheme';
}

function isOfFiles(slice: string, key: string): boolean {
  return slice === 'cohort' && fileKeys.includes(key);
}

function receive(message: Message): void {
  const { currentId, otherTab } = useSessionStore.getState();
  if (message.kind === 'forgotten') {
    if (message.sessionId === null || message.sessionId === currentId) emptyTab(currentId);
    forgetSummaries(message.sessionId);
    return;
  }
  if (currentId === null || message.sessionId !== currentId) return;
  const open = otherTab ?? { taken: 0, hasOtherFiles: false };
  switch (message.kind) {
    case 'open':
      useSessionStore.setState({ otherTab: open });
      if (!message.isAnswer) send({ kind: 'open', sessionId: currentId, isAnswer: true });
      return;
    case 'left':
      useSessionStore.setState({ otherTab: null });
      // Where there is a third, it answers.
      send({ kind: 'open', sessionId: currentId, isAnswer: true });
      return;
    case 'changed': {
      const met = message.changes.filter(({ entry: { slice, key } }) => isMet(slice, key));
      const { length } = takeOver(met, restore);
      const hasOtherFiles = open.hasOtherFiles || met.length < message.changes.length;
      useSessionStore.setState({ otherTab: { taken: open.taken + length, hasOtherFiles } });
    }
  }
}

function restore(bySlice: ReadonlyMap<string, EntryChange[]>): void {
  for (const { name, read, restore: put } of sessionSlices) {
    const changes = bySlice.get(name);
    if (!changes) continue;
    const [first] = changes;
    if (isScheme(name, first.entry.key)) {
      if (first.entry.value !== null) chooseScheme(first.entry.value as Parameters<typeof chooseScheme>[0]);
      continue;
    }
    const entries = new Map(Object.entries(read()));
    for (const { entry, isGone } of changes) {
      if (isGone) entries.delete(entry.key);
      else entries.set(entry.key, entry.value);
    }
    put(Object.fromEntries(entries));
  }
}

/** What is open here exists no more: it goes from the screen, and nothing of it is written. */
function emptyTab(sessionId: string | null): void {
  const { currentId } = useSessionStore.getState();
  if (sessionId !== currentId || useCohortStore.getState().cohort === null) return;
  abandonSession();
  closeCohort();
  navigate({ screen: 'start', caseId: null, model: null });
  useSessionStore.setState({ isForgottenElsewhere: true });
}

function forgetSummaries(sessionId: string | null): void {
  useSessionStore.setState(({ sessions }) => ({
    sessions: sessions?.filter(({ id }) => sessionId !== null && id !== sessionId) ?? sessions,
  }));
}
