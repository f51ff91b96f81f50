import { Button, Group } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { askForScheme } from '../../actions/chooseScheme';
import { navigate } from '../../actions/navigate';
import { confirmReview, redoEdit, undoEdit } from '../../actions/reviewRoles';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { FolderButton } from '../parts/FolderButton';
import { HistoryButtons } from '../parts/HistoryButtons';
import { IntakeOtherFiles } from '../parts/IntakeOtherFiles';
import { IntakeCases } from './IntakeCases';
import { IntakeNeeds } from './IntakeNeeds';
import { IntakeSources } from './IntakeSources';
import './intake.css';

/** What the files were taken for: shown before scoring where something is unclear, and at any time after. */
export function IntakeScreen() {
  const { t } = useTranslate();
  const edits = useCohortStore((facts) => facts.edits);
  return (
    <div className="intake">
      <h1 className="visually-hidden">{t('intake.title')}</h1>
      <Group justify="space-between">
        <Group gap="xs">
          <FolderButton picks="folder" variant="default" size="xs" leftSection={<IconFolderPlus size={14} />}>
            {t('intake.addFolder')}
          </FolderButton>
          <FolderButton picks="files" variant="default" size="xs">
            {t('intake.addFiles')}
          </FolderButton>
          <HistoryButtons history={edits} undo={undoEdit} redo={redoEdit} />
        </Group>
        <NextStep />
      </Group>
      <IntakeNeeds />
      <IntakeSources />
      <IntakeCases />
      <IntakeOtherFiles />
    </div>
  );
}

/** The one thing to do next: choose the scheme, score, or go to the scores. */
function NextStep() {
  const { t } = useTranslate();
  const { cohort, isReviewed, isSchemeConfirmed } = useCohortStore();
  if (isReviewed && isSchemeConfirmed) {
    return (
      <Button size="xs" onClick={() => navigate({ screen: 'cohort' })}>
        {t('intake.scores')}
      </Button>
    );
  }
  if (!isSchemeConfirmed) {
    return (
      <Button size="xs" onClick={askForScheme}>
        {t('intake.chooseScheme')}
      </Button>
    );
  }
  const count = (cohort?.cases ?? []).filter(
    ({ reference, referenceRaw, predictions }) => (reference || referenceRaw) && predictions.length > 0,
  ).length;
  return (
    <Button size="xs" disabled={count === 0} onClick={confirmReview}>
      {t('intake.score', { count })}
    </Button>
  );
}
