// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { startCamera } from '../domain/camera';
import { useCameraStore } from '../stores/cameraStore';
import { emptyCohort, useCohortStore } from '../stores/cohortStore';
import { emptyScenes, useScenesStore } from '../stores/scenesStore';
import { useViewStore } from '../stores/viewStore';
import {
  duplicateScene,
  keepScene,
  moveScene,
  openScene,
  redoScenes,
  removeScene,
  retakeScene,
  startPresenting,
  stepScene,
  undoScenes,
  writeScene,
} from './changeScenes';
import { handInWorkers } from './pool';
import { pictureOnScreen } from './showPicture';
import { idleWorker } from './testWorkers';

handInWorkers(idleWorker);

const list = () => useScenesStore.getState().scenes.now;
const captions = () => list().map(({ caption }) => caption);
const idOf = (caption: string) => list().find((scene) => scene.caption === caption)!.id;

function show(caseId: string, zoom: number): void {
  useViewStore.setState({ screen: 'case', caseId, model: 'unet', view: 'errors', voxel: [1, 2, 3] });
  useCameraStore.setState({ zoom });
}

function keepAs(caption: string): void {
  keepScene();
  writeScene(useScenesStore.getState().current!, { caption });
}

beforeEach(() => {
  useViewStore.setState(useViewStore.getInitialState());
  useCameraStore.setState(useCameraStore.getInitialState(), true);
  useScenesStore.setState(emptyScenes);
  const item = (id: string) => ({
    id,
    images: [
      { name: 't1', path: `${id}-t1` },
      { name: 't2', path: `${id}-t2` },
    ],
    predictions: [{ model: 'unet' }],
  });
  const paths = ['one-t1', 'one-t2', 'two-t1', 'two-t2'];
  useCohortStore.setState({
    ...emptyCohort,
    files: new Map(paths.map((path) => [path, new File([], path)])),
    cohort: { name: '', models: ['unet'], scheme: null, unclaimed: [], cases: ['one', 'two'].map(item) },
  });
});

describe('scenes', () => {
  test('nothing is kept while no case is on screen', () => {
    keepScene();
    expect(list()).toEqual([]);
  });

  test('a kept picture comes back whole, whatever was done to the screen since', () => {
    show('one', 3);
    useCameraStore.setState({ windows: { t1: [0.2, 0.4] } });
    useViewStore.setState({ shares: { 'label:1': 0.5 }, curtain: 0.3, hidden: ['label:2'] });
    const before = pictureOnScreen();
    keepAs('first');
    show('two', 1);
    useCameraStore.setState({ ...startCamera, windows: { t1: 'full' } });
    useViewStore.setState({ shares: {}, curtain: 0.5, hidden: [], opacity: 0.1, layout: 'render' });
    openScene(idOf('first'));
    expect(pictureOnScreen()).toEqual(before);
    expect(before).toMatchObject({ modality: 't1', window: [0.2, 0.4], camera: { zoom: 3 } });
  });

  test('keeping, writing, moving, duplicating and deleting can all be undone and done again', () => {
    show('one', 1);
    for (const caption of ['a', 'b', 'c']) keepAs(caption);
    moveScene(idOf('c'), -1);
    moveScene(idOf('c'), -1);
    expect(captions()).toEqual(['c', 'a', 'b']);
    duplicateScene(idOf('a'));
    removeScene(idOf('b'));
    expect(captions()).toEqual(['c', 'a', 'a']);
    const steps: string[][] = [];
    for (let step = 0; step < 4; step++) {
      undoScenes();
      steps.push(captions());
    }
    expect(steps).toEqual([
      ['c', 'a', 'a', 'b'],
      ['c', 'a', 'b'],
      ['a', 'c', 'b'],
      ['a', 'b', 'c'],
    ]);
    for (let step = 0; step < 4; step++) redoScenes();
    expect(captions()).toEqual(['c', 'a', 'a']);
  });

  test('a move at either end of the list is no step for undo', () => {
    show('one', 1);
    keepAs('only');
    const { past } = useScenesStore.getState().scenes;
    moveScene(idOf('only'), -1);
    moveScene(idOf('only'), 1);
    expect(useScenesStore.getState().scenes.past).toBe(past);
  });

  test('typing a caption is one step, and the notes are another', () => {
    show('one', 1);
    keepScene();
    const { id } = list()[0];
    for (const caption of ['T', 'Th', 'The']) writeScene(id, { caption });
    for (const notes of ['s', 'sa', 'say']) writeScene(id, { notes });
    undoScenes();
    expect(list()[0]).toMatchObject({ caption: 'The', notes: '' });
    undoScenes();
    expect(list()[0].caption).toBe('');
  });

  test('a scene is kept behind the current one, and takes another picture when asked', () => {
    show('one', 1);
    for (const caption of ['a', 'b']) keepAs(caption);
    openScene(idOf('a'));
    keepAs('between');
    expect(captions()).toEqual(['a', 'between', 'b']);
    useCameraStore.setState({ zoom: 7 });
    retakeScene(idOf('b'));
    expect(list()[2].picture.camera.zoom).toBe(7);
    expect(list()[0].picture.camera.zoom).toBe(1);
  });
});

describe('a presentation', () => {
  test('begins at the current scene, turns within its ends, and never changes what is kept', () => {
    show('one', 2);
    for (const caption of ['a', 'b', 'c']) keepAs(caption);
    const kept = list();
    openScene(idOf('b'));
    startPresenting();
    expect(useViewStore.getState()).toMatchObject({ screen: 'present', scene: 2, caseId: 'one' });
    useCameraStore.setState({ zoom: 9 });
    useViewStore.setState({ voxel: [5, 5, 5] });
    stepScene(1);
    stepScene(1);
    expect(useViewStore.getState()).toMatchObject({ scene: 3, voxel: [1, 2, 3] });
    expect(useCameraStore.getState().zoom).toBe(2);
    for (let step = 0; step < 4; step++) stepScene(-1);
    expect(useViewStore.getState().scene).toBe(1);
    expect(list()).toBe(kept);
  });

  test('goes to a scene whose case is gone without leaving the case on screen', () => {
    show('one', 1);
    keepAs('here');
    show('gone', 1);
    keepAs('gone');
    openScene(idOf('here'));
    startPresenting();
    stepScene(1);
    expect(useViewStore.getState()).toMatchObject({ screen: 'present', scene: 2, caseId: 'one' });
  });
});
