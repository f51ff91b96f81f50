// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { presetById } from '../domain/presets';
import { emptyCohort, useCohortStore } from '../stores/cohortStore';
import { noRegionVolumes, useRegionVolumesStore } from '../stores/regionVolumesStore';
import { type ShownAnswer, useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { askTurn } from './askTurn';
import { shownRegions, showRegions } from './showRegions';

const run = vi.hoisted(() => vi.fn());
vi.mock('./pool', () => {
  const pool = { run, size: 1, resume: () => {}, pause: () => {} };
  return { pool, promptPool: pool };
});

const { scheme } = presetById('brats-2023');
const key = 'a\nunet';
const answerOnScreen = { key } as ShownAnswer;

beforeEach(() => {
  run.mockReset();
  run.mockImplementation((job) =>
    job === 'openRegions' ? Promise.resolve({ steps: null }) : new Promise(() => {}),
  );
  const paths = ['labels/a.nii.gz', 'unet/a.nii.gz', 'unet/a.npz'];
  useCohortStore.setState({
    ...emptyCohort,
    scheme,
    isSchemeConfirmed: true,
    isReviewed: true,
    files: new Map(paths.map((path) => [path, new File(['voxels'], path)])),
    cohort: {
      name: '',
      models: ['unet'],
      scheme: null,
      unclaimed: [],
      cases: [
        {
          id: 'a',
          images: [],
          reference: paths[0],
          predictions: [
            { model: 'unet', labelMap: paths[1], raw: { kind: 'probabilities', path: paths[2] } },
          ],
        },
      ],
    },
  });
  useViewStore.setState({ screen: 'case', caseId: 'a', model: 'unet', panel: 'reconstruction' });
  useRegionVolumesStore.setState(noRegionVolumes);
  useShownAnswerStore.setState({ answer: answerOnScreen });
});

const askedOf = (job: string) =>
  run.mock.calls.filter(([name]) => name === job).map(([, request]) => request.askedTurn);

test('an answer is turned by header or left as stored, whatever was said before', () => {
  for (const asked of ['by-header', 'by-voxel', 'by-header'] as const) {
    askTurn('a', 'unet', asked);
    expect(useCohortStore.getState()).toMatchObject({
      turnedByHeader: asked === 'by-header' ? [key] : [],
      comparedByVoxel: asked === 'by-voxel' ? [key] : [],
    });
    expect(askedOf('openAnswer').at(-1)).toBe(asked);
  }
});

test('the raw regions on screen are read again as they are turned now', async () => {
  await showRegions();
  expect(askedOf('openRegions')).toEqual([null]);
  askTurn('a', 'unet', 'by-header');
  expect(askedOf('openRegions')).toEqual([null, 'by-header']);
});

test('raw regions that were read before a turn or under another scheme are not shown', async () => {
  await showRegions();
  expect(shownRegions()).not.toBeNull();
  useCohortStore.setState({ turnedByHeader: [key] });
  expect(shownRegions()).toBeNull();
  useCohortStore.setState({ turnedByHeader: [] });
  expect(shownRegions()).not.toBeNull();
  useCohortStore.setState({
    scheme: { ...scheme, regionsClassOrder: scheme.regionsClassOrder.toReversed() },
  });
  expect(shownRegions()).toBeNull();
});
