import { answerKey } from '../domain/cohort';
import { caseScreens, useViewStore } from '../stores/viewStore';
import { pool } from './pool';

/** The picture (priority 2) goes before the numbers of the case on screen, and those before everything else. */
const onScreen = 1;
const background = -1;

/** The answerKey of the case on screen; '' while there is none. */
function shownKey(): string {
  const { screen, caseId, model } = useViewStore.getState();
  return caseScreens.includes(screen) ? answerKey(caseId ?? '', model ?? '') : '';
}

/**
 * Does what is waiting, by answerKey, in the background: the case on screen first, also when another one comes
 * on screen meanwhile, and one worker left free for it. Rejects with what `perform` rejects with.
 */
export async function shownFirst<Request>(
  requests: ReadonlyMap<string, Request>,
  perform: (key: string, request: Request, priority: number) => Promise<void>,
): Promise<void> {
  const waiting = new Map(requests);
  const take = async (key: string, priority: number) => {
    const request = waiting.get(key);
    if (request === undefined) return;
    waiting.delete(key);
    await perform(key, request, priority);
  };
  const asked: Promise<void>[] = [];
  const unsubscribe = useViewStore.subscribe(() => {
    const key = shownKey();
    // What cancelled work rejects with is told by the loop below.
    if (waiting.has(key)) asked.push(take(key, onScreen).catch(() => {}));
  });
  const next = () => (waiting.has(shownKey()) ? shownKey() : [...waiting.keys()][0]);
  try {
    await Promise.all(
      Array.from({ length: Math.max(1, pool.size - 1) }, async () => {
        for (let key = next(); key !== undefined; key = next()) await take(key, background);
      }),
    );
    await Promise.all(asked);
  } finally {
    unsubscribe();
  }
}
