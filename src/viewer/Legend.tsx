import { ActionIcon, Checkbox, Popover, Slider, TextInput, UnstyledButton } from '@mantine/core';
import { IconDroplet, IconEye, IconEyeOff, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { LabelScheme } from '../domain/labelScheme';
import { formatCount, formatScore } from '../i18n/formatNumber';
import { type Translate, useTranslate } from '../i18n/translate';
import { type LegendEntry, legendOf, type ShownView } from './legendEntries';
import './viewer.css';

interface LegendProps {
  /** What the panes show, the main one first. */
  shown: readonly ShownView[];
  scheme: LabelScheme;
  /** The labels of either map in the slices on screen. */
  onSlice: ReadonlySet<number>;
  /** What share of the opacity a structure (structureKey) gets; 0 for one that is switched off. */
  shares: ReadonlyMap<string, number>;
  /** Dice by structureKey, of the model that is shown. */
  dices: Readonly<Record<string, number>>;
  /** Switches a structure (structureKey) on or off. */
  onToggle: (key: string) => void;
  onShare: (key: string, share: number) => void;
}

/** More lines than these are searched, not read. */
const mostRead = 16;

/**
 * What the colours of all panes mean; structures can be switched off or faded where whole maps are shown. A long
 * legend names what the slices on screen hold, until one asks for all of it.
 */
export function Legend({ shown, scheme, onSlice, ...rest }: LegendProps) {
  const { t } = useTranslate();
  const [wanted, setWanted] = useState('');
  const [isOfSlice, setIsOfSlice] = useState(true);
  const all = legendOf(shown, scheme, t);
  if (all.length <= mostRead) return <LegendLines entries={all} {...rest} />;
  const isWanted = ({ name, labels }: LegendEntry) =>
    name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()) &&
    (!isOfSlice || !labels || labels.some((label) => onSlice.has(label)));
  const entries = all.filter(isWanted);
  return (
    <div className="legend-long">
      <div className="legend-tools">
        <TextInput
          size="xs"
          type="search"
          aria-label={t('viewer.findLabel')}
          placeholder={t('viewer.findLabel')}
          leftSection={<IconSearch size={12} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t('viewer.onSliceOnly')}
          checked={isOfSlice}
          onChange={(event) => setIsOfSlice(event.currentTarget.checked)}
        />
        <span className="quiet number" role="status">
          {t('viewer.legendCount', { shown: formatCount(entries.length), total: formatCount(all.length) })}
        </span>
      </div>
      {entries.length > 0 ? (
        <LegendLines entries={entries} {...rest} />
      ) : (
        <p className="quiet">{t('viewer.legendNone')}</p>
      )}
    </div>
  );
}

interface LegendLinesProps extends Omit<LegendProps, 'shown' | 'scheme' | 'onSlice'> {
  entries: readonly LegendEntry[];
}

function LegendLines({ entries, shares, dices, onToggle, onShare }: LegendLinesProps) {
  const { t } = useTranslate();
  return (
    // A long one scrolls: without a stop for the keyboard, what lies below would need a mouse.
    <ul
      className="legend"
      aria-label={t('viewer.legend')}
      tabIndex={entries.length > mostRead ? 0 : undefined}
    >
      {entries.map((entry) => {
        const { hides } = entry;
        if (hides === undefined) {
          return (
            <li key={entry.id}>
              <Swatch entry={entry} /> {entry.name} <Dice value={dices[entry.id]} t={t} />
            </li>
          );
        }
        const isShown = shares.get(hides) !== 0;
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
            <ShareButton
              entry={entry}
              share={shares.get(hides) || 1}
              onShare={(share) => onShare(hides, share)}
            />
            <Dice value={dices[hides]} t={t} />
          </li>
        );
      })}
    </ul>
  );
}

function Dice({ value, t }: { value: number | undefined; t: Translate }) {
  if (value === undefined) return null;
  return (
    <span className="legend-score" title={t('viewer.diceOfModel')}>
      {formatScore(value)}
    </span>
  );
}

interface ShareButtonProps {
  entry: LegendEntry;
  share: number;
  onShare: (share: number) => void;
}

/** The opacity of one structure, behind a small button, so that the legend stays a legend. */
function ShareButton({ entry, share, onShare }: ShareButtonProps) {
  const { t } = useTranslate();
  const label = t('viewer.opacityOf', { name: entry.name });
  return (
    <Popover position="top" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon
          size={18}
          variant={share < 1 ? 'light' : 'subtle'}
          color="gray"
          aria-label={label}
          title={label}
        >
          <IconDroplet size={12} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Slider
          size="xs"
          w={140}
          thumbLabel={label}
          min={0.05}
          max={1}
          step={0.05}
          label={(value) => t('words.percent', { value: Math.round(100 * value) })}
          value={share}
          onChange={onShare}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Swatch({ entry: { color, isRegion } }: { entry: LegendEntry }) {
  const fill = isRegion ? `color-mix(in srgb, ${color} 35%, transparent)` : color;
  return <span className="legend-swatch" style={{ background: fill, borderColor: color }} aria-hidden />;
}
