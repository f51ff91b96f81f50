import { useInterval, useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { Appearance } from '../parts/Appearance';
import { type FromNotes, openPresenterChannel, type ToNotes } from './presenterChannel';
import './present.css';

const steps: Record<string, 1 | -1> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
};

/**
 * The presenter's window: what to say now, what comes next, and how long it has been. It follows the
 * presentation and turns it, and knows nothing else: no session, no file.
 */
export function NotesWindow() {
  const [heard, setHeard] = useState<ToNotes | null>(null);
  const [appearance, setAppearance] = useState(() => useViewStore.getState());
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = openPresenterChannel();
    channel.current = opened;
    const ask = (message: FromNotes) => opened.postMessage(message);
    opened.onmessage = ({ data }: MessageEvent<ToNotes>) => {
      setHeard(data);
      if (data.kind === 'scene') setAppearance((before) => ({ ...before, ...data.appearance }));
    };
    ask({ kind: 'hello' });
    return () => opened.close();
  }, []);
  const turn = (step: 1 | -1) => {
    const message: FromNotes = { kind: 'step', step };
    channel.current?.postMessage(message);
  };
  useWindowEvent('keydown', (event) => {
    const step = steps[event.key];
    const isOfButton = event.key === ' ' && event.target instanceof HTMLButtonElement;
    if (!step || isOfButton || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turn(step);
  });
  return (
    <Appearance language={appearance.language} colorScheme={appearance.colorScheme}>
      <Notes heard={heard} turn={turn} />
    </Appearance>
  );
}

interface NotesProps {
  heard: ToNotes | null;
  turn: (step: 1 | -1) => void;
}

function Notes({ heard, turn }: NotesProps) {
  const { t } = useTranslate();
  useEffect(() => {
    document.title = `${t('scenes.notesWindow')} – RegionLens`;
  }, [t]);
  if (heard?.kind !== 'scene') {
    return (
      <main className="notes-window">
        <h1>{t('scenes.notesWindow')}</h1>
        <p role="status">{t(heard ? 'scenes.notesEnded' : 'scenes.notesWaiting')}</p>
      </main>
    );
  }
  const { number, total, caption, notes, next, startedAt } = heard;
  return (
    <main className="notes-window">
      <header>
        <span>{t('scenes.place', { number, total })}</span>
        <Elapsed since={startedAt} />
      </header>
      <h1>{caption}</h1>
      <div className="notes-text" aria-live="polite">
        {notes.trim() === '' ? <p className="quiet">{t('scenes.noNotes')}</p> : <p>{notes}</p>}
      </div>
      <footer>
        <p>
          <span className="quiet">{t('scenes.nextIs')}</span> {next ?? t('scenes.lastScene')}
        </p>
        <button type="button" onClick={() => turn(-1)} disabled={number === 1}>
          {t('scenes.previous')}
        </button>
        <button type="button" onClick={() => turn(1)} disabled={next === null}>
          {t('scenes.next')}
        </button>
      </footer>
    </main>
  );
}

function Elapsed({ since }: { since: number }) {
  const { t } = useTranslate();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true });
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span className="elapsed" role="timer" aria-label={t('scenes.elapsed')}>
      {text}
    </span>
  );
}
