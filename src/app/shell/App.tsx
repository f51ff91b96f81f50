import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';
import { DropProblems } from '../intake/DropProblems';
import { IntakeScreen } from '../intake/IntakeScreen';
import { SchemeDialog } from '../intake/scheme/SchemeDialog';
import { Appearance } from '../parts/Appearance';
import { PresentScreen } from '../present/PresentScreen';
import { RateScreen } from '../rating/RateScreen';
import { CaseScreen } from './CaseScreen';
import { CohortScreen } from './CohortScreen';
import { CrashNotice } from './CrashNotice';
import { DropEverywhere } from './DropEverywhere';
import { Header } from './Header';
import { HelpSheet } from './HelpSheet';
import { NewVersion } from './NewVersion';
import { Palette } from './Palette';
import { ProgressLine } from './ProgressLine';
import { StartScreen } from './StartScreen';
import { StorageNotice } from './session/StorageNotice';
import { TabsNotice } from './session/TabsNotice';
import { useAddress } from './useAddress';
import { useShortcuts } from './useShortcuts';

const screens = {
  start: StartScreen,
  cohort: CohortScreen,
  files: IntakeScreen,
  case: CaseScreen,
  rate: RateScreen,
  present: PresentScreen,
};

export function App() {
  const language = useViewStore((view) => view.language);
  const colorScheme = useViewStore((view) => view.colorScheme);
  const screen = useViewStore((view) => view.screen);
  const isUnclear = useCohortStore(
    ({ recognition, isReviewed, isSchemeConfirmed }) => recognition && !(isReviewed && isSchemeConfirmed),
  );
  const Screen = screens[screen === 'cohort' && isUnclear ? 'files' : screen];
  useAddress();
  useShortcuts();
  return (
    <Appearance language={language} colorScheme={colorScheme}>
      {screen === 'present' ? (
        <CrashNotice>
          <Screen />
        </CrashNotice>
      ) : (
        <div className="shell">
          <Header />
          <div>
            <ProgressLine />
            <StorageNotice />
            <TabsNotice />
            <DropProblems />
          </div>
          <main className="screen">
            <CrashNotice>
              <Screen />
            </CrashNotice>
          </main>
        </div>
      )}
      <DropEverywhere />
      <SchemeDialog />
      <HelpSheet />
      <Palette />
      <NewVersion />
    </Appearance>
  );
}
