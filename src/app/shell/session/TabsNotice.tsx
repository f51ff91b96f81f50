import { useTranslate } from '../../../i18n/translate';
import { useSessionStore } from '../../../stores/sessionStore';

/** Says that the session is open in another tab as well and what came from there, or that it was forgotten there. */
export function TabsNotice() {
  const { t } = useTranslate();
  const otherTab = useSessionStore((facts) => facts.otherTab);
  const isForgotten = useSessionStore((facts) => facts.isForgottenElsewhere);
  if (!otherTab && !isForgotten) return null;
  const sentences = otherTab
    ? [
        t('session.otherTab'),
        ...(otherTab.taken > 0 ? [t('session.taken', { count: otherTab.taken })] : []),
        ...(otherTab.hasOtherFiles ? [t('session.otherFiles')] : []),
      ]
    : [t('session.forgottenElsewhere')];
  return (
    <div className="notice" role="status">
      {sentences.join(' ')}
    </div>
  );
}
