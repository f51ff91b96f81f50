import { Button, Tooltip } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { navigate, toggleHeld } from '../../actions/navigate';
import { chosenStructure } from '../../domain/chosenStructure';
import { type LabelScheme, structureKey } from '../../domain/labelScheme';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { ArrangementControl } from '../parts/panes/ArrangementControl';
import { LayoutControl, ModalitySelect, OpacitySlider } from '../parts/panes/PictureControls';
import { WindowControl } from '../parts/panes/WindowControl';
import { StructureSelect } from '../parts/StructureSelect';

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
  return (
    <div className="view-bar" role="toolbar" aria-label={t('view.toolbar')}>
      <StructureSelect
        scheme={scheme}
        className="view-structure"
        value={structureKey(chosenStructure(scheme, structure))}
        choose={(key) => navigate({ structure: key })}
      />
      <HoldButton />
      <LayoutControl />
      <ArrangementControl />
      <ModalitySelect modalities={modalities} />
      {modality !== null && <WindowControl modality={modality} />}
      <OpacitySlider />
      {children}
    </div>
  );
}

function HoldButton() {
  const { t } = useTranslate();
  const isHeld = useViewStore((view) => view.isHeld);
  const Icon = isHeld ? IconLock : IconLockOpen;
  return (
    <Tooltip label={t('view.holdHint')}>
      <Button
        className="hold-slice"
        size="compact-sm"
        variant={isHeld ? 'filled' : 'default'}
        leftSection={<Icon size={15} aria-hidden />}
        aria-label={t('view.hold')}
        aria-pressed={isHeld}
        aria-keyshortcuts="H"
        onClick={toggleHeld}
      >
        <span>{t('view.hold')}</span>
      </Button>
    </Tooltip>
  );
}
