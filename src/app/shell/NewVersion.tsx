import { registerSW } from 'virtual:pwa-register';
import { useEffect, useState } from 'react';
import { useTranslate } from '../../i18n/translate';

/** Says that a newer version of the page is ready; nothing changes under a person's hands before they ask. */
export function NewVersion() {
  const { t } = useTranslate();
  const [reload, setReload] = useState<(() => void) | null>(null);
  useEffect(() => {
    const update = registerSW({ onNeedRefresh: () => setReload(() => () => void update(true)) });
  }, []);
  return (
    <div role="status" className="new-version">
      {reload && (
        <button type="button" onClick={reload}>
          {t('offline.newVersion')}
        </button>
      )}
    </div>
  );
}
