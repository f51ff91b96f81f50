import { useTranslate } from '../../../i18n/translate';
import { ConfirmDialog } from '../../parts/ConfirmDialog';

interface ForgetDialogProps {
  /** null asks about everything. */
  name: string | null;
  isOpen: boolean;
  onClose: () => void;
  onForget: () => void;
}

/** Asks before anything is forgotten: marks and notes exist nowhere else. */
export function ForgetDialog({ name, isOpen, onClose, onForget }: ForgetDialogProps) {
  const { t } = useTranslate();
  return (
    <ConfirmDialog
      isDestructive
      isOpen={isOpen}
      title={name === null ? t('session.forgetAllTitle') : t('session.removeTitle', { name })}
      text={t(name === null ? 'session.forgetAllText' : 'session.removeText')}
      action={t(name === null ? 'session.forgetAll' : 'session.forget')}
      onClose={onClose}
      onConfirm={onForget}
    />
  );
}
