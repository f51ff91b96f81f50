import type { Picture } from './picture';

/** A picture that is kept to be shown again, with what is said about it. */
export interface Scene {
  id: string;
  caption: string;
  /** For the presenter's eyes alone. */
  notes: string;
  picture: Picture;
}

/** The list with a scene behind another one; at its end when there is no such scene. */
export function insertAfter(scenes: readonly Scene[], id: string | null, scene: Scene): Scene[] {
  const place = scenes.findIndex((item) => item.id === id);
  const at = place < 0 ? scenes.length : place + 1;
  return [...scenes.slice(0, at), scene, ...scenes.slice(at)];
}

/** The list with a scene one place earlier or later; the same list at its ends. */
export function moveScene(scenes: readonly Scene[], id: string, step: 1 | -1): readonly Scene[] {
  const from = scenes.findIndex((item) => item.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= scenes.length) return scenes;
  const moved = [...scenes];
  [moved[from], moved[to]] = [moved[to], moved[from]];
  return moved;
}

export function changeScene(
  scenes: readonly Scene[],
  id: string,
  change: Partial<Omit<Scene, 'id'>>,
): Scene[] {
  return scenes.map((item) => (item.id === id ? { ...item, ...change } : item));
}
