// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { useAttributesStore } from '../../stores/attributesStore';
import { useCohortStore } from '../../stores/cohortStore';
import { handInWorkers } from '../pool';
import { idleWorker } from '../testWorkers';
import { closeCohort } from './closeCohort';
import type { DroppedFile } from './droppedFile';
import { openFiles } from './openFiles';

handInWorkers(idleWorker);

const datasetJson = JSON.stringify({
  channel_names: { '0': 'T1' },
  labels: { background: 0, whole: [1, 2], core: 2 },
  regions_class_order: [1, 2],
  numTraining: 2,
  file_ending: '.nii.gz',
});

function dropped(path: string, content = 'voxels'): DroppedFile {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, file: new File([content], name, { lastModified: 1000 }) };
}

const predictions = (root: string, model: string) =>
  ['a', 'b'].map((id) => dropped(`${root}/predictions_${model}/${id}.nii.gz`));

/** An nnU-Net folder of two cases; reading its dataset.json takes until `arrive` is called. */
function folder(root: string, model: string) {
  const json = dropped(`${root}/dataset.json`);
  let arrive = () => {};
  const text = new Promise<string>((resolve) => {
    arrive = () => resolve(datasetJson);
  });
  Object.assign(json.file, { text: () => text });
  const references = ['a', 'b'].map((id) => dropped(`${root}/labelsTr/${id}.nii.gz`));
  return { files: [json, ...references, ...predictions(root, model)], arrive };
}

const open = () => {
  const { cohort } = useCohortStore.getState();
  return cohort && { name: cohort.name, models: cohort.models };
};
const opened = (name: string) => vi.waitFor(() => expect(open()?.name).toBe(name));

afterEach(closeCohort);

test('a drop while another one is read adds to it', async () => {
  const { files, arrive } = folder('D', 'unet');
  void openFiles(files);
  void openFiles(predictions('D', 'seg'));
  arrive();
  await vi.waitFor(() => expect(open()?.models.toSorted()).toEqual(['seg', 'unet']));
});

test('what is still being read when everything is closed does not come into what is opened next', async () => {
  const slow = folder('Slow', 'unet');
  void openFiles(slow.files);
  // Waits behind the slow one.
  void openFiles(predictions('Next', 'other'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  closeCohort();
  const next = folder('Next', 'seg');
  next.arrive();
  void openFiles(next.files);
  slow.arrive();
  await opened('Next');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(open()).toEqual({ name: 'Next', models: ['seg'] });
});

test('a table of attributes that is dropped with the cases is joined to them', async () => {
  const { files, arrive } = folder('D', 'unet');
  arrive();
  void openFiles([...files, dropped('sites.csv', 'case,site\na,Basel\nb,Lagos\nb2,Oslo\n')]);
  await vi.waitFor(() => {
    expect(useAttributesStore.getState().attributes?.values).toEqual({
      a: { site: 'Basel' },
      b: { site: 'Lagos' },
    });
  });
  await opened('D');
  // Cases that are added later are looked up in it, too.
  const more = ['labelsTr', 'predictions_unet'].map((part) => dropped(`D/${part}/b2.nii.gz`));
  expect(useAttributesStore.getState().attributes?.unmatched).toEqual(['b2']);
  void openFiles(more);
  await vi.waitFor(() => {
    expect(useAttributesStore.getState().attributes?.values.b2).toEqual({ site: 'Oslo' });
  });
});
