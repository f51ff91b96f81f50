import { answerKey } from '../domain/cohort';
import { noRegionVolumes, type ShownRegions, useRegionVolumesStore } from '../stores/regionVolumesStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { type CasePanel, caseScreens, useViewStore } from '../stores/viewStore';
import { isAbort } from '../workers/workerPool';
import { pool } from './pool';
import { problemOf } from './problemOf';
import { shownBasis, shownVerification } from './verifyCohort';

/** After the picture (2), before all numbers. */
const priority = 1;

let reading: AbortController | null = null;

/** Reads the raw regions of the case on screen, when something on screen needs them. */
export async function showRegions(): Promise<void> {
  const { screen, caseId, model, view, panel, thresholdStep } = useViewStore.getState();
  const isNeeded =
    panel === 'reconstruction' ||
    view === 'nesting' ||
    view === 'heat' ||
    view === 'differences' ||
    thresholdStep !== null;
  if (!caseScreens.includes(screen) || !caseId || !model || !isNeeded) return;
  const asked = shownVerification(caseId, model);
  const key = answerKey(caseId, model);
  const { regions, loadingKey } = useRegionVolumesStore.getState();
  if (!asked) {
    forgetRegions();
    return;
  }
  const id = `${key}\n${asked.basis}`;
  if (loadingKey === id || (regions?.key === key && regions.basis === asked.basis)) return;
  reading?.abort();
  reading = new AbortController();
  const { signal } = reading;
  useRegionVolumesStore.setState({ regions: null, loadingKey: id, problem: null });
  useViewStore.setState({ thresholdStep: null });
  try {
    const volumes = await pool.run('openRegions', asked.request, { signal, priority });
    useRegionVolumesStore.setState({
      regions: { key, basis: asked.basis, ...volumes },
      loadingKey: null,
    });
  } catch (reason) {
    if (isAbort(reason)) return;
    useViewStore.setState({ thresholdStep: null });
    useRegionVolumesStore.setState({ regions: null, loadingKey: null, problem: problemOf(reason, caseId) });
  }
}

/** The raw regions of the answer on screen as they are painted and turned now; null while these are not read. */
export function shownRegions(): ShownRegions | null {
  const { answer } = useShownAnswerStore.getState();
  const { regions } = useRegionVolumesStore.getState();
  if (!answer || regions?.key !== answer.key) return null;
  const [caseId, model] = answer.key.split('\n');
  return regions.basis === shownBasis(caseId, model) ? regions : null;
}

/** Frees the volumes, as when other files were opened or no case with raw regions is on screen. */
export function forgetRegions(): void {
  reading?.abort();
  reading = null;
  if (useRegionVolumesStore.getState() !== noRegionVolumes) useRegionVolumesStore.setState(noRegionVolumes);
  if (useViewStore.getState().thresholdStep !== null) useViewStore.setState({ thresholdStep: null });
}

/** Opens one of the panels beside the picture. */
export function openPanel(panel: CasePanel): void {
  useViewStore.setState({ panel, thresholdStep: null });
  void showRegions();
}

/** Repaints the case on screen at another threshold (256ths); null shows the saved map again. */
export function moveThreshold(thresholdStep: number | null): void {
  const { view } = useViewStore.getState();
  // These do not depend on the threshold: nothing would be seen to move.
  const isFixed = view === 'reference' || view === 'nesting' || view === 'differences';
  useViewStore.setState(isFixed ? { thresholdStep, view: 'prediction' } : { thresholdStep });
}
