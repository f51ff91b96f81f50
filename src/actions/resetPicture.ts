import { chosenImage } from '../domain/cohort';
import { useViewStore } from '../stores/viewStore';
import { findCase } from './caseSources';
import { resetCamera } from './moveCamera';

/** All panes as at the start: the whole head, the contrast of the modality, crosshair, all planes. */
export function resetPicture(): void {
  const { caseId, modality, enlarged } = useViewStore.getState();
  const images = findCase(caseId ?? '')?.images ?? [];
  resetCamera(chosenImage(images, modality)?.name ?? '');
  if (enlarged) useViewStore.setState({ enlarged: null, layout: enlarged.before });
}
