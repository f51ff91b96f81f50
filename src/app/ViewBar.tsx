import { SegmentedControl, Select, Slider } from '@mantine/core';
import type { ReactNode } from 'react';
import { changeView, navigate } from '../actions/navigate';
import { type LabelScheme, structureKey, structuresOf } from '../domain/labelScheme';
import { sliceLayouts } from '../domain/view';
import { useTranslate } from '../i18n/translate';
import { useViewStore } from '../stores/viewStore';
import { ArrangementControl } from './panes/ArrangementControl';
import { WindowControl } from './panes/WindowControl';

interface ViewBarProps {
  scheme: LabelScheme;
  modalities: string[];
  /** What else belongs into the bar. */
  children?: ReactNode;
}

/** Chooses what the picture shows: modality, contrast, structure, planes, panes, opacity. */
export function ViewBar({ scheme, modalities, children }: ViewBarProps) {
  const { t } = useTranslate();
  const structure = useViewStore((view) => view.structure);
  const layout = useViewStore((view) => view.layout);
  const wanted = useViewStore((view) => view.modality);
  const opacity = useViewStore((view) => view.opacity);
  const modality = modalities.find((name) => name === wanted) ?? modalities[0] ?? null;
  const structures = structuresOf(scheme);
  return (
    <div className="view-bar" role="toolbar" aria-label={t('view.toolbar')}>
      {modalities.length > 0 && (
        <Select
          size="xs"
          w={100}
          aria-label={t('view.modality')}
          data={modalities}
          value={modality}
          allowDeselect={false}
          onChange={(value) => changeView({ modality: value })}
        />
      )}
      <Select
        size="xs"
        w={190}
        aria-label={t('scores.structure')}
        data={structures.map((item) => ({
          value: structureKey(item),
          label: `${item.name} (${t(`words.${item.kind}`)})`,
        }))}
        value={structure ?? structureKey(structures[0])}
        allowDeselect={false}
        onChange={(value) => navigate({ structure: value })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('view.layout')}
        data={sliceLayouts.map((value) => ({ value, label: t(`view.${value}`) }))}
        value={layout}
        onChange={(value) => navigate({ layout: sliceLayouts.find((known) => known === value) })}
      />
      <ArrangementControl />
      {modality !== null && <WindowControl modality={modality} />}
      <Slider
        size="xs"
        w={90}
        thumbLabel={t('view.opacity')}
        min={0}
        max={1}
        step={0.05}
        label={null}
        value={opacity}
        onChange={(value) => changeView({ opacity: value })}
      />
      {children}
    </div>
  );
}
