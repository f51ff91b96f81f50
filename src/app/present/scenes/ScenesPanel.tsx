import { Button, Group } from '@mantine/core';
import { IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { keepScene, redoScenes, undoScenes } from '../../../actions/changeScenes';
import { useTranslate } from '../../../i18n/translate';
import { useScenesStore } from '../../../stores/scenesStore';
import { HistoryButtons } from '../../parts/HistoryButtons';
import { NotesButton } from '../NotesButton';
import { beginPresentation } from '../presentation';
import { SceneItem } from './SceneItem';
import './scenes.css';

/** The kept pictures in the order in which they are shown. */
export function ScenesPanel() {
  const { t } = useTranslate();
  const history = useScenesStore((facts) => facts.scenes);
  const current = useScenesStore((facts) => facts.current);
  const undoButton = useRef<HTMLButtonElement>(null);
  const scenes = history.now;
  const place = scenes.findIndex(({ id }) => id === current);
  return (
    <section className="scenes">
      <h2 className="visually-hidden">{t('scenes.title')}</h2>
      <Group gap="xs" justify="space-between">
        <Button
          size="compact-sm"
          variant={scenes.length === 0 ? 'filled' : 'default'}
          leftSection={<IconPlus size={15} aria-hidden />}
          aria-keyshortcuts="K"
          onClick={keepScene}
        >
          {t('scenes.keep')} <kbd>K</kbd>
        </Button>
        <HistoryButtons history={history} undo={undoScenes} redo={redoScenes} undoRef={undoButton} />
      </Group>
      {scenes.length === 0 ? (
        <p className="quiet">
          {t('scenes.intro')} {t('scenes.kept')}
        </p>
      ) : (
        <ol>
          {scenes.map((scene, index) => (
            <SceneItem
              key={scene.id}
              scene={scene}
              number={index + 1}
              total={scenes.length}
              isCurrent={scene.id === current}
              onRemoved={() => undoButton.current?.focus()}
            />
          ))}
        </ol>
      )}
      {scenes.length > 0 && (
        <Group gap="xs">
          <Button
            size="compact-sm"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            onClick={beginPresentation}
          >
            {t('scenes.present')}
          </Button>
          <NotesButton />
        </Group>
      )}
      <p className="visually-hidden" role="status">
        {place < 0
          ? t('scenes.count', { count: scenes.length })
          : t('scenes.state', { number: place + 1, total: scenes.length })}
      </p>
    </section>
  );
}
