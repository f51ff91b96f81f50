import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslate } from '../../i18n/translate';

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
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={name === null ? t('session.forgetAllTitle') : t('session.removeTitle', { name })}
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      <Text>{t(name === null ? 'session.forgetAllText' : 'session.removeText')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button color="red.9" onClick={onForget}>
          {t(name === null ? 'session.forgetAll' : 'session.forget')}
        </Button>
      </Group>
    </Modal>
  );
}
