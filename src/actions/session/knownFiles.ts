import type { FileStamp } from '../../domain/cohort';
import { remembered } from '../../domain/remembered';
import { type CohortFacts, useCohortStore } from '../../stores/cohortStore';
import { Pace } from '../pace';

/** A browser looks a date up on disk each time it is asked for. */
export const stampOf = remembered(
  (file: File): FileStamp => ({ size: file.size, modified: file.lastModified }),
);

/** Looks up many files, with pauses for the page. */
export async function stampsOf(
  files: Iterable<readonly [path: string, file: File]>,
): Promise<Map<string, FileStamp>> {
  const pace = new Pace();
  const found = new Map<string, FileStamp>();
  for (const [path, file] of files) {
    found.set(path, stampOf(file));
    await pace.rest();
  }
  return found;
}

/** All files of the session by path, open or not; the same map as long as nothing changed. */
export function knownFiles(): ReadonlyMap<string, FileStamp> {
  const { files, closedFiles } = useCohortStore.getState();
  return stampsOfAll(files, closedFiles);
}

const stampsOfAll = remembered((files: CohortFacts['files'], closedFiles: CohortFacts['closedFiles']) => {
  const known = new Map(closedFiles);
  for (const [path, file] of files) known.set(path, stampOf(file));
  return known;
});

/** What is known of one file of the session. */
export function knownFile(path: string): FileStamp | undefined {
  const { files, closedFiles } = useCohortStore.getState();
  const file = files.get(path);
  return file ? stampOf(file) : closedFiles.get(path);
}

/**
 * The files that stay closed when others were opened. A folder that was opened again no longer has the files
 * that were not found in it.
 */
export function stillClosed(opened: Iterable<string>): ReadonlyMap<string, FileStamp> {
  const { closedFiles } = useCohortStore.getState();
  if (closedFiles.size === 0) return closedFiles;
  const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : null);
  const paths = new Set(opened);
  const folders = new Set([...paths].map(folderOf));
  return new Map(
    [...closedFiles].filter(([path]) => {
      const folder = folderOf(path);
      return !paths.has(path) && (folder === null || !folders.has(folder));
    }),
  );
}
