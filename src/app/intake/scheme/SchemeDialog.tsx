import { Modal } from '@mantine/core';
import { useState } from 'react';
import { stopAskingForScheme } from '../../../actions/chooseScheme';
import type { LabelScheme } from '../../../domain/labelScheme';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { SchemeChoice } from './SchemeChoice';
import { SchemeEditor } from './SchemeEditor';
import './scheme.css';

/** Asks what the integers mean: what dataset.json says, a preset, or a scheme put together by hand. */
export function SchemeDialog() {
  const { t } = useTranslate();
  const isAsking = useCohortStore((facts) => facts.isAskingForScheme);
  const [edited, edit] = useState<LabelScheme | null>(null);
  const close = () => {
    edit(null);
    stopAskingForScheme();
  };
  return (
    <Modal
      opened={isAsking}
      onClose={close}
      title={t('scheme.title')}
      size={edited ? 900 : 720}
      closeOnEscape={!edited}
      closeOnClickOutside={!edited}
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      {isAsking &&
        (edited ? (
          <SchemeEditor scheme={edited} onBack={() => edit(null)} onDone={() => edit(null)} />
        ) : (
          <SchemeChoice onEdit={edit} />
        ))}
    </Modal>
  );
}
