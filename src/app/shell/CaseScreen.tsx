import { Tabs } from '@mantine/core';
import { openPanel } from '../../actions/navigate';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { CaseCenter } from '../case/CaseCenter';
import { CaseList } from '../case/CaseList';
import { UnderPicture } from '../case/failures/UnderPicture';
import { showGapPanel } from '../case/gap/showGap';
import { casePanels } from './casePanels';

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
        onChange={(value) => {
          if (value === 'gap') showGapPanel();
          else openPanel(casePanels.find(({ panel: name }) => name === value)?.panel ?? 'scores');
        }}
        className="case-side"
        keepMounted={false}
      >
        <Tabs.List>
          {casePanels.map(({ panel: name, title }) => (
            <Tabs.Tab key={name} value={name}>
              {t(title)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {casePanels.map(({ panel: name, Panel }) => (
          <Tabs.Panel key={name} value={name} pt="sm">
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
