import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/translate';

/** What may be wider than its place; the keyboard scrolls it, too. */
export function ScrollX({ children }: { children: ReactNode }) {
  const { t } = useTranslate();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, what lies beyond the edge needs a mouse.
    <div className="scroll-x" role="group" aria-label={t('inspector.wideTable')} tabIndex={0}>
      {children}
    </div>
  );
}
