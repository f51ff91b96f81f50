import { ActionIcon, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import {
  duplicateScene,
  moveScene,
  openScene,
  removeScene,
  retakeScene,
  writeScene,
} from '../../../actions/changeScenes';
import type { Scene } from '../../../domain/scenes';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { sceneTitle, useMissing } from '../../parts/sceneTexts';

interface SceneItemProps {
  scene: Scene;
  number: number;
  total: number;
  isCurrent: boolean;
  onRemoved: () => void;
}

/** One scene of the list; the current one unfolds to be written and moved. */
export function SceneItem({ scene, number, total, isCurrent, onRemoved }: SceneItemProps) {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const missing = useMissing(scene, t);
  const { id, caption, notes, picture } = scene;
  const title = sceneTitle(scene, scheme, t);
  const about = t('scenes.about', {
    case: picture.caseId,
    model: picture.model,
    view: t(`view.${picture.view}`),
  });
  return (
    <li className="scene" aria-current={isCurrent ? 'true' : undefined}>
      <button type="button" className="scene-open" onClick={() => openScene(id)}>
        <span className="scene-number">{number}</span> <span className="scene-title">{title}</span>{' '}
        <span className="quiet scene-about">{about}</span>
      </button>
      {missing && <p className="problem">{missing}</p>}
      {isCurrent && (
        <div className="scene-edit">
          <TextInput
            size="xs"
            aria-label={t('scenes.caption')}
            placeholder={t('scenes.caption')}
            value={caption}
            onChange={({ currentTarget }) => writeScene(id, { caption: currentTarget.value })}
            onKeyDown={keepUndo}
          />
          <Textarea
            size="xs"
            autosize
            minRows={2}
            maxRows={8}
            aria-label={t('scenes.notes')}
            placeholder={t('scenes.notes')}
            title={t('scenes.notesHint')}
            value={notes}
            onChange={({ currentTarget }) => writeScene(id, { notes: currentTarget.value })}
          />
          <div className="scene-tools">
            <Tool label={t('scenes.up')} isEnabled={number > 1} act={() => moveScene(id, -1)}>
              <IconArrowUp size={16} />
            </Tool>
            <Tool label={t('scenes.down')} isEnabled={number < total} act={() => moveScene(id, 1)}>
              <IconArrowDown size={16} />
            </Tool>
            <Tool label={t('scenes.duplicate')} act={() => duplicateScene(id)}>
              <IconCopy size={16} />
            </Tool>
            <Tool label={t('scenes.retake')} act={() => retakeScene(id)}>
              <IconRefresh size={16} />
            </Tool>
            <Tool
              label={t('scenes.remove')}
              act={() => {
                removeScene(id);
                onRemoved();
              }}
            >
              <IconTrash size={16} />
            </Tool>
          </div>
        </div>
      )}
    </li>
  );
}

/** A caption that is being typed keeps the browser's own undo. */
function keepUndo(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey) event.stopPropagation();
}

interface ToolProps {
  label: string;
  isEnabled?: boolean;
  act: () => void;
  children: ReactNode;
}

/** Not truly disabled at the ends of the list: a scene that arrives there would lose the focus. */
function Tool({ label, isEnabled = true, act, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-disabled={!isEnabled}
        data-disabled={!isEnabled || undefined}
        onClick={() => isEnabled && act()}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
