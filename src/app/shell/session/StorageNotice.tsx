import { Button, CloseButton } from '@mantine/core';
import { dismissStorageProblem } from '../../../actions/session/continueSession';
import { useTranslate } from '../../../i18n/translate';
import { useSessionStore } from '../../../stores/sessionStore';

const texts = {
  unavailable: 'session.storageUnavailable',
  full: 'session.storageFull',
  silent: 'session.storageSilent',
} as const;

/** Says why this browser keeps nothing, then in a short line for as long as that is so; everything else works on. */
export function StorageNotice() {
  const { t } = useTranslate();
  const problem = useSessionStore((facts) => facts.storageProblem);
  const detail = useSessionStore((facts) => facts.storageDetail);
  const isSeen = useSessionStore((facts) => facts.isStorageProblemSeen);
  if (!problem) return null;
  if (isSeen) {
    return (
      <div className="notice" role="status">
        {t('session.notStored')}
      </div>
    );
  }
  return (
    <div className="problem notice" role="alert">
      <span>
        {t(texts[problem])}
        {detail !== '' && ` ${t('session.storageDetail', { detail })}`}
      </span>
      {problem === 'silent' ? (
        <Button size="compact-xs" variant="light" onClick={dismissStorageProblem}>
          {t('session.goOnWithout')}
        </Button>
      ) : (
        <CloseButton size="sm" aria-label={t('words.close')} onClick={dismissStorageProblem} />
      )}
    </div>
  );
}
