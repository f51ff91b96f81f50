import type { Cohort } from '../domain/cohort';
import { changed, type History, redo, undo } from '../domain/history';
import { ownValue } from '../domain/ownValue';
import type { Recognition, Role, RoleOverrides } from '../domain/recognition';
import { applyOverrides, correctedClaims } from '../io/applyOverrides';
import { type CohortFacts, useCohortStore } from '../stores/cohortStore';
import { useViewStore } from '../stores/viewStore';
import { askForScheme } from './chooseScheme';
import { forgetStaleResults } from './forgetStaleResults';
import { changeView, navigate } from './navigate';
import { joinAttributesAgain } from './openAttributes';
import { renameModels } from './renameModels';
import { scoreCohort } from './scoreCohort';
import { cancelWork } from './work';

/** What the store holds of a recognition. */
export function recognitionFacts(
  recognition: Recognition,
): Pick<CohortFacts, 'recognition' | 'cohort' | 'companions'> {
  const { cohort, companions } = recognition;
  return {
    recognition,
    cohort: cohort.cases.length > 0 ? cohort : null,
    companions: new Map([...companions].map(([header, { path }]) => [header, path])),
  };
}

/** Gives all files of a row of the review another role. */
export function changeRole(sourceKey: string, role: Role): void {
  const { edits } = useCohortStore.getState();
  const roles = { ...edits.now.roles, [sourceKey]: role };
  takeEdits(changed(edits, { ...edits.now, roles }));
}

/** Names a model anew; an empty name gives it back the one that it was recognised by. */
export function renameModel(foundModel: string, name: string): void {
  const { edits } = useCohortStore.getState();
  const { [foundModel]: before = foundModel, ...others } = edits.now.modelNames;
  const after = name.trim() || foundModel;
  if (after === before) return;
  const modelNames = after === foundModel ? others : { ...others, [foundModel]: after };
  takeEdits(changed(edits, { ...edits.now, modelNames }));
}

/** Takes all files of one case for those of another. */
export function joinCases(caseId: string, otherCaseId: string): void {
  const { edits, recognition } = useCohortStore.getState();
  if (!recognition || caseId === otherCaseId) return;
  const files = correctedClaims(recognition.found.claims, edits.now).filter(
    (claim) => claim.caseId === caseId,
  );
  const joined = Object.fromEntries(files.map(({ path }) => [path, otherCaseId]));
  takeEdits(changed(edits, { ...edits.now, cases: { ...edits.now.cases, ...joined } }));
}

export function undoEdit(): void {
  const { edits } = useCohortStore.getState();
  if (edits.past.length > 0) takeEdits(undo(edits));
}

export function redoEdit(): void {
  const { edits } = useCohortStore.getState();
  if (edits.undone.length > 0) takeEdits(redo(edits));
}

/** Takes what is shown in the review as right; asks for the scheme where it is still unknown, else scores. */
export function confirmReview(): void {
  useCohortStore.setState({ isReviewed: true });
  if (!useCohortStore.getState().isSchemeConfirmed) {
    askForScheme();
    return;
  }
  navigate({ screen: 'cohort' });
  void scoreCohort();
}

/** The models that an edit names anew, by the name of before; those that it joins or parts are other models. */
function newNames(
  { edits, cohort }: CohortFacts,
  { modelNames }: RoleOverrides,
  { models }: Cohort,
): Map<string, string> {
  const names = new Map<string, string>();
  const before = edits.now.modelNames;
  for (const found of new Set([...Object.keys(before), ...Object.keys(modelNames)])) {
    const [old, now] = [ownValue(before, found) ?? found, ownValue(modelNames, found) ?? found];
    if (!models.includes(old) && models.includes(now) && !cohort?.models.includes(now)) names.set(old, now);
  }
  return names;
}

function takeEdits(edits: History<RoleOverrides>): void {
  const before = useCohortStore.getState();
  if (!before.recognition) return;
  cancelWork();
  const recognition = applyOverrides(before.recognition, edits.now);
  renameModels(newNames(before, edits.now, recognition.cohort));
  // A review in which everything was left out stays open: undo leads back.
  useCohortStore.setState({ ...recognitionFacts(recognition), cohort: recognition.cohort, edits });
  forgetStaleResults();
  joinAttributesAgain();
  const { models } = recognition.cohort;
  const { model } = useViewStore.getState();
  if (model === null || !models.includes(model)) changeView({ model: models[0] ?? null });
  if (before.isReviewed && before.isSchemeConfirmed) void scoreCohort();
}
