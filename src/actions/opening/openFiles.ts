import { useCohortStore } from '../../stores/cohortStore';
import { navigate } from '../navigate';
import { openAttributes } from '../openAttributes';
import { scoreCohort } from '../scoreCohort';
import { sinceNow } from './closeCohort';
import type { DroppedFile } from './droppedFile';
import { openFolder } from './openFolder';
import { openScoresFile } from './openScores';

let opening: Promise<void> = Promise.resolve();

/**
 * Opens what was dropped, together with what was open before: a saved scores file alone, or a folder whose
 * cases are recognised by name and, once the meaning of their labels is known, scored. One drop after the other,
 * so that each adds to the one before; what is read while everything is closed is not opened.
 */
export function openFiles(dropped: DroppedFile[]): Promise<void> {
  const isClosed = sinceNow();
  const isOpened = opening.then(() => !isClosed() && openNext(dropped, isClosed));
  opening = isOpened.then(
    () => {},
    () => {},
  );
  return isOpened.then((isReady) => (isReady ? scoreCohort() : undefined));
}

/** True when there is something that can be scored. */
async function openNext(dropped: DroppedFile[], isClosed: () => boolean): Promise<boolean> {
  if (dropped.length === 1 && (await openScoresFile(dropped[0], isClosed))) return false;
  const [table, ...furtherTables] = dropped.filter(isTable);
  if (table && furtherTables.length === 0) {
    const others = dropped.filter((item) => item !== table);
    const isReady = others.length > 0 && (await openNext(others, isClosed));
    if (isClosed()) return false;
    if (useCohortStore.getState().cohort) {
      await joinTable(table);
      return isReady;
    }
  }
  return openFolder(dropped, isClosed);
}

/** Takes the problems of the last drop off the screen. */
export function dismissProblems(): void {
  useCohortStore.setState({ problems: [] });
}

/** A table that was dropped by itself and not within a folder: it says something about the open cases. */
function isTable({ path }: DroppedFile): boolean {
  return /^[^/]+\.(csv|tsv)$/i.test(path);
}

async function joinTable({ file }: DroppedFile): Promise<void> {
  dismissProblems();
  await openAttributes(file);
  navigate({ screen: 'cohort' });
}
