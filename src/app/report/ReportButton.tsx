import { Button, Modal } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { ReportForm } from './ReportForm';

/** Opens the dialog in which a report is put together. */
export function ReportButton({ isEnabled }: { isEnabled: boolean }) {
  const { t } = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        disabled={!isEnabled}
        leftSection={<IconFileText size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('report.make')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('report.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('words.close') }}
      >
        {isOpen && <ReportForm />}
      </Modal>
    </>
  );
}
