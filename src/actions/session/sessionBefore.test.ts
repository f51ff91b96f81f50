// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { useAnnotationsStore } from '../../stores/annotationsStore';
import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';
import { useRatingStore } from '../../stores/ratingStore';
import { useScenesStore } from '../../stores/scenesStore';
import type { SessionSummary } from '../../stores/sessionStore';
import { useViewStore } from '../../stores/viewStore';
import { handInWorkers } from '../pool';
import { idleWorker } from '../testWorkers';
import sessionBefore from './fixtures/session-a21d1ac.json';
import { recallSession } from './recallSession';
import { rememberSession, sessionWritten, writeSession } from './rememberSession';
import { readEntries, type StoredEntry, sessionDatabase } from './sessionDatabase';

handInWorkers(idleWorker);

/** The entries of a session that commit a21d1ac wrote; maps and numbers that JSON cannot say are marked. */
function storedBefore(): { sessions: SessionSummary[]; entries: StoredEntry[] } {
  return JSON.parse(JSON.stringify(sessionBefore), (_, value) => {
    if (value?.$map) return new Map(value.$map);
    return value?.$number ? Number(value.$number) : value;
  });
}

test('a session that the version before stored comes back whole, and is written as it was', async () => {
  rememberSession();
  const stored = storedBefore();
  await sessionDatabase.sessions.bulkPut(stored.sessions);
  await sessionDatabase.entries.bulkPut(stored.entries);
  const [{ id }] = stored.sessions;
  const ofSlice = (slice: string) =>
    Object.fromEntries(
      stored.entries.filter((entry) => entry.slice === slice).map(({ key, value }) => [key, value]),
    );
  const [results, measures, checks, failures] = [
    ofSlice('results'),
    ofSlice('measures'),
    ofSlice('reconstructions'),
    ofSlice('failures'),
  ];
  expect(Object.keys({ ...results, ...measures, ...checks })).toEqual(['one\nunet']);

  expect(await recallSession(id)).toBe(true);
  expect(useAnswersStore.getState().answers).toEqual({
    'one\nunet': {
      result: results['one\nunet'],
      measures: measures['one\nunet'],
      check: checks['one\nunet'],
    },
    'one\nlate': { failure: failures['one\nlate'] },
  });
  expect(useCohortStore.getState()).toMatchObject(ofSlice('cohort'));
  expect(useAnnotationsStore.getState().annotations.one).toEqual({ mark: 'excluded', note: 'moved' });
  expect(useRatingStore.getState().ratings).toEqual({
    'one\nunet': { step: 4, text: 'good', isBlinded: true },
  });
  expect(useScenesStore.getState().scenes.now.map(({ caption }) => caption)).toEqual(['the rim']);
  expect(useViewStore.getState()).toMatchObject({ screen: 'case', caseId: 'one', tauMm: 2 });

  useAnnotationsStore.setState({ annotations: { one: { mark: null, note: 'looked at again' } } });
  await writeSession();
  await sessionWritten();
  for (const slice of ['results', 'failures', 'measures', 'reconstructions'] as const) {
    const kept = await readEntries(id, slice);
    expect(Object.fromEntries(kept.map(({ key, value }) => [key, value])), slice).toEqual(ofSlice(slice));
  }
});
