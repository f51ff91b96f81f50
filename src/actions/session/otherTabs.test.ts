// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startHistory } from '../../domain/history';
import type { Rating } from '../../domain/rating';
import type { Scene } from '../../domain/scenes';
import { idleWorker } from '../testWorkers';

const tabs: { stop: () => void }[] = [];

/** A page of its own: every module anew, the browser's storage and channels shared. */
async function openTab() {
  vi.resetModules();
  const [
    cohort,
    annotations,
    scenes,
    rating,
    session,
    remember,
    recall,
    others,
    going,
    list,
    database,
    view,
    pool,
  ] = await Promise.all([
    import('../../stores/cohortStore'),
    import('../../stores/annotationsStore'),
    import('../../stores/scenesStore'),
    import('../../stores/ratingStore'),
    import('../../stores/sessionStore'),
    import('./rememberSession'),
    import('./recallSession'),
    import('./otherTabs'),
    import('./continueSession'),
    import('./listSessions'),
    import('./sessionDatabase'),
    import('../../stores/viewStore'),
    import('../pool'),
  ]);
  pool.handInWorkers(idleWorker);
  const stop = others.rememberWithOtherTabs();
  const tab = {
    ...{ ...cohort, ...annotations, ...scenes, ...rating, ...session, ...remember, ...recall, ...going },
    ...{ ...list, ...database, ...view, stop },
    note: (caseId: string, note: string) =>
      annotations.useAnnotationsStore.setState(({ annotations: before }) => ({
        annotations: { ...before, [caseId]: { mark: null, note } },
      })),
    notes: () =>
      Object.fromEntries(
        Object.entries(annotations.useAnnotationsStore.getState().annotations).map(([id, { note }]) => [
          id,
          note,
        ]),
      ),
    written: async () => {
      await remember.writeSession();
      await remember.sessionWritten();
    },
  };
  tabs.push(tab);
  return tab;
}

type Tab = Awaited<ReturnType<typeof openTab>>;

const scheme = (name: string) => ({
  name,
  labels: [{ value: 1, name: 'core' }],
  regions: [],
  regionsClassOrder: [],
  ignoreLabel: null,
});

/** A session that is open in two tabs. */
async function twoTabs(): Promise<[Tab, Tab, string]> {
  const first = await openTab();
  first.useCohortStore.setState({
    ...first.emptyCohort,
    scheme: scheme('before'),
    isSchemeConfirmed: true,
    isReviewed: true,
    cohort: {
      ...{ name: 'mine', models: ['unet'], scheme: null, unclaimed: [] },
      cases: ['one', 'two'].map((id) => ({ id, images: [], predictions: [{ model: 'unet' }] })),
    },
  });
  first.note('one', 'before');
  await first.written();
  const id = first.useSessionStore.getState().currentId ?? '';
  const second = await openTab();
  expect(await second.recallSession(id)).toBe(true);
  await vi.waitFor(() => expect(first.useSessionStore.getState().otherTab).not.toBeNull());
  await vi.waitFor(() => expect(second.useSessionStore.getState().otherTab).not.toBeNull());
  return [first, second, id];
}

/** What a third page, opened later, finds. */
async function reopened(id: string): Promise<Tab> {
  const tab = await openTab();
  await tab.recallSession(id);
  return tab;
}

const scene = (id: string) => ({ id, caption: id, notes: '', picture: {} }) as unknown as Scene;
const rated = (text: string) => ({ step: 1, text, isBlinded: true }) as unknown as Rating;

afterEach(async () => {
  const [first] = tabs;
  await Promise.all(tabs.map((tab) => (tab as Tab).sessionWritten()));
  for (const { stop } of tabs) stop();
  await Promise.all(tabs.map((tab) => (tab as Tab).sessionWritten()));
  const { sessionDatabase } = first as Tab;
  await Promise.all([sessionDatabase.sessions.clear(), sessionDatabase.entries.clear()]);
  localStorage.clear();
  tabs.length = 0;
});

