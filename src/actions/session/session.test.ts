// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startCamera } from '../../domain/camera';
import { changed, startHistory } from '../../domain/history';
import type { AnswerResult } from '../../domain/results';
import type { Scene } from '../../domain/scenes';
import { useAnnotationsStore } from '../../stores/annotationsStore';
import { useAnswersStore } from '../../stores/answersStore';
import { useCameraStore } from '../../stores/cameraStore';
import { emptyCohort, useCohortStore } from '../../stores/cohortStore';
import { emptyScenes, useScenesStore } from '../../stores/scenesStore';
import { useSessionStore } from '../../stores/sessionStore';
import { emptySelection, useViewStore } from '../../stores/viewStore';
import { handInWorkers } from '../pool';
import { idleWorker } from '../testWorkers';
import { removeSession } from './continueSession';
import { listSessions } from './listSessions';
import { isSameFolder, recallByFiles, recallDocument, recallSession } from './recallSession';
import { leaveSession, rememberSession, sessionWritten, writeSession } from './rememberSession';
import { deleteSession, readEntries, sessionDatabase } from './sessionDatabase';
import { readSessionDocument, sessionDocument } from './sessionDocument';
import { sessionSlices } from './sessionSlices';

handInWorkers(idleWorker);

function result(caseId: string): AnswerResult {
  return {
    caseId,
    model: 'unet',
    reference: { file: `labelsTr/${caseId}.nii.gz`, bytes: 5, modified: 1000 },
    prediction: { file: `predictions_unet/${caseId}.nii.gz`, bytes: 6, modified: 2000 },
    shape: [2, 2, 2],
    spacingMm: [1, 1, 1],
    warnings: [],
    confusion: {
      labels: [0, 1],
      counts: [
        [4, 1],
        [1, 2],
      ],
    },
  };
}

function openCohort(caseIds: string[]): void {
  const files = new Map(
    caseIds.flatMap((id) =>
      [`labelsTr/${id}.nii.gz`, `predictions_unet/${id}.nii.gz`].map((path) => [
        path,
        new File(['voxels'], path, { lastModified: 1000 }),
      ]),
    ),
  );
  useCohortStore.setState({
    ...emptyCohort,
    files,
    scheme: {
      name: 'by hand',
      labels: [{ value: 1, name: 'core' }],
      regions: [],
      regionsClassOrder: [],
      ignoreLabel: null,
    },
    isSchemeConfirmed: true,
    isReviewed: true,
    turnedByHeader: ['one\nunet'],
    cohort: {
      name: 'mine',
      models: ['unet'],
      scheme: null,
      unclaimed: [],
      cases: caseIds.map((id) => ({
        id,
        images: [],
        reference: `labelsTr/${id}.nii.gz`,
        predictions: [{ model: 'unet', labelMap: `predictions_unet/${id}.nii.gz` }],
      })),
    },
  });
  useAnswersStore.setState({
    answers: Object.fromEntries(caseIds.map((id) => [`${id}\nunet`, { result: result(id) }])),
  });
}

function close(): void {
  leaveSession();
  useCohortStore.setState(emptyCohort);
}

async function currentId(): Promise<string> {
  await writeSession();
  await sessionWritten();
  return useSessionStore.getState().currentId ?? '';
}

function scene(caption: string): Scene {
  const view = useViewStore.getInitialState();
  const { structure, cause, layout, sidePanes, arrangement, drawing, hidden, shares } = view;
  return {
    id: caption,
    caption,
    notes: '',
    picture: {
      ...{ caseId: 'one', model: 'unet', structure, view: 'errors', cause, layout, voxel: [1, 1, 1] },
      ...{ sidePanes, arrangement, drawing, hidden, shares, isBlinking: false, curtain: 0.5 },
      ...{ modality: 't1', opacity: 0.25, thresholdStep: null, window: 'full' },
      camera: { ...startCamera, zoom: 4 },
    },
  };
}

let stop = () => {};

beforeEach(() => {
  useSessionStore.setState(useSessionStore.getInitialState());
  stop = rememberSession();
});

afterEach(async () => {
  stop();
  useCohortStore.setState(emptyCohort);
  await sessionWritten();
  await Promise.all([sessionDatabase.sessions.clear(), sessionDatabase.entries.clear()]);
});

