import { UnstyledButton } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { LabelScheme } from '../domain/labelScheme';
import type { View } from '../domain/view';
import { useTranslate } from '../i18n/translate';
import { type LegendEntry, legendEntries } from './legendEntries';
import './viewer.css';

interface LegendProps {
  view: View;
  scheme: LabelScheme;
  /** The label values that occur; those that the scheme does not name are listed too. */
  values: readonly number[];
  hidden: readonly string[];
  /** Switches a structure (structureKey) on or off. */
  onToggle: (key: string) => void;
}

/** What the colours mean; structures can be switched off where whole maps are shown. */
export function Legend({ view, scheme, values, hidden, onToggle }: LegendProps) {
  const { t } = useTranslate();
  return (
    <ul className="legend" aria-label={t('viewer.legend')}>
      {legendEntries(view, scheme, values, t).map((entry) => {
        const { hides } = entry;
        if (hides === undefined) {
          return (
            <li key={entry.id}>
              <Swatch entry={entry} /> {entry.name}
            </li>
          );
        }
        const isShown = !hidden.includes(hides);
        return (
          <li key={entry.id}>
            <UnstyledButton
              className="legend-toggle"
              aria-pressed={isShown}
              aria-label={t('viewer.show', { name: entry.name })}
              onClick={() => onToggle(hides)}
            >
              <Swatch entry={entry} /> {entry.name}
              {isShown ? <IconEye size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

function Swatch({ entry: { color, isRegion } }: { entry: LegendEntry }) {
  const fill = isRegion ? `color-mix(in srgb, ${color} 35%, transparent)` : color;
  return <span className="legend-swatch" style={{ background: fill, borderColor: color }} aria-hidden />;
}
