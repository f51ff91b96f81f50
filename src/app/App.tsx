import { Anchor, createTheme, MantineProvider, Modal, Popover, Select, Tooltip } from '@mantine/core';
import { useEffect } from 'react';
import { changeLanguage } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { useViewStore } from '../stores/viewStore';
import { CaseScreen } from './CaseScreen';
import { CrashNotice } from './CrashNotice';
import { CohortScreen } from './cohort/CohortScreen';
import { DropEverywhere } from './DropEverywhere';
import { Header } from './Header';
import { HelpSheet } from './HelpSheet';
import { IntakeScreen } from './intake/IntakeScreen';
import { Palette } from './Palette';
import { ProgressLine } from './ProgressLine';
import { RateScreen } from './rating/RateScreen';
import { StartScreen } from './StartScreen';
import { SchemeDialog } from './scheme/SchemeDialog';
import { StorageNotice } from './session/StorageNotice';
import { useAddress } from './useAddress';
import { useShortcuts } from './useShortcuts';

/** The content security policy allows no injected styles, so nothing here may lock the scroll by a style tag. */
const theme = createTheme({
  primaryColor: 'cyan',
  fontFamily: 'var(--font)',
  defaultRadius: 'sm',
  components: {
    Anchor: Anchor.extend({ defaultProps: { inherit: true } }),
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, attributes: { header: { role: 'none' } } },
    }),
    Select: Select.extend({ defaultProps: { comboboxProps: { withinPortal: true } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, multiline: true, maw: 320, withArrow: true } }),
    Popover: Popover.extend({ defaultProps: { withArrow: true } }),
  },
});

const screens = {
  start: StartScreen,
  cohort: CohortScreen,
  files: IntakeScreen,
  case: CaseScreen,
  rate: RateScreen,
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
  useEffect(() => {
    void changeLanguage(language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={colorScheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <div className="shell">
        <Header />
        <div>
          <ProgressLine />
          <StorageNotice />
        </div>
        <main className="screen">
          <CrashNotice>
            <Screen />
          </CrashNotice>
        </main>
      </div>
      <DropEverywhere />
      <SchemeDialog />
      <HelpSheet />
      <Palette />
    </MantineProvider>
  );
}