describe('a session', () => {
  test('comes back with scheme, results, corrections and marks, and with its files closed', async () => {
    openCohort(['one', 'two']);
    useAnnotationsStore.setState({ annotations: { one: { mark: 'excluded', note: 'moved' } } });
    useViewStore.setState({ screen: 'case', caseId: 'two', model: 'unet', tauMm: 2 });
    const before = { ...useCohortStore.getState() };
    const { answers } = useAnswersStore.getState();
    const id = await currentId();
    close();
    expect(useAnnotationsStore.getState().annotations).toEqual({});
    expect(useAnswersStore.getState().answers).toEqual({});
    useViewStore.setState({ screen: 'start', caseId: null, tauMm: null });

    expect(await recallSession(id)).toBe(true);
    const after = useCohortStore.getState();
    for (const key of [
      'cohort',
      'scheme',
      'isSchemeConfirmed',
      'isReviewed',
      'edits',
      'turnedByHeader',
    ] as const) {
      expect(after[key], key).toEqual(before[key]);
    }
    expect(useAnswersStore.getState().answers).toEqual(answers);
    expect(useAnnotationsStore.getState().annotations.one).toEqual({ mark: 'excluded', note: 'moved' });
    expect(useViewStore.getState()).toMatchObject({ screen: 'case', caseId: 'two', tauMm: 2 });
    expect(after.files.size).toBe(0);
    expect(after.closedFiles.get('labelsTr/one.nii.gz')).toEqual({ size: 6, modified: 1000 });
  });

  test('keeps its scenes, and forgets what was deleted before it was left', async () => {
    openCohort(['one']);
    useScenesStore.setState({
      scenes: changed(startHistory([scene('gone')]), [scene('kept')]),
      current: null,
    });
    const id = await currentId();
    close();
    expect(useScenesStore.getState()).toEqual(emptyScenes);
    await recallSession(id);
    expect(useScenesStore.getState().scenes).toEqual(startHistory([scene('kept')]));
    expect(JSON.stringify(sessionDocument())).toContain('kept');
    expect(JSON.stringify(sessionDocument())).not.toContain('gone');
  });

  test('an address of a presentation brings back its scene with all that belongs to it', async () => {
    openCohort(['one', 'two']);
    useViewStore.setState({ screen: 'case', caseId: 'two', model: 'unet' });
    useScenesStore.setState({ scenes: startHistory([scene('first'), scene('second')]), current: null });
    const id = await currentId();
    close();
    useViewStore.setState({ ...emptySelection });
    const selection = { ...emptySelection, screen: 'present', scene: 2 } as const;
    useViewStore.setState({ wanted: { selection, settings: {} } });
    await recallSession(id);
    expect(useViewStore.getState()).toMatchObject({
      screen: 'present',
      scene: 2,
      caseId: 'one',
      opacity: 0.25,
      wanted: null,
    });
    expect(useCameraStore.getState()).toMatchObject({ zoom: 4, windows: { t1: 'full' } });
  });

  test('writes only the entries that changed', async () => {
    openCohort(['one', 'two', 'three']);
    const id = await currentId();
    const put = vi.spyOn(sessionDatabase.entries, 'bulkPut');
    useAnswersStore.setState(({ answers }) => ({
      answers: { ...answers, 'two\nunet': { result: { ...result('two'), warnings: [] } } },
    }));
    await currentId();
    expect(put.mock.calls.flatMap(([rows]) => rows.map(({ slice, key }) => `${slice} ${key}`))).toEqual([
      'results two\nunet',
    ]);
    put.mockRestore();
    const { 'one\nunet': _, ...others } = useAnswersStore.getState().answers;
    useAnswersStore.setState({ answers: others });
    await currentId();
    expect((await readEntries(id, 'results')).map(({ key }) => key)).toEqual(['three\nunet', 'two\nunet']);
  });

  test('still writes what changed just before it was closed', async () => {
    openCohort(['one']);
    const id = await currentId();
    useAnnotationsStore.setState({ annotations: { one: { mark: 'ok', note: 'last words' } } });
    close();
    await sessionWritten();
    expect((await readEntries(id, 'annotations')).map(({ value }) => value)).toEqual([
      { mark: 'ok', note: 'last words' },
    ]);
  });

  test('comes back whole when it has more entries than are read at once', async () => {
    const ids = Array.from({ length: 450 }, (_, index) => `case-${index}`);
    openCohort(ids);
    const id = await currentId();
    close();
    await recallSession(id);
    expect(Object.keys(useAnswersStore.getState().answers)).toHaveLength(450);
    expect(useAnswersStore.getState().answers['case-449\nunet']).toEqual({ result: result('case-449') });
  });

  test('is listed with what it holds, the last opened first, and is gone when it is forgotten', async () => {
    openCohort(['one', 'two']);
    const first = await currentId();
    close();
    await sessionWritten();
    await new Promise((resolve) => setTimeout(resolve, 5));
    openCohort(['three']);
    const second = await currentId();
    const sessions = await listSessions();
    expect(sessions.map(({ id }) => id)).toEqual([second, first]);
    expect(sessions[1]).toMatchObject({
      name: 'mine',
      caseCount: 2,
      modelCount: 1,
      scoredCount: 2,
      pairCount: 2,
    });
    await deleteSession(first);
    expect(await readEntries(first)).toEqual([]);
    expect((await readEntries(second)).length).toBeGreaterThan(0);
    close();
    expect(await recallSession(first)).toBe(false);
  });

  test('is found by its files, and is another one when none of them is unchanged', async () => {
    openCohort(['one', 'two']);
    const id = await currentId();
    const known = new Map(
      [...useCohortStore.getState().files.keys()].map((path) => [path, { size: 6, modified: 1000 }]),
    );
    close();
    await sessionWritten();
    const changed = new Map([...known.keys()].map((path) => [path, { size: 7, modified: 1000 }]));
    expect(await recallByFiles(changed)).toBe(false);
    expect(await recallByFiles(new Map([...known].slice(0, 1)))).toBe(false);
    expect(await recallByFiles(known)).toBe(true);
    expect(useSessionStore.getState().currentId).toBe(id);
  });

  test('goes on without storage, says why, and writes everything once the browser stores again', async () => {
    const put = vi
      .spyOn(sessionDatabase.entries, 'bulkPut')
      .mockRejectedValue(new Error('QuotaExceededError'));
    openCohort(['one']);
    await writeSession();
    await sessionWritten();
    expect(useSessionStore.getState()).toMatchObject({
      storageProblem: 'full',
      storageDetail: 'QuotaExceededError',
    });
    useAnnotationsStore.setState({ annotations: { one: { mark: 'ok', note: '' } } });
    await writeSession();
    expect(useSessionStore.getState().storageProblem).toBe('full');
    put.mockRestore();
    const id = await currentId();
    await vi.waitFor(() => expect(useSessionStore.getState().storageProblem).toBeNull(), 8000);
    close();
    await sessionWritten();
    expect(await recallSession(id)).toBe(true);
    expect(useCohortStore.getState().cohort?.cases).toHaveLength(1);
    expect(useAnnotationsStore.getState().annotations).toEqual({ one: { mark: 'ok', note: '' } });
  });

  test('writes nothing more of a session that was forgotten while the browser stored nothing', async () => {
    const put = vi.spyOn(sessionDatabase.entries, 'bulkPut').mockRejectedValue(new Error('no disk'));
    openCohort(['one']);
    await writeSession();
    const id = await currentId();
    await removeSession(id);
    put.mockRestore();
    await writeSession();
    expect(await readEntries(id)).toEqual([]);
    expect(await sessionDatabase.sessions.get(id)).toBeUndefined();
  });
});

