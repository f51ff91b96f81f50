import { ActionIcon, Button, Menu, SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconColumns2,
  IconEyeglass2,
  IconLayoutGrid,
  IconSeparatorVertical,
  IconSquare,
} from '@tabler/icons-react';
import { memo } from 'react';
import {
  applyPreset,
  arrangePanes,
  type PanePreset,
  panePresets,
  toggleBlink,
} from '../../../actions/changePanes';
import { type PaneArrangement, paneArrangements } from '../../../domain/panes';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useViewStore } from '../../../stores/viewStore';

const icons: Record<PaneArrangement, typeof IconSquare> = {
  one: IconSquare,
  two: IconColumns2,
  curtain: IconSeparatorVertical,
  four: IconLayoutGrid,
};

const names = {
  'reference-prediction': 'view.presetReferencePrediction',
  'reference-errors': 'view.presetReferenceErrors',
  'region-label': 'view.presetRegionLabel',
  'two-models': 'view.presetTwoModels',
  'models-errors': 'view.presetModelsErrors',
  everything: 'view.presetEverything',
} as const;

const needsTwoModels: readonly PanePreset[] = ['two-models', 'models-errors'];

/** How many panes there are and what they compare. */
export const ArrangementControl = memo(function ArrangementControl() {
  const { t } = useTranslate();
  const arrangement = useViewStore((view) => view.arrangement);
  const isBlinking = useViewStore((view) => view.isBlinking);
  const models = useCohortStore(({ cohort }) => cohort?.models.length ?? 0);
  const presets = panePresets.filter((preset) => models > 1 || !needsTwoModels.includes(preset));
  return (
    <div className="arrangement">
      <SegmentedControl
        size="xs"
        aria-label={t('view.arrangement')}
        data={paneArrangements.map((value) => {
          const Icon = icons[value];
          return {
            value,
            label: (
              <span title={t(`view.${value}`)}>
                <Icon size={15} aria-hidden />
                <VisuallyHidden>{t(`view.${value}`)}</VisuallyHidden>
              </span>
            ),
          };
        })}
        value={arrangement}
        onChange={(value) => arrangePanes(paneArrangements.find((known) => known === value) ?? 'two')}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default">
            {t('view.compare')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {presets.map((preset) => (
            <Menu.Item key={preset} onClick={() => applyPreset(preset)}>
              {t(names[preset])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={t('view.blink')}>
        <ActionIcon
          variant={isBlinking ? 'filled' : 'default'}
          aria-label={t('view.blink')}
          aria-pressed={isBlinking}
          onClick={toggleBlink}
        >
          <IconEyeglass2 size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
});
