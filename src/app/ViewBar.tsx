import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { navigate } from '../actions/navigate';
import { type LabelScheme, structureKey, structuresOf } from '../domain/labelScheme';
import { useTranslate } from '../i18n/translate';
import { useViewStore } from '../stores/viewStore';
import { ArrangementControl } from './panes/ArrangementControl';
import { LayoutControl, ModalitySelect, OpacitySlider } from './panes/PictureControls';
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
  const wanted = useViewStore((view) => view.modality);
  const modality = modalities.find((name) => name === wanted) ?? modalities[0] ?? null;
  const structures = structuresOf(scheme);
  return (
    <div className="view-bar" role="toolbar" aria-label={t('view.toolbar')}>
      <ModalitySelect modalities={modalities} />
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
      <LayoutControl />
      <ArrangementControl />
      {modality !== null && <WindowControl modality={modality} />}
      <OpacitySlider />
      {children}
    </div>
  );
}
