import type { Settings } from '../../stores/viewStore';

/** What the presentation tells the window with the notes. */
export type ToNotes =
  | {
      kind: 'scene';
      number: number;
      total: number;
      caption: string;
      notes: string;
      /** The caption of the next scene; null at the end. */
      next: string | null;
      /** ms since 1970. */
      startedAt: number;
      appearance: Pick<Settings, 'language' | 'colorScheme'>;
    }
  | { kind: 'ended' };

/** What the window with the notes asks of the presentation: to tell where it is, or to turn the scenes. */
export type FromNotes = { kind: 'hello' } | { kind: 'step'; step: 1 | -1 };

/** Windows of one browser on one address; nothing that is said here leaves it. */
export function openPresenterChannel(): BroadcastChannel {
  return new BroadcastChannel('regionlens-presentation');
}
