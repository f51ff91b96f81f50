import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconZoomReset } from '@tabler/icons-react';
import { memo } from 'react';
import { setWindow } from '../../../actions/moveCamera';
import { resetPicture } from '../../../actions/resetPicture';
import { autoWindow, type IntensityWindow } from '../../../domain/camera';
import { ownValue } from '../../../domain/ownValue';
import { useTranslate } from '../../../i18n/translate';
import { useCameraStore } from '../../../stores/cameraStore';

const presets = { auto: autoWindow, narrow: [0.25, 0.75], full: 'full' } as const satisfies Record<
  string,
  IntensityWindow
>;

type Preset = keyof typeof presets;

const presetNames: readonly Preset[] = ['auto', 'narrow', 'full'];
const titles = {
  auto: 'view.windowAuto',
  narrow: 'view.windowNarrow',
  full: 'view.windowFull',
  own: 'view.windowOwn',
} as const;

/** The contrast of the images of a modality, and the way back to the whole picture. */
export const WindowControl = memo(function WindowControl({ modality }: { modality: string }) {
  const { t } = useTranslate();
  const window = useCameraStore(({ windows }) => ownValue(windows, modality)) ?? autoWindow;
  const chosen = presetNames.find((name) => String(presets[name]) === String(window));
  const names: (Preset | 'own')[] = chosen ? [...presetNames] : [...presetNames, 'own'];
  return (
    <>
      <Select
        size="xs"
        w={92}
        aria-label={t('view.window')}
        data={names.map((value) => ({ value, label: t(titles[value]) }))}
        value={chosen ?? 'own'}
        allowDeselect={false}
        onChange={(value) => {
          const preset = presetNames.find((name) => name === value);
          if (preset) setWindow(modality, presets[preset]);
        }}
      />
      <Tooltip label={t('view.resetHint')}>
        <ActionIcon
          variant="default"
          aria-label={t('view.reset')}
          aria-keyshortcuts="R"
          onClick={resetPicture}
        >
          <IconZoomReset size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  );
});
