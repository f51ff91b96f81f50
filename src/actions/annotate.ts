import { type Annotation, type CaseMark, noAnnotation } from '../domain/annotation';
import { ownValue } from '../domain/ownValue';
import { useAnnotationsStore } from '../stores/annotationsStore';

/** Marks a case; the mark that it has already is taken away. */
export function markCase(caseId: string, mark: CaseMark): void {
  change(caseId, (before) => ({ ...before, mark: before.mark === mark ? null : mark }));
}

export function noteCase(caseId: string, note: string): void {
  change(caseId, (before) => ({ ...before, note }));
}

/** Takes over what a scores file held; other cases keep what they have. */
export function addAnnotations(annotations: Record<string, Annotation>): void {
  useAnnotationsStore.setState((facts) => ({ annotations: { ...facts.annotations, ...annotations } }));
}

/** A case with neither mark nor note has no entry. */
function change(caseId: string, changed: (before: Annotation) => Annotation): void {
  const { annotations } = useAnnotationsStore.getState();
  const before = ownValue(annotations, caseId) ?? noAnnotation;
  const { [caseId]: _, ...others } = annotations;
  const after = changed(before);
  const isEmpty = after.mark === null && after.note === '';
  useAnnotationsStore.setState({ annotations: isEmpty ? others : { ...others, [caseId]: after } });
}
