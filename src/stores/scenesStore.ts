import { create } from 'zustand';
import { type History, startHistory } from '../domain/history';
import type { Scene } from '../domain/scenes';

/** The scenes in the order in which they are shown. Facts alone: no pixel of a picture is ever here. */
export interface ScenesFacts {
  scenes: History<readonly Scene[]>;
  /** The scene that was kept or opened last. */
  current: string | null;
}

export const emptyScenes: ScenesFacts = { scenes: startHistory([]), current: null };

export const useScenesStore = create<ScenesFacts>(() => emptyScenes);
