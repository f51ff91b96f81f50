import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslate } from '../../i18n/translate';

interface ConfirmDialogProps {
  title: string;
  text: string;
  /** What the button that goes on says. */
  action: string;
  /** What is lost exists nowhere else. */
  isDestructive?: boolean;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslate();
  const { title, text, action, isDestructive = false, isOpen, onClose, onConfirm } = props;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      <Text>{text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button color={isDestructive ? 'red.9' : undefined} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
