import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFolderPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { askForScheme } from '../../actions/chooseScheme';
import { navigate } from '../../actions/navigate';
import { confirmReview, redoEdit, undoEdit } from '../../actions/reviewRoles';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { FolderButton } from '../FolderButton';
import { IntakeCases } from './IntakeCases';
import { IntakeNeeds } from './IntakeNeeds';
import { IntakeOtherFiles } from './IntakeOtherFiles';
import { IntakeSources } from './IntakeSources';
import './intake.css';

/** What the files were taken for: shown before scoring where something is unclear, and at any time after. */
export function IntakeScreen() {
  const { t } = useTranslate();
  const edits = useCohortStore((facts) => facts.edits);
  useUndoKeys();
  return (
    <div className="intake">
      <h1 className="visually-hidden">{t('intake.title')}</h1>
      <Group justify="space-between">
        <Group gap="xs">
          <FolderButton picks="folder" variant="default" size="xs" leftSection={<IconFolderPlus size={14} />}>
            {t('intake.addFolder')}
          </FolderButton>
          <FolderButton picks="files" variant="default" size="xs">
            {t('intake.addFiles')}
          </FolderButton>
          <ActionIcon.Group>
            <HistoryButton
              label={t('intake.undo')}
              keys="Ctrl+Z"
              isEnabled={edits.past.length > 0}
              act={undoEdit}
            >
              <IconArrowBackUp size={16} />
            </HistoryButton>
            <HistoryButton
              label={t('intake.redo')}
              keys="Ctrl+Shift+Z"
              isEnabled={edits.undone.length > 0}
              act={redoEdit}
            >
              <IconArrowForwardUp size={16} />
            </HistoryButton>
          </ActionIcon.Group>
        </Group>
        <NextStep />
      </Group>
      <IntakeNeeds />
      <IntakeSources />
      <IntakeCases />
      <IntakeOtherFiles />
    </div>
  );
}

/** The one thing to do next: choose the scheme, score, or go to the scores. */
function NextStep() {
  const { t } = useTranslate();
  const { cohort, isReviewed, isSchemeConfirmed } = useCohortStore();
  if (isReviewed && isSchemeConfirmed) {
    return (
      <Button size="xs" onClick={() => navigate({ screen: 'cohort' })}>
        {t('intake.scores')}
      </Button>
    );
  }
  if (!isSchemeConfirmed) {
    return (
      <Button size="xs" onClick={askForScheme}>
        {t('intake.chooseScheme')}
      </Button>
    );
  }
  const count = (cohort?.cases ?? []).filter(
    ({ reference, referenceRaw, predictions }) => (reference || referenceRaw) && predictions.length > 0,
  ).length;
  return (
    <Button size="xs" disabled={count === 0} onClick={confirmReview}>
      {t('intake.score', { count })}
    </Button>
  );
}

interface HistoryButtonProps {
  label: string;
  keys: string;
  isEnabled: boolean;
  act: () => void;
  children: React.ReactNode;
}

function HistoryButton({ label, keys, isEnabled, act, children }: HistoryButtonProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon variant="default" size="md" aria-label={label} disabled={!isEnabled} onClick={act}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y); a text that is being typed keeps its own undo. */
function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      const { target } = event;
      if (document.querySelector('[role="dialog"]')) return;
      if (target instanceof HTMLInputElement && target.value !== target.defaultValue) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redoEdit();
      else undoEdit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
