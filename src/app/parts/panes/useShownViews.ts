import { shownRegions } from '../../../actions/screen/shownRegions';
import { viewOf } from '../../../derived/viewOf';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { OpenedAnswer } from '../../../domain/openedAnswer';
import type { PlacedPane } from '../../../domain/panes';
import { defaultStep } from '../../../domain/thresholds';
import { useRegionVolumesStore } from '../../../stores/regionVolumesStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';
import type { ShownView } from '../../../viewer/legendEntries';

/** What the panes show and the label values that occur there, for the legend; the main pane comes first. */
export function shownViews(panes: readonly PlacedPane[], scheme: LabelScheme): ShownView[] {
  const { structure, cause, thresholdStep } = useViewStore.getState();
  const { answer, others } = useShownAnswerStore.getState();
  const regions = shownRegions();
  const ordered = [...panes].sort((pane) => (pane.place === 'main' ? -1 : 1));
  return ordered.map((pane) => {
    const isThere =
      (pane.view !== 'differences' || regions?.differences) &&
      (pane.view !== 'nesting' || regions?.bits) &&
      (pane.view !== 'heat' || regions?.steps);
    const kind = isThere ? pane.view : 'prediction';
    const models: [string, string] = [pane.model, pane.otherModel ?? ''];
    const { values, crowd, indistinct }: Pick<OpenedAnswer, 'values' | 'crowd' | 'indistinct'> = others[
      pane.model
    ] ??
      answer ?? { values: [] };
    return {
      view: viewOf(kind, scheme, structure, cause, thresholdStep ?? defaultStep, models, indistinct),
      values,
      crowd,
    };
  });
}

/** `shownViews` that follows every change. */
export function useShownViews(panes: readonly PlacedPane[], scheme: LabelScheme): ShownView[] {
  useViewStore((view) => view.structure);
  useViewStore((view) => view.cause);
  useViewStore((view) => view.thresholdStep);
  useShownAnswerStore();
  useRegionVolumesStore((facts) => facts.regions);
  return shownViews(panes, scheme);
}
