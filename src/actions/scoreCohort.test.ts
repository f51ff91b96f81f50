// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { answerKey } from '../domain/cohort';
import { writeNifti } from '../io/writeNifti';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { useWorkStore } from '../stores/workStore';
import { openFiles } from './opening/openFiles';
import { handInWorkers } from './pool';
import { busyWorker } from './testWorkers';

handInWorkers(busyWorker);

const datasetJson = JSON.stringify({
  channel_names: { '0': 'T1' },
  labels: { background: 0, whole: [1, 2], core: 2 },
  regions_class_order: [1, 2],
  numTraining: 2,
  file_ending: '.nii',
});

/** A ball of label 1 with a smaller one of label 2 in it, as many voxels along x from its place as is said. */
function balls(shift: number): Uint8Array<ArrayBuffer> {
  const voxels = new Uint8Array(12 ** 3);
  for (let voxel = 0; voxel < voxels.length; voxel++) {
    const [x, y, z] = [voxel % 12, Math.floor(voxel / 12) % 12, Math.floor(voxel / 144)];
    const distance = Math.hypot(x - 5 - shift, y - 6, z - 6);
    voxels[voxel] = distance < 2 ? 2 : distance < 4 ? 1 : 0;
  }
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  return writeNifti({ voxels, geometry: { shape: [12, 12, 12], spacingMm: [1, 1, 1], affine } });
}

function file(path: string, content: BlobPart): { path: string; file: File } {
  return { path, file: new File([content], path.slice(path.lastIndexOf('/') + 1), { lastModified: 1000 }) };
}

const idle = () =>
  vi.waitFor(() => expect(useWorkStore.getState().progress).toBeNull(), { timeout: 10_000, interval: 20 });

test('a folder is scored, then measured; one broken file costs its own answer, and a new one mends it', async () => {
  await openFiles([
    file('set/dataset.json', datasetJson),
    file('set/labelsTr/good.nii', balls(0)),
    file('set/labelsTr/bad.nii', balls(0)),
    file('set/predictions_unet/good.nii', balls(1)),
    file('set/predictions_unet/bad.nii', 'no volume'),
  ]);
  await idle();
  await vi.waitFor(() => {
    expect(useAnswersStore.getState().answers[answerKey('good', 'unet')]?.measures).toBeDefined();
  });
  const { answers } = useAnswersStore.getState();
  const { result, measures } = answers[answerKey('good', 'unet')];
  expect(result?.confusion.labels).toEqual([0, 1, 2]);
  expect(Object.keys(measures?.surfaces ?? {}).toSorted()).toEqual(['1', '1,2', '2']);
  expect(answers[answerKey('bad', 'unet')]).toMatchObject({
    failure: { caseId: 'bad', problem: { file: 'set/predictions_unet/bad.nii' } },
  });

  await openFiles([file('set/predictions_unet/bad.nii', balls(2))]);
  await idle();
  await vi.waitFor(() => {
    expect(useAnswersStore.getState().answers[answerKey('bad', 'unet')]?.measures).toBeDefined();
  });
  expect(useAnswersStore.getState().answers[answerKey('bad', 'unet')].failure).toBeUndefined();
  expect(useAnswersStore.getState().answers[answerKey('good', 'unet')].result).toBe(result);
  expect(useCohortStore.getState().problems).toEqual([]);
});
