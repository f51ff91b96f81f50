import type { ReactNode } from 'react';
import { navigate } from '../../actions/navigate';
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
      <LayoutControl />
      <ArrangementControl />
      <ModalitySelect modalities={modalities} />
      {modality !== null && <WindowControl modality={modality} />}
      <OpacitySlider />
      {children}
    </div>
  );
}
