import { Group, Tabs } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { navigate } from '../../actions/navigate';
import { useHasResults } from '../../derived/useResults';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { SaveFileButton } from '../cohort/SaveFileButton';
import { FolderButton } from '../parts/FolderButton';
import { IntakeProblems } from '../parts/IntakeProblems';
import { ReportButton } from '../report/ReportButton';
import { saveScoresCsv, saveScoresJson, saveSession } from '../report/saveScores';
import { cohortPanels } from './cohortPanels';

/** The cohort from several sides, one tab each. */
export function CohortScreen() {
  const { t } = useTranslate();
  const tab = useViewStore((view) => view.tab);
  // A panel of thousands of rows is drawn in steps, between which the page answers; until then the last one stays.
  const drawn = useDeferredValue(tab, null);
  const panel = useMemo(() => {
    const Panel = cohortPanels.find((item) => item.tab === drawn)?.Panel;
    return Panel ? <Panel /> : null;
  }, [drawn]);
  const hasScores = useHasResults();
  return (
    <Tabs
      className="cohort-screen"
      value={tab}
      onChange={(value) => navigate({ tab: cohortPanels.find((item) => item.tab === value)?.tab ?? 'table' })}
      keepMounted={false}
    >
      <h1 className="visually-hidden">{t('app.cohort')}</h1>
      <div className="cohort-head">
        <Tabs.List>
          {cohortPanels.map((item) => (
            <Tabs.Tab key={item.tab} value={item.tab}>
              {t(item.title)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Group gap="xs">
          <FolderButton picks="folder" variant="default" size="xs" leftSection={<IconFolderPlus size={14} />}>
            {t('app.addFiles')}
          </FolderButton>
          <SaveFileButton isEnabled={hasScores} save={saveScoresJson}>
            {t('app.saveJson')}
          </SaveFileButton>
          <SaveFileButton isEnabled={hasScores} save={saveScoresCsv} title={t('app.saveCsvHint')}>
            {t('app.saveCsv')}
          </SaveFileButton>
          <SaveFileButton isEnabled={hasScores} save={saveSession} title={t('session.saveHint')}>
            {t('session.save')}
          </SaveFileButton>
          <ReportButton isEnabled={hasScores} />
        </Group>
      </div>
      <IntakeProblems />
      <Tabs.Panel key={drawn} value={tab} className="cohort-panel" aria-busy={drawn !== tab}>
        {panel ?? <p className="quiet">{t('cohort.preparing')}</p>}
      </Tabs.Panel>
    </Tabs>
  );
}