describe('a session file', () => {
  test('gives back every slice, with maps and numbers that JSON does not know', () => {
    openCohort(['one']);
    useAnnotationsStore.setState({ annotations: { one: { mark: null, note: 'NaN' } } });
    useViewStore.setState({ screen: 'case', caseId: 'one', model: 'unet', tauMm: Number.POSITIVE_INFINITY });
    const text = JSON.stringify(sessionDocument());
    const before = useCohortStore.getState();
    close();
    expect(recallDocument(JSON.parse(text))).toBe(true);
    expect(useCohortStore.getState().cohort).toEqual(before.cohort);
    expect(useCohortStore.getState().closedFiles.size).toBe(2);
    expect(useAnnotationsStore.getState().annotations.one).toEqual({ mark: null, note: 'NaN' });
    expect(useViewStore.getState()).toMatchObject({ caseId: 'one', tauMm: Number.POSITIVE_INFINITY });
  });

  test.each([
    ['nothing', undefined],
    ['another version', { version: 2, slices: {} }],
    ['cases that are no list', { version: 1, slices: { cohort: { cohort: { cases: 3 } } } }],
    [
      'predictions without a model',
      {
        version: 1,
        slices: {
          cohort: {
            cohort: { models: [], unclaimed: [], cases: [{ id: 'x', images: [], predictions: [1] }] },
          },
        },
      },
    ],
    [
      'ratings of no case',
      { version: 1, slices: { rating: { study: { scale: 'five', items: [1] }, ratings: {} } } },
    ],
    [
      'a rating on an unknown scale',
      { version: 1, slices: { rating: { study: { scale: 'ten', items: [] } } } },
    ],
    [
      'scenes without a picture',
      { version: 1, slices: { scenes: { list: [{ ...scene('x'), picture: 1 }] } } },
    ],
    ['scenes that are no list', { version: 1, slices: { scenes: { list: { 0: scene('x') } } } }],
    ['notes that are no text', { version: 1, slices: { annotations: { one: { mark: 'ok', note: 3 } } } }],
  ])('leaves out %s', (_, json) => {
    expect([...readSessionDocument(json).keys()]).toEqual([]);
  });

  test('holds nothing that means something in one browser only', () => {
    openCohort(['one']);
    useSessionStore.setState({ roots: [{ name: 'secret' } as FileSystemHandle] });
    expect(JSON.stringify(sessionDocument())).not.toContain('secret');
    expect(sessionSlices.find(({ name }) => name === 'origin')?.isBrowserOnly).toBe(true);
  });
});

test('a folder is the same one when half of it is there and something in it is unchanged', () => {
  const stamp = (modified: number) => ({ size: 1, modified });
  const known = new Map([
    ['a', stamp(1)],
    ['b', stamp(1)],
    ['c', stamp(1)],
    ['d', stamp(1)],
  ]);
  expect(
    isSameFolder(
      known,
      new Map([
        ['a', stamp(1)],
        ['b', stamp(9)],
      ]),
    ),
  ).toBe(true);
  expect(isSameFolder(known, new Map([['a', stamp(1)]]))).toBe(false);
  expect(isSameFolder(known, new Map([...known.keys()].map((path) => [path, stamp(9)])))).toBe(false);
});
