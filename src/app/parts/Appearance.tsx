import { Anchor, createTheme, MantineProvider, Modal, Popover, Select, Tooltip } from '@mantine/core';
import { type ReactNode, useDeferredValue, useEffect } from 'react';
import { languages } from '../../i18n/languages';
import { changeLanguage, LanguageContext } from '../../i18n/translate';
import type { Settings } from '../../stores/viewStore';

/** The content security policy allows no injected styles, so nothing here may lock the scroll by a style tag. */
const theme = createTheme({
  primaryColor: 'cyan',
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

interface AppearanceProps extends Pick<Settings, 'language' | 'colorScheme'> {
  children: ReactNode;
}

/** Language, colours and controls of a window of the app. */
export function Appearance({ language, colorScheme, children }: AppearanceProps) {
  const drawn = useDeferredValue(language);
  useEffect(() => {
    void changeLanguage(drawn);
    document.documentElement.lang = languages[drawn].locale;
  }, [drawn]);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={colorScheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <LanguageContext value={drawn}>{children}</LanguageContext>
    </MantineProvider>
  );
}
