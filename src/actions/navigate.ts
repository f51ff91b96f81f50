import { useCohortStore } from '../stores/cohortStore';
import { type CasePanel, type Selection, useViewStore, type ViewFacts } from '../stores/viewStore';

/** Changes what is on screen; what that needs is read by followScreen. */
export function navigate(selection: Partial<Selection>): void {
  const { caseId, model, structure, isHeld } = useViewStore.getState();
  const isOtherCase = selection.caseId !== undefined && selection.caseId !== caseId;
  const isOtherModel = selection.model !== undefined && selection.model !== model;
  const isOtherStructure = selection.structure !== undefined && selection.structure !== structure;
  useViewStore.setState({
    // It begins at the slice with most errors of what was chosen.
    ...((isOtherCase || (isOtherStructure && !isHeld)) && { voxel: null }),
    // Another answer begins at the threshold of its saved map.
    ...((isOtherCase || isOtherModel) && { thresholdStep: null }),
    ...selection,
  });
}

export function openCase(caseId: string, model?: string, more: Partial<Selection> = {}): void {
  const known = model ?? useViewStore.getState().model ?? useCohortStore.getState().cohort?.models[0] ?? null;
  navigate({ screen: 'case', caseId, model: known, ...more });
}

/** Steps through the cases in the order of the list; stays at its ends. */
export function stepCase(step: 1 | -1): void {
  const cases = useCohortStore.getState().cohort?.cases ?? [];
  const place = cases.findIndex(({ id }) => id === useViewStore.getState().caseId);
  const next = cases[Math.min(cases.length - 1, Math.max(0, place + step))];
  if (next) openCase(next.id);
}

export function stepModel(): void {
  const models = useCohortStore.getState().cohort?.models ?? [];
  const { model, screen } = useViewStore.getState();
  if (screen !== 'case' || models.length === 0) return;
  navigate({ model: models[(models.indexOf(model ?? '') + 1) % models.length] });
}

/** A change of a setting or of what the picture hides. */
export function changeView(change: Partial<ViewFacts>): void {
  useViewStore.setState(change);
}

/** Whether the slice stays where it is, whatever is chosen. */
export function toggleHeld(): void {
  useViewStore.setState(({ isHeld }) => ({ isHeld: !isHeld }));
}

export function toggleHidden(structure: string): void {
  useViewStore.setState(({ hidden }) => ({
    hidden: hidden.includes(structure) ? hidden.filter((key) => key !== structure) : [...hidden, structure],
  }));
}

/** Opens one of the panels beside the picture. */
export function openPanel(panel: CasePanel): void {
  useViewStore.setState({ panel, thresholdStep: null });
}

/** Repaints the case on screen at another threshold (256ths); null shows the saved map again. */
export function moveThreshold(thresholdStep: number | null): void {
  const { view } = useViewStore.getState();
  // These do not depend on the threshold: nothing would be seen to move.
  const isFixed = view === 'reference' || view === 'nesting' || view === 'differences';
  useViewStore.setState(isFixed ? { thresholdStep, view: 'prediction' } : { thresholdStep });
}
