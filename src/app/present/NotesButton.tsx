import { Button } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { exitFullScreen } from '../parts/fullScreen';

/** Opens the window with the notes, or says why it does not open. */
export function NotesButton() {
  const { t } = useTranslate();
  const [isBlocked, setBlocked] = useState(false);
  const open = () => {
    // A browser ends full screen for a new window, and that is no wish to leave.
    exitFullScreen();
    const features = 'popup,width=760,height=620';
    setBlocked(window.open('#/notes', 'regionlens-notes', features) === null);
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconNotes size={15} aria-hidden />}
        onClick={open}
      >
        {t('scenes.notesWindow')}
      </Button>
      <span role="status" className="notes-blocked">
        {isBlocked && t('scenes.notesBlocked')}
      </span>
    </>
  );
}
