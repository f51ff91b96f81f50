import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect } from 'react';
import type { History } from '../../domain/history';
import { useTranslate } from '../../i18n/translate';

interface HistoryButtonsProps {
  history: History<unknown>;
  undo: () => void;
  redo: () => void;
  undoRef?: Ref<HTMLButtonElement>;
}

/** Undo and redo, also by key as long as they are on screen. */
export function HistoryButtons({ history, undo, redo, undoRef }: HistoryButtonsProps) {
  const { t } = useTranslate();
  useUndoKeys(undo, redo);
  return (
    <ActionIcon.Group>
      <HistoryButton
        ref={undoRef}
        label={t('intake.undo')}
        keys="Ctrl+Z"
        isEnabled={history.past.length > 0}
        act={undo}
      >
        <IconArrowBackUp size={16} />
      </HistoryButton>
      <HistoryButton
        label={t('intake.redo')}
        keys="Ctrl+Shift+Z"
        isEnabled={history.undone.length > 0}
        act={redo}
      >
        <IconArrowForwardUp size={16} />
      </HistoryButton>
    </ActionIcon.Group>
  );
}

interface HistoryButtonProps {
  label: string;
  keys: string;
  isEnabled: boolean;
  act: () => void;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

function HistoryButton({ label, keys, isEnabled, act, children, ref }: HistoryButtonProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon
        ref={ref}
        variant="default"
        size="md"
        aria-label={label}
        disabled={!isEnabled}
        onClick={act}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y); a text that is being typed keeps its own undo. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      const { target } = event;
      if (document.querySelector('[role="dialog"]') || target instanceof HTMLTextAreaElement) return;
      if (target instanceof HTMLInputElement && target.value !== target.defaultValue) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
