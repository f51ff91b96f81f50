// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerKey } from '../../domain/cohort';
import { presetById } from '../../domain/presets';
import { emptyCohort, useCohortStore } from '../../stores/cohortStore';
import { useErrorsStore } from '../../stores/errorsStore';
import { useRegionVolumesStore } from '../../stores/regionVolumesStore';
import { useShownAnswerStore } from '../../stores/shownAnswerStore';
import { useViewStore } from '../../stores/viewStore';
import { askTurn } from '../askTurn';
import { chooseScheme } from '../chooseScheme';
import { navigate, openPanel } from '../navigate';
import { handInWorkers } from '../pool';
import { workerThat } from '../testWorkers';
import { followScreen } from './followScreen';
import { shownRegions } from './shownRegions';

const run = vi.fn();
handInWorkers(workerThat(run));

const { scheme } = presetById('brats-2023');
const otherOrder = { ...scheme, regionsClassOrder: scheme.regionsClassOrder.toReversed() };

const jobs = {
  openAnswer: () => ({
    codes: new Uint8Array(8),
    pairs: [[0, 0]],
    values: [0],
    starts: {},
    slices: [new Uint32Array(2), new Uint32Array(2), new Uint32Array(2)],
    geometry: { shape: [2, 2, 2], spacingMm: [1, 1, 1], affine: [] },
    imageGrids: {},
  }),
  openRegions: () => ({ steps: null }),
  findErrors: () => ({ components: [] }),
};

function isShownJob(job: string): job is keyof typeof jobs {
  return job in jobs;
}

const asked = (job: string, caseId?: string) =>
  run.mock.calls
    .filter(
      ([name, request]) => name === job && (!caseId || request.reference.file.path === `labels/${caseId}`),
    )
    .map(([, request]) => request);

/** All that the facts ask for, and what follows from its being there. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setTimeout(resolve));
}

let unfollow: () => void;

beforeEach(async () => {
  run.mockReset();
  run.mockImplementation((job) => (isShownJob(job) ? jobs[job]() : new Promise(() => {})));
  const cases = ['a', 'b'].map((id) => ({
    id,
    images: [],
    reference: `labels/${id}`,
    predictions: [
      {
        model: 'unet',
        labelMap: `unet/${id}`,
        raw: { kind: 'probabilities' as const, path: `unet/${id}.npz` },
      },
    ],
  }));
  const paths = ['a', 'b'].flatMap((id) => [`labels/${id}`, `unet/${id}`, `unet/${id}.npz`]);
  useCohortStore.setState({
    ...emptyCohort,
    scheme,
    isSchemeConfirmed: true,
    isReviewed: true,
    files: new Map(paths.map((path) => [path, new File(['voxels'], path)])),
    cohort: { name: '', models: ['unet'], scheme: null, unclaimed: [], cases },
  });
  useViewStore.setState(useViewStore.getInitialState(), true);
  unfollow = followScreen();
  navigate({ screen: 'case', caseId: 'a', model: 'unet' });
  openPanel('reconstruction');
  await settle();
});

afterEach(async () => {
  useCohortStore.setState(emptyCohort);
  await settle();
  unfollow();
});

const shownKey = () => useShownAnswerStore.getState().answer?.key ?? null;

describe('what the screen needs', () => {
  test('is read once: the case, its raw regions, its errors, and the neighbour ahead', () => {
    expect(shownKey()).toBe(answerKey('a', 'unet'));
    expect([asked('openAnswer', 'a'), asked('openAnswer', 'b')].map(({ length }) => length)).toEqual([1, 1]);
    expect([asked('openRegions'), asked('findErrors')].map(({ length }) => length)).toEqual([1, 1]);
    expect(shownRegions()).not.toBeNull();
  });

  test('is read anew after a turn by header, with the voxels as they lie now', async () => {
    askTurn('a', 'unet', 'by-header');
    await settle();
    expect(asked('openAnswer', 'a').map(({ askedTurn }) => askedTurn)).toEqual([null, 'by-header']);
    expect(asked('openRegions').map(({ askedTurn }) => askedTurn)).toEqual([null, 'by-header']);
    expect(asked('findErrors')).toHaveLength(2);
    expect(shownRegions()).not.toBeNull();
  });

  test('is read anew under another class order', async () => {
    chooseScheme(otherOrder);
    await settle();
    expect(asked('openAnswer', 'a')).toHaveLength(2);
    expect(asked('openRegions').at(-1).scheme).toBe(otherOrder);
    expect(asked('findErrors')).toHaveLength(2);
  });

  test('stays as it is while slices, views and colours change, and comes back without reading', async () => {
    const before = run.mock.calls.length;
    navigate({ voxel: [1, 1, 1], view: 'causes' });
    chooseScheme({ ...scheme, labels: scheme.labels.map((label) => ({ ...label, color: '#123456' })) });
    await settle();
    navigate({ screen: 'cohort' });
    await settle();
    expect(shownKey()).toBeNull();
    navigate({ screen: 'case' });
    await settle();
    expect(shownKey()).toBe(answerKey('a', 'unet'));
    expect(run.mock.calls.slice(before).filter(([job]) => job === 'openAnswer')).toEqual([]);
  });
});

test('the case before stays on screen while the next is read, and goes at once where it is no longer true', async () => {
  let arrive = (): void => {};
  const waiting = () => new Promise((resolve) => (arrive = () => resolve(jobs.openAnswer())));
  useCohortStore.setState({ scheme: otherOrder });
  await settle();
  run.mockImplementation((job) => (job === 'openAnswer' ? waiting() : { components: [] }));
  useCohortStore.setState({ turnedByHeader: [answerKey('b', 'unet')] });
  navigate({ caseId: 'b' });
  await settle();
  expect(useShownAnswerStore.getState()).toMatchObject({ answer: { key: answerKey('a', 'unet') } });
  expect(useShownAnswerStore.getState().loadingKey).toBe(answerKey('b', 'unet'));
  arrive();
  await settle();
  expect(shownKey()).toBe(answerKey('b', 'unet'));
  askTurn('b', 'unet', 'by-voxel');
  await settle();
  expect(shownKey()).toBeNull();
  arrive();
  await settle();
  expect(shownKey()).toBe(answerKey('b', 'unet'));
});

test('errors and regions of former voxels are never those of what is on screen', async () => {
  useCohortStore.setState({ turnedByHeader: [answerKey('a', 'unet')] });
  expect(shownRegions()).toBeNull();
  await settle();
  expect(useErrorsStore.getState().key).toContain('by-header');
  expect(useRegionVolumesStore.getState().regions?.basis).toContain('by-header');
});

test('another case begins at the threshold of its saved map, and a link at its own', async () => {
  useViewStore.setState({ thresholdStep: 77 });
  navigate({ voxel: [0, 0, 0] });
  await settle();
  expect(useViewStore.getState().thresholdStep).toBe(77);
  navigate({ caseId: 'b' });
  await settle();
  expect(useViewStore.getState().thresholdStep).toBeNull();
});
