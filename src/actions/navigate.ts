import { useCohortStore } from '../stores/cohortStore';
import { caseScreens, type Selection, useViewStore, type ViewFacts } from '../stores/viewStore';
import { showAnswer } from './showAnswer';
import { showRated } from './showRated';
import { showRegions } from './showRegions';
import { startInAnswer } from './startInAnswer';

/** Changes what is on screen, and reads the case when it is another one. */
export function navigate(selection: Partial<Selection>): void {
  const before = useViewStore.getState();
  const isOtherCase = selection.caseId !== undefined && selection.caseId !== before.caseId;
  useViewStore.setState(isOtherCase ? { voxel: null, ...selection } : selection);
  const { screen, caseId, model } = useViewStore.getState();
  if (screen === 'rate') showRated();
  if (!caseScreens.includes(screen) || !caseId || !model) return;
  void showAnswer(caseId, model).then(startInAnswer);
  void showRegions();
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

export function toggleHidden(structure: string): void {
  useViewStore.setState(({ hidden }) => ({
    hidden: hidden.includes(structure) ? hidden.filter((key) => key !== structure) : [...hidden, structure],
  }));
}
