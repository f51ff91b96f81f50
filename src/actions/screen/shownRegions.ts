import type { RegionVolumes } from '../../domain/caseReconstruction';
import { answerKey, partsOfKey } from '../../domain/cohort';
import { noRegionVolumes, type ShownRegions, useRegionVolumesStore } from '../../stores/regionVolumesStore';
import { useShownAnswerStore } from '../../stores/shownAnswerStore';
import { useViewStore } from '../../stores/viewStore';
import type { VerifyCaseRequest } from '../../workers/protocol';
import { pool } from '../pool';
import { shownBasis, shownVerification } from '../verifyCohort';
import { resource } from './resource';
import { placeOnScreen } from './shownAnswers';

/** After the picture (2), before all numbers. */
const priority = 1;

interface Request {
  key: string;
  basis: string;
  request: VerifyCaseRequest;
}

function isNeeded(): boolean {
  const { screen, view, panel, thresholdStep } = useViewStore.getState();
  const isOfRegions = view === 'nesting' || view === 'heat' || view === 'differences';
  return screen !== 'rate' && (panel === 'reconstruction' || isOfRegions || thresholdStep !== null);
}

/** The raw regions of the case on screen, while something on screen needs them. */
export const regionVolumes = resource<Request, RegionVolumes>({
  needed: () => {
    const place = isNeeded() ? placeOnScreen() : null;
    const asked = place && shownVerification(place.caseId, place.model);
    if (!place || !asked) return null;
    const key = answerKey(place.caseId, place.model);
    return { key: `${key}\n${asked.basis}`, caseId: place.caseId, request: { key, ...asked } };
  },
  begin: (need) => useRegionVolumesStore.setState({ ...noRegionVolumes, loadingKey: need?.key ?? null }),
  load: ({ request }, signal) => pool.run('openRegions', request, { signal, priority }),
  take: (volumes, { request: { key, basis } }) =>
    useRegionVolumesStore.setState({ regions: { key, basis, ...volumes }, loadingKey: null }),
  fail: (problem) => {
    useViewStore.setState({ thresholdStep: null });
    useRegionVolumesStore.setState({ ...noRegionVolumes, problem });
  },
});

/** A threshold needs raw regions; without them, and while they are closed, the saved map is shown. */
export function dropIdleThreshold(): void {
  const place = placeOnScreen();
  if (useViewStore.getState().thresholdStep === null || !place) return;
  if (!shownVerification(place.caseId, place.model)) useViewStore.setState({ thresholdStep: null });
}

/** The raw regions of the answer on screen as they are painted and turned now; null while these are not read. */
export function shownRegions(): ShownRegions | null {
  const { answer } = useShownAnswerStore.getState();
  const { regions } = useRegionVolumesStore.getState();
  if (!answer || regions?.key !== answer.key) return null;
  return regions.basis === shownBasis(...partsOfKey(answer.key)) ? regions : null;
}
