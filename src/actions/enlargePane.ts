import type { PlacedPane } from '../domain/panes';
import type { SliceLayout } from '../domain/view';
import { useViewStore } from '../stores/viewStore';

/** Shows one plane of one pane as large as can be; once more, everything as it was before. */
export function enlargePane(place: PlacedPane['place'], layout: SliceLayout): void {
  const { enlarged, layout: before } = useViewStore.getState();
  if (enlarged) useViewStore.setState({ enlarged: null, layout: enlarged.before });
  else useViewStore.setState({ enlarged: { place, before }, layout });
}
