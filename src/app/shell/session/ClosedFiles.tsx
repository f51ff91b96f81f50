import { Button } from '@mantine/core';
import { reopenFiles } from '../../../actions/session/reopenFiles';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useSessionStore } from '../../../stores/sessionStore';
import { FolderButton } from '../../parts/FolderButton';

/** Says that a session was brought back without its files, and opens them again. */
export function ClosedFiles() {
  const { t } = useTranslate();
  const closedCount = useCohortStore((facts) => facts.closedFiles.size);
  const openCount = useCohortStore((facts) => facts.files.size);
  const isReopenable = useSessionStore(({ roots, demoSeed }) => roots.length > 0 || demoSeed !== null);
  const text =
    openCount === 0 ? t('session.filesClosed') : t('session.partFilesClosed', { count: closedCount });
  return (
    <>
      <span className="progress-text">{text}</span>
      {isReopenable ? (
        <Button size="compact-xs" variant="light" onClick={() => void reopenFiles(true)}>
          {t('session.openFolderAgain')}
        </Button>
      ) : (
        <FolderButton picks="folder" size="compact-xs" variant="light">
          {t('session.openFolderAgain')}
        </FolderButton>
      )}
    </>
  );
}
