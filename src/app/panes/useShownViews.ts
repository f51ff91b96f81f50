import type { LabelScheme } from '../../domain/labelScheme';
import type { PlacedPane } from '../../domain/panes';
import { useShownPairStore } from '../../stores/shownPairStore';
import { useViewStore } from '../../stores/viewStore';
import type { ShownView } from '../../viewer/legendEntries';
import { useShownRegions } from '../reconstruction/useShownVolume';
import { defaultStep, viewOf } from './viewOf';

/** What the panes show and the label values that occur there, for the legend; the main pane comes first. */
export function useShownViews(panes: readonly PlacedPane[], scheme: LabelScheme): ShownView[] {
  const { structure, cause, thresholdStep } = useViewStore();
  const { pair, others } = useShownPairStore();
  const regions = useShownRegions();
  const ordered = [...panes].sort((pane) => (pane.place === 'main' ? -1 : 1));
  return ordered.map((pane) => {
    const isThere =
      (pane.view !== 'differences' || regions?.differences) &&
      (pane.view !== 'nesting' || regions?.bits) &&
      (pane.view !== 'heat' || regions?.steps);
    const kind = isThere ? pane.view : 'prediction';
    const models: [string, string] = [pane.model, pane.otherModel ?? ''];
    return {
      view: viewOf(kind, scheme, structure, cause, thresholdStep ?? defaultStep, models),
      values: (others[pane.model] ?? pair)?.values ?? [],
    };
  });
}
