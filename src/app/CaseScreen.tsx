import { Tabs } from '@mantine/core';
import { openPanel } from '../actions/showRegions';
import { useTranslate } from '../i18n/translate';
import { useViewStore } from '../stores/viewStore';
import { CaseCenter } from './CaseCenter';
import { CaseList } from './CaseList';
import { ErrorsPanel } from './failures/ErrorsPanel';
import { UnderPicture } from './failures/UnderPicture';
import { FindingsPanel } from './findings/FindingsPanel';
import { GapPanel } from './gap/GapPanel';
import { ReconstructionPanel } from './reconstruction/ReconstructionPanel';
import { ScoresPanel } from './ScoresPanel';
import { ScenesPanel } from './scenes/ScenesPanel';

/** One case: the list on the left, the picture in the middle, the numbers on the right. */
export function CaseScreen() {
  const { t } = useTranslate();
  const panel = useViewStore((view) => view.panel);
  const caseId = useViewStore((view) => view.caseId);
  return (
    <div className="case-screen">
      <h1 className="visually-hidden">{caseId}</h1>
      <CaseList />
      <div className="case-middle">
        <CaseCenter />
        <UnderPicture />
      </div>
      <Tabs
        value={panel}
        onChange={(value) => value && openPanel(value)}
        className="case-side"
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="scores">{t('scores.title')}</Tabs.Tab>
          <Tabs.Tab value="findings">{t('findings.title')}</Tabs.Tab>
          <Tabs.Tab value="gap">{t('gap.title')}</Tabs.Tab>
          <Tabs.Tab value="errors">{t('inspector.errors')}</Tabs.Tab>
          <Tabs.Tab value="reconstruction">{t('reconstruction.title')}</Tabs.Tab>
          <Tabs.Tab value="scenes">{t('scenes.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="scores" pt="sm">
          <ScoresPanel />
        </Tabs.Panel>
        <Tabs.Panel value="findings" pt="sm">
          <FindingsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="gap" pt="sm">
          <GapPanel />
        </Tabs.Panel>
        <Tabs.Panel value="errors" pt="sm">
          <ErrorsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="reconstruction" pt="sm">
          <ReconstructionPanel />
        </Tabs.Panel>
        <Tabs.Panel value="scenes" pt="sm">
          <ScenesPanel />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
