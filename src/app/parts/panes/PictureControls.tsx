import { SegmentedControl, Select, Slider } from '@mantine/core';
import { chooseLayout } from '../../../actions/changePanes';
import { changeView } from '../../../actions/navigate';
import { dimensionsOf } from '../../../domain/geometry';
import { sliceLayouts } from '../../../domain/view';
import { useTranslate } from '../../../i18n/translate';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';

export function ModalitySelect({ modalities }: { modalities: string[] }) {
  const { t } = useTranslate();
  const wanted = useViewStore((view) => view.modality);
  if (modalities.length === 0) return null;
  return (
    <Select
      size="xs"
      w={78}
      aria-label={t('view.modality')}
      data={modalities}
      value={modalities.find((name) => name === wanted) ?? modalities[0]}
      allowDeselect={false}
      onChange={(value) => changeView({ modality: value })}
    />
  );
}

export function LayoutControl() {
  const { t } = useTranslate();
  const layout = useViewStore((view) => view.layout);
  const isFlat = useShownAnswerStore(({ answer }) => answer !== null && dimensionsOf(answer.geometry) === 2);
  if (isFlat) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('view.layout')}
      data={sliceLayouts.map((value) => ({ value, label: t(`view.${value}`) }))}
      value={layout}
      onChange={(value) => chooseLayout(sliceLayouts.find((known) => known === value) ?? layout)}
    />
  );
}

export function OpacitySlider() {
  const { t } = useTranslate();
  const opacity = useViewStore((view) => view.opacity);
  return (
    <Slider
      size="xs"
      w={60}
      thumbLabel={t('view.opacity')}
      min={0}
      max={1}
      step={0.05}
      label={null}
      value={opacity}
      onChange={(value) => changeView({ opacity: value })}
    />
  );
}
