import { CloseButton } from '@mantine/core';
import { dismissStorageProblem } from '../../actions/session/continueSession';
import { useTranslate } from '../../i18n/translate';
import { useSessionStore } from '../../stores/sessionStore';

/** Says once that this browser keeps nothing; everything else works on. */
export function StorageNotice() {
  const { t } = useTranslate();
  const problem = useSessionStore((facts) => facts.storageProblem);
  const isSeen = useSessionStore((facts) => facts.isStorageProblemSeen);
  if (!problem || isSeen) return null;
  return (
    <div className="problem notice" role="alert">
      <span>{t(problem === 'full' ? 'session.storageFull' : 'session.storageUnavailable')}</span>
      <CloseButton size="sm" aria-label={t('words.close')} onClick={dismissStorageProblem} />
    </div>
  );
}
