import { useCohortStore } from '../../stores/cohortStore';
import { useSessionStore } from '../../stores/sessionStore';
import { useWorkStore } from '../../stores/workStore';
import { isAbort } from '../../workers/workerPool';
import { makeDemo } from '../openDemo';
import { openFiles } from '../opening/openFiles';
import { problemOf } from '../problemOf';
import { type FoundFile, filesUnder, keepRoots, permittedRoots, pickFolder } from './folderHandles';
import { stampsOf } from './knownFiles';
import { recallByFiles } from './recallSession';

/**
 * Opens the files of the session again as far as the browser can: the demo is made again from its seed,
 * folders are listed again. Only what changed is scored. Asks for leave where `isAsking`.
 */
export async function reopenFiles(isAsking: boolean): Promise<void> {
  const { currentId, demoSeed } = useSessionStore.getState();
  if (useCohortStore.getState().closedFiles.size === 0) return;
  try {
    const roots = await permittedRoots(isAsking);
    const demo = demoSeed === null ? [] : await makeDemo(demoSeed);
    const found = [...demo, ...(await listed(roots))];
    if (useSessionStore.getState().currentId !== currentId) return;
    if (found.length === 0) {
      // The folder was moved or deleted: from now on it is asked for.
      if (roots.length > 0) useSessionStore.setState({ roots: [] });
      return;
    }
    await openFiles(found);
  } catch (reason) {
    if (isAbort(reason)) return;
    useCohortStore.setState({ problems: [problemOf(reason, useCohortStore.getState().cohort?.name ?? '')] });
  } finally {
    if (useSessionStore.getState().currentId === currentId) useWorkStore.setState({ progress: null });
  }
}

/** Opens a folder that a person points at, so that the browser can open it again in the next visit. */
export async function openPickedFolder(): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const found = await listed([folder]);
  await recallByFiles(await stampsOf(found.map(({ path, file }) => [path, file] as const)));
  await keepRoots([folder]);
  await openFiles(found);
}

async function listed(roots: readonly FileSystemHandle[]): Promise<FoundFile[]> {
  if (roots.length === 0) return [];
  const progress = { task: 'reading-names' as const, done: 0, total: 0, current: '' };
  useWorkStore.setState({ progress });
  try {
    return await filesUnder(roots);
  } finally {
    useWorkStore.setState({ progress: null });
  }
}
