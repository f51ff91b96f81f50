import { useEffect, useRef } from 'react';
import { stepScene } from '../../actions/changeScenes';
import { type FromNotes, openPresenterChannel, type ToNotes } from './presenterChannel';

type State = Extract<ToNotes, { kind: 'scene' }>;

/** Keeps the window with the notes at the scene that is presented, and turns scenes when asked there. */
export function usePresenterChannel(state: Omit<State, 'kind' | 'startedAt'> | null): void {
  const tell = useRef<() => void>(() => {});
  const latest = useRef(state);
  useEffect(() => {
    const channel = openPresenterChannel();
    const startedAt = Date.now();
    const say = (message: ToNotes) => channel.postMessage(message);
    const end = () => say({ kind: 'ended' });
    tell.current = () => latest.current && say({ ...latest.current, kind: 'scene', startedAt });
    channel.onmessage = ({ data }: MessageEvent<FromNotes>) => {
      if (data.kind === 'hello') tell.current();
      else if (data.kind === 'step') stepScene(data.step);
    };
    window.addEventListener('pagehide', end);
    return () => {
      end();
      window.removeEventListener('pagehide', end);
      channel.close();
    };
  }, []);
  useEffect(() => {
    latest.current = state;
    tell.current();
  });
}