describe('two tabs on one session', () => {
  test('meet: what is entered in one appears in the other, and both say that there is another', async () => {
    const [first, second, id] = await twoTabs();
    first.note('one', 'from the first');
    second.note('two', 'from the second');
    const both = { one: 'from the first', two: 'from the second' };
    await vi.waitFor(() => expect([first.notes(), second.notes()]).toEqual([both, both]));
    expect(first.useSessionStore.getState().otherTab?.taken).toBe(1);
    expect(second.useSessionStore.getState().otherTab?.taken).toBe(1);
    await Promise.all([first.written(), second.written()]);
    expect((await reopened(id)).notes()).toEqual(both);
  });

  test('of the same entry the newest counts, in both and in what is kept', async () => {
    const [first, second, id] = await twoTabs();
    first.note('one', 'older');
    await new Promise((resolve) => setTimeout(resolve, 20));
    second.note('one', 'newer');
    void first.writeSession();
    await new Promise((resolve) => setTimeout(resolve, 5));
    void second.writeSession();
    await vi.waitFor(() => expect([first.notes().one, second.notes().one]).toEqual(['newer', 'newer']));
    await Promise.all([first.written(), second.written()]);
    expect((await reopened(id)).notes().one).toBe('newer');
  });

  test('keep the scenes and ratings of both, and neither brings back what the other took away', async () => {
    const [first, second, id] = await twoTabs();
    const scenesOf = (tab: Tab) => tab.useScenesStore.getState().scenes.now.map(({ id: own }) => own);
    const keep = (tab: Tab, ids: string[]) =>
      tab.useScenesStore.setState({ scenes: startHistory(ids.map(scene)), current: null });
    keep(first, ['a']);
    keep(second, ['b']);
    first.useRatingStore.setState({ ratings: { 'one\nunet': rated('first') }, place: 1 });
    second.useRatingStore.setState({ ratings: { 'two\nunet': rated('second') }, place: 2 });
    await vi.waitFor(() => {
      for (const tab of [first, second]) {
        expect(scenesOf(tab).toSorted()).toEqual(['a', 'b']);
        expect(Object.keys(tab.useRatingStore.getState().ratings).sort()).toEqual(['one\nunet', 'two\nunet']);
      }
    });
    // Where each is among what is rated is its own.
    expect([first, second].map((tab) => tab.useRatingStore.getState().place)).toEqual([1, 2]);
    keep(
      first,
      scenesOf(first).filter((own) => own !== 'b'),
    );
    await vi.waitFor(() => expect(scenesOf(second)).toEqual(['a']));
    await Promise.all([first.written(), second.written()]);
    expect(scenesOf(await reopened(id))).toEqual(['a']);
  });

  test('have the same scheme', async () => {
    const [first, second] = await twoTabs();
    first.useCohortStore.setState({ scheme: scheme('after') });
    await vi.waitFor(() => expect(second.useCohortStore.getState().scheme?.name).toBe('after'));
  });

  test('say where files or roles were changed in the other', async () => {
    const [first, second] = await twoTabs();
    first.useCohortStore.setState(({ cohort }) => ({ cohort: cohort && { ...cohort, name: 'more' } }));
    await vi.waitFor(() => expect(second.useSessionStore.getState().otherTab?.hasOtherFiles).toBe(true));
    expect(second.useCohortStore.getState().cohort?.name).toBe('mine');
  });

  test('are alone again when one goes elsewhere', async () => {
    const [first, second] = await twoTabs();
    second.leaveSession();
    await vi.waitFor(() => expect(first.useSessionStore.getState().otherTab).toBeNull());
    first.note('two', 'alone');
    await first.written();
    expect(second.notes()).toEqual({});
  });

  test.each(['everything', 'the session'])(
    'forgetting %s in one empties the other, which writes nothing more',
    async (what) => {
      const [first, second, id] = await twoTabs();
      second.useViewStore.setState({ screen: 'case', caseId: 'one' });
      second.note('two', 'not yet written');
      await (what === 'everything' ? first.forgetEverything() : first.removeSession(id));
      await vi.waitFor(() => expect(second.useSessionStore.getState().isForgottenElsewhere).toBe(true));
      expect(second.useCohortStore.getState().cohort).toBeNull();
      expect(second.useViewStore.getState().screen).toBe('start');
      expect(second.notes()).toEqual({});
      expect(second.useSessionStore.getState()).toMatchObject({
        currentId: null,
        sessions: expect.not.arrayContaining([expect.objectContaining({ id })]),
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await second.sessionWritten();
      expect(await second.sessionDatabase.entries.count()).toBe(0);
      expect(await second.sessionDatabase.sessions.count()).toBe(0);
    },
  );

  test('a tab that heard nothing of it writes nothing more, either', async () => {
    const [first, second, id] = await twoTabs();
    await first.deleteSession(id);
    second.note('two', 'too late');
    await second.written();
    expect(await second.sessionDatabase.entries.count()).toBe(0);
    expect(second.useSessionStore.getState().isForgottenElsewhere).toBe(true);
    expect(second.useCohortStore.getState().cohort).toBeNull();
  });
});

describe('a page that is left', () => {
  /** The database does not answer before the page is gone. */
  async function leave(tab: Tab) {
    const { entries } = tab.sessionDatabase;
    const puts = vi.spyOn(entries, 'bulkPut').mockReturnValue(new Promise(() => {}) as never);
    const deletes = vi.spyOn(entries, 'bulkDelete').mockReturnValue(new Promise(() => {}) as never);
    window.dispatchEvent(new Event('pagehide'));
    tabs.splice(tabs.indexOf(tab), 1);
    return () => [puts, deletes].map((spy) => spy.mockRestore());
  }

  test('loses no key that was typed just before, and nothing that was taken away comes back', async () => {
    const first = await openTab();
    first.useCohortStore.setState({
      ...first.emptyCohort,
      cohort: { name: 'mine', models: [], scheme: null, unclaimed: [], cases: [] },
    });
    first.note('one', 'half a sent');
    first.note('two', 'gone soon');
    await first.written();
    const id = first.useSessionStore.getState().currentId ?? '';
    first.useAnnotationsStore.setState({ annotations: { one: { mark: null, note: 'half a sentence' } } });
    await leave(first);
    const next = await openTab();
    await next.listSessions();
    await next.recallSession(id);
    expect(next.notes()).toEqual({ one: 'half a sentence' });
    expect(Object.keys(localStorage).filter((key) => key.includes('unwritten'))).toEqual([]);
  });

  test('of a session that was forgotten meanwhile leaves nothing behind', async () => {
    const first = await openTab();
    first.useCohortStore.setState({
      ...first.emptyCohort,
      cohort: { name: 'mine', models: [], scheme: null, unclaimed: [], cases: [] },
    });
    await first.written();
    first.note('one', 'secret');
    await leave(first);
    const next = await openTab();
    await next.sessionDatabase.sessions.clear();
    await next.sessionDatabase.entries.clear();
    await next.listSessions();
    expect(await next.sessionDatabase.entries.count()).toBe(0);
    expect(JSON.stringify({ ...localStorage })).not.toContain('secret');
  });
});

describe('a database', () => {
  test('that does not answer keeps nobody waiting: the start page offers to go on, and takes the answer when it comes', async () => {
    const tab = await openTab();
    let answer: (sessions: unknown[]) => void = () => {};
    const waiting = new Promise<unknown[]>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(tab.sessionDatabase.sessions, 'orderBy').mockReturnValue({
      reverse: () => ({ toArray: () => waiting }),
    } as never);
    const continued = tab.continueAt({ screen: 'case', caseId: 'one' } as never);
    await expect(tab.recallByFiles(new Map())).resolves.toBe(false);
    await continued;
    expect(tab.useSessionStore.getState()).toMatchObject({
      storageProblem: 'silent',
      isRestoring: false,
      sessions: null,
    });
    answer([{ id: 'x' }]);
    await vi.waitFor(() => expect(tab.useSessionStore.getState().sessions).toEqual([{ id: 'x' }]));
    expect(tab.useSessionStore.getState().storageProblem).toBeNull();
  });

  test.each([
    ['that does not answer', 600_000, 'silent'],
    ['that answers again and again while much is written', 6000, null],
  ])('%s: a minute later its problem is told truly', async (_, answerMs, told) => {
    const tab = await openTab();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answers = vi
      .spyOn(tab.sessionDatabase, 'transaction')
      .mockImplementation((() => new Promise((done) => setTimeout(done, answerMs))) as never);
    tab.useCohortStore.setState({
      ...tab.emptyCohort,
      cohort: { name: 'mine', models: [], scheme: null, unclaimed: [], cases: [] },
    });
    for (let index = 0; index < 500; index++) tab.note(`case-${index}`, 'seen');
    void tab.writeSession();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tab.useSessionStore.getState().storageProblem).toBe(told);
    answers.mockRestore();
    await vi.advanceTimersByTimeAsync(600_000);
    vi.useRealTimers();
    await tab.written();
    expect(tab.useSessionStore.getState().storageProblem).toBeNull();
  });
});
