import { useSessionStore } from '../../stores/sessionStore';

/** What some browsers add to the standard; the others open a session's folder by asking for it again. */
interface PermittedHandle {
  queryPermission?: (descriptor: { mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (descriptor: { mode: 'read' }) => Promise<PermissionState>;
}

interface HandleItem {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

type PickFolder = (options: { id: string; mode: 'read' }) => Promise<FileSystemDirectoryHandle>;

export interface FoundFile {
  path: string;
  file: File;
}

function folderPicker(): PickFolder | null {
  return (
    (window as unknown as { showDirectoryPicker?: PickFolder }).showDirectoryPicker?.bind(window) ?? null
  );
}

/** True where a folder that a person chose can be opened again without choosing it. */
export function canKeepFolders(): boolean {
  return folderPicker() !== null;
}

/** Asks for a folder that the browser can open again; null when the person chose none. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await folderPicker()?.({ id: 'cohort', mode: 'read' })) ?? null;
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') return null;
    throw reason;
  }
}

/** Notes what is dropped, as far as the browser can open it again; to be called within the drop event. */
export function keepDropped(items: DataTransferItemList): void {
  const handles = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => (item as HandleItem).getAsFileSystemHandle?.());
  void Promise.allSettled(handles).then((settled) =>
    keepRoots(settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))),
  );
}

/** Keeps folders and files with the session, each once. */
export async function keepRoots(handles: readonly FileSystemHandle[]): Promise<void> {
  for (const handle of handles) {
    const { roots } = useSessionStore.getState();
    const isKnown = await Promise.all(roots.map((root) => root.isSameEntry(handle)));
    if (isKnown.includes(true)) continue;
    useSessionStore.setState((facts) => ({ roots: [...facts.roots, handle] }));
  }
}

/** The handles that may be read; asks for the others where `isAsking`, which needs a person's click. */
export async function permittedRoots(isAsking: boolean): Promise<FileSystemHandle[]> {
  const permitted: FileSystemHandle[] = [];
  for (const root of useSessionStore.getState().roots) {
    const handle = root as FileSystemHandle & PermittedHandle;
    let state = (await handle.queryPermission?.({ mode: 'read' })) ?? 'granted';
    if (state === 'prompt' && isAsking)
      state = (await handle.requestPermission?.({ mode: 'read' })) ?? 'denied';
    if (state === 'granted') permitted.push(root);
  }
  return permitted;
}

/** How many files of a folder are asked for at the same time. */
const filesAtOnce = 64;

/** All files under folders and files, with the paths that a drop of the same folders gives them. */
export async function filesUnder(roots: readonly FileSystemHandle[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  let reading: Promise<void>[] = [];
  const read = async (handle: FileSystemFileHandle, path: string) => {
    // A file that went away since the folder was listed is one that is not there.
    const file = await handle.getFile().catch(() => null);
    if (file) found.push({ path, file });
  };
  const walk = async (handle: FileSystemHandle, path: string): Promise<void> => {
    if (handle.kind === 'file') {
      reading.push(read(handle as FileSystemFileHandle, path));
      if (reading.length < filesAtOnce) return;
      await Promise.all(reading);
      reading = [];
      return;
    }
    for await (const child of (handle as FileSystemDirectoryHandle).values()) {
      await walk(child, `${path}/${child.name}`);
    }
  };
  for (const root of roots) await walk(root, root.name).catch(ignoreMissing);
  await Promise.all(reading);
  return found;
}

/** A folder that was moved or deleted since has no files. */
function ignoreMissing(reason: unknown): void {
  if (!(reason instanceof DOMException && reason.name === 'NotFoundError')) throw reason;
}
