import { SegmentedControl, Select, VisuallyHidden } from '@mantine/core';
import { IconSquare, IconSquareFilled, IconSquareHalf } from '@tabler/icons-react';
import { memo } from 'react';
import { changePane } from '../../../actions/changePanes';
import { useViewKinds } from '../../../derived/useViewKinds';
import { type PaneDrawing, type PlacedPane, paneDrawings } from '../../../domain/panes';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';

const icons: Record<PaneDrawing, typeof IconSquare> = {
  fill: IconSquareFilled,
  outline: IconSquare,
  both: IconSquareHalf,
};

const noModels: string[] = [];

/** Chooses what one pane shows. Its lists are dear to draw, and most of what moves on screen is not theirs. */
export const PaneHeader = memo(PaneControls, ({ pane: before }, { pane }) =>
  (['place', 'view', 'model', 'drawing'] as const).every((fact) => before[fact] === pane[fact]),
);

function PaneControls({ pane }: { pane: PlacedPane }) {
  const { t } = useTranslate();
  const models = useCohortStore(({ cohort }) => cohort?.models ?? noModels);
  const { place, view, model, drawing } = pane;
  const kinds = useViewKinds(place);
  const named = (control: string) =>
    place === 'main' ? control : t('view.ofPane', { control, place: place + 1 });
  return (
    <div className="pane-header">
      <Select
        size="xs"
        variant="unstyled"
        className="pane-view"
        aria-label={named(t('view.view'))}
        data={kinds.map((value) => ({ value, label: t(`view.${value}`) }))}
        value={view}
        allowDeselect={false}
        maxDropdownHeight={420}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        onChange={(value) => changePane(place, { view: kinds.find((kind) => kind === value) ?? view })}
      />
      {(place === 'main' || (models.length > 1 && view !== 'reference')) && (
        <Select
          size="xs"
          variant="unstyled"
          className="pane-model"
          aria-label={named(t('words.model'))}
          data={models}
          value={model}
          allowDeselect={false}
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          onChange={(value) => changePane(place, { model: value })}
        />
      )}
      <SegmentedControl
        size="xs"
        className="pane-drawing"
        aria-label={named(t('view.drawing'))}
        data={paneDrawings.map((value) => {
          const Icon = icons[value];
          return {
            value,
            label: (
              <span title={t(`view.${value}`)}>
                <Icon size={13} aria-hidden />
                <VisuallyHidden>{t(`view.${value}`)}</VisuallyHidden>
              </span>
            ),
          };
        })}
        value={drawing}
        onChange={(value) => changePane(place, { drawing: paneDrawings.find((known) => known === value) })}
      />
    </div>
  );
}
