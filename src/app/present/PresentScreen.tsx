import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMaximize, IconX } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { stepScene } from '../../actions/changeScenes';
import type { Scene } from '../../domain/scenes';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useScenesStore } from '../../stores/scenesStore';
import { useViewStore } from '../../stores/viewStore';
import { onEscapeFromFullScreen, toggleFullScreen } from '../parts/fullScreen';
import { sceneTitle, useMissing } from '../parts/sceneTexts';
import { NotesButton } from './NotesButton';
import { PresentedPicture } from './PresentedPicture';
import { leavePresentation } from './presentation';
import { SceneFacts } from './SceneFacts';
import { usePresenterChannel } from './usePresenterChannel';
import './present.css';

/** One scene on the whole screen: its picture, live, and what it shows in words of everybody. */
export function PresentScreen() {
  const { t } = useTranslate();
  const scenes = useScenesStore((facts) => facts.scenes.now);
  const number = useViewStore((view) => view.scene);
  const language = useViewStore((view) => view.language);
  const colorScheme = useViewStore((view) => view.colorScheme);
  const scheme = useCohortStore((facts) => facts.scheme);
  const scene = scenes.at(number - 1);
  const next = scenes.at(number);
  useEffect(() => onEscapeFromFullScreen(leavePresentation), []);
  usePresenterChannel(
    scene
      ? {
          number,
          total: scenes.length,
          caption: sceneTitle(scene, scheme, t),
          notes: scene.notes,
          next: next ? sceneTitle(next, scheme, t) : null,
          appearance: { language, colorScheme },
        }
      : null,
  );
  return (
    <main className="present" aria-label={t('scenes.presentation')}>
      {scene ? <PresentedScene scene={scene} /> : <NoScene />}
      <div
        className="present-bar"
        role="toolbar"
        aria-label={t('scenes.presentation')}
        onMouseDown={leaveFocus}
      >
        <BarButton label={t('scenes.leave')} keys="Esc" act={leavePresentation}>
          <IconX size={18} />
        </BarButton>
        <div className="present-turn">
          <BarButton label={t('scenes.previous')} keys="←" isEnabled={number > 1} act={() => stepScene(-1)}>
            <IconChevronLeft size={18} />
          </BarButton>
          <span className="present-place" role="status">
            {scene && t('scenes.place', { number, total: scenes.length })}
          </span>
          <BarButton
            label={t('scenes.next')}
            keys="→"
            isEnabled={next !== undefined}
            act={() => stepScene(1)}
          >
            <IconChevronRight size={18} />
          </BarButton>
        </div>
        <div className="present-tools">
          <NotesButton />
          <BarButton label={t('inspector.keyFull')} keys="F" act={toggleFullScreen}>
            <IconMaximize size={18} />
          </BarButton>
        </div>
      </div>
    </main>
  );
}

/** A button pressed by hand would answer the next press of the space bar, which turns the scenes. */
function leaveFocus(event: MouseEvent): void {
  event.preventDefault();
}

function PresentedScene({ scene }: { scene: Scene }) {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const missing = useMissing(scene, t);
  return (
    <>
      {missing === null ? (
        <PresentedPicture scene={scene} />
      ) : (
        <div className="present-missing">
          <p>{missing}</p>
        </div>
      )}
      <section className="present-words" aria-live="polite">
        <h1>{sceneTitle(scene, scheme, t)}</h1>
        {missing === null && <SceneFacts scene={scene} />}
      </section>
    </>
  );
}

function NoScene() {
  const { t } = useTranslate();
  return (
    <div className="present-missing">
      <h1 className="visually-hidden">{t('scenes.presentation')}</h1>
      <p>{t('scenes.noScene')}</p>
      <Button variant="default" onClick={leavePresentation}>
        {t('scenes.back')}
      </Button>
    </div>
  );
}

interface BarButtonProps {
  label: string;
  keys: string;
  isEnabled?: boolean;
  act: () => void;
  children: ReactNode;
}

function BarButton({ label, keys, isEnabled = true, act, children }: BarButtonProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={!isEnabled} onClick={act}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
