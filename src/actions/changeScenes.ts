import { changed, type History, redo, undo } from '../domain/history';
import { changeScene, insertAfter, moveScene as moved, type Scene } from '../domain/scenes';
import { useScenesStore } from '../stores/scenesStore';
import { useViewStore } from '../stores/viewStore';
import { newId } from './newId';
import { pictureOnScreen, presentScene, showPicture } from './showPicture';

type Scenes = History<readonly Scene[]>;

/** Keeps the picture on screen as a scene behind the current one, and shows the list. */
export function keepScene(): void {
  const picture = pictureOnScreen();
  if (!picture) return;
  const scene: Scene = { id: newId(), caption: '', notes: '', picture };
  const { scenes, current } = useScenesStore.getState();
  useScenesStore.setState({
    scenes: changed(scenes, insertAfter(scenes.now, current, scene)),
    current: scene.id,
  });
  useViewStore.setState({ panel: 'scenes' });
}

/** Opens a scene on the screen of its case. */
export function openScene(id: string): void {
  const scene = useScenesStore.getState().scenes.now.find((item) => item.id === id);
  if (!scene) return;
  useScenesStore.setState({ current: id });
  showPicture(scene.picture);
}

/** Typing into one field is one step for undo. */
export function writeScene(id: string, change: { caption: string } | { notes: string }): void {
  replaceScenes(changeScene(now(), id, change), `${id} ${Object.keys(change)}`);
}

/** Gives a scene the picture on screen instead of its own. */
export function retakeScene(id: string): void {
  const picture = pictureOnScreen();
  if (picture) replaceScenes(changeScene(now(), id, { picture }));
}

export function moveScene(id: string, step: 1 | -1): void {
  replaceScenes(moved(now(), id, step));
}

export function duplicateScene(id: string): void {
  const scene = now().find((item) => item.id === id);
  if (!scene) return;
  const copy = { ...scene, id: newId() };
  replaceScenes(insertAfter(now(), id, copy));
  useScenesStore.setState({ current: copy.id });
}

/** The scene that takes the place of the removed one becomes the current one. */
export function removeScene(id: string): void {
  const place = now().findIndex((item) => item.id === id);
  const others = now().filter((item) => item.id !== id);
  replaceScenes(others);
  useScenesStore.setState({ current: (others[place] ?? others[place - 1])?.id ?? null });
}

export function undoScenes(): void {
  useScenesStore.setState(({ scenes }) => ({ scenes: undo(scenes) }));
}

export function redoScenes(): void {
  useScenesStore.setState(({ scenes }) => ({ scenes: redo(scenes) }));
}

/** Presents from the current scene on, else from the first. */
export function startPresenting(): void {
  const { current } = useScenesStore.getState();
  presentAt(
    Math.max(
      0,
      now().findIndex(({ id }) => id === current),
    ) + 1,
  );
}

/** The next or previous scene; stays at both ends. */
export function stepScene(step: 1 | -1): void {
  const next = useViewStore.getState().scene + step;
  if (next >= 1 && next <= now().length) presentAt(next);
}

function presentAt(scene: number): void {
  useScenesStore.setState({ current: now()[scene - 1]?.id ?? null });
  presentScene(scene);
}

function now(): readonly Scene[] {
  return useScenesStore.getState().scenes.now;
}

function replaceScenes(next: readonly Scene[], about: string | null = null): void {
  useScenesStore.setState(({ scenes }: { scenes: Scenes }) =>
    next === scenes.now ? {} : { scenes: changed(scenes, next, about) },
  );
}
