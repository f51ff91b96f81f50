import { SegmentedControl, Select, Slider } from '@mantine/core';
import { changeView, navigate } from '../actions/navigate';
import { type LabelScheme, structureKey, structuresOf } from '../domain/labelScheme';
import { useTranslate } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { type SliceLayout, useViewStore } from '../stores/viewStore';
import { ArrangementControl } from './panes/ArrangementControl';

const layouts: SliceLayout[] = ['axial', 'coronal', 'sagittal', 'multiplanar', 'render'];

/** Chooses what the picture shows: model, modality, structure, planes, panes, opacity. */
export function ViewBar({ scheme, modalities }: { scheme: LabelScheme; modalities: string[] }) {
  const { t } = useTranslate();
  const models = useCohortStore((facts) => facts.cohort?.models ?? []);
  const { model, structure, layout, modality, opacity } = useViewStore();
  const structures = structuresOf(scheme);
  return (
    <div className="view-bar" role="toolbar" aria-label={t('view.toolbar')}>
      <Select
        size="xs"
        w={150}
        aria-label={t('words.model')}
        data={models}
        value={model}
        allowDeselect={false}
        onChange={(value) => navigate({ model: value })}
      />
      {modalities.length > 0 && (
        <Select
          size="xs"
          w={100}
          aria-label={t('view.modality')}
          data={modalities}
          value={modality !== null && modalities.includes(modality) ? modality : modalities[0]}
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
        data={layouts.map((value) => ({ value, label: t(`view.${value}`) }))}
        value={layout}
        onChange={(value) => navigate({ layout: layouts.find((known) => known === value) })}
      />
      <ArrangementControl />
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
    </div>
  );
}
