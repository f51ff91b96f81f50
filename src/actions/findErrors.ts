import { chosenStructure } from '../domain/chosenStructure';
import { isToldApart } from '../domain/indistinct';
import { maskKey } from '../domain/labelScheme';
import type { Codes } from '../domain/pairCodes';
import type { StructureErrors } from '../domain/structureErrors';
import { structurePart } from '../domain/structurePart';
import { useCohortStore } from '../stores/cohortStore';
import { type ErrorsFacts, noErrorsYet, useErrorsStore } from '../stores/errorsStore';
import { type ShownAnswer, useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { isAbort } from '../workers/workerPool';
import { promptPool } from './pool';
import { problemOf } from './problemOf';

/** As urgent as the picture; neighbours that are read ahead wait. */
const onScreen = 2;

/** A answer's errors live as long as its voxels. */
const known = new WeakMap<Codes, Map<string, Promise<StructureErrors>>>();

/**
 * Looks for the errors of the chosen structure in the case on screen; null when another one was asked for since, or a
 * mask that the structure needs was left out.
 */
export async function findErrors(): Promise<StructureErrors | null> {
  const { answer } = useShownAnswerStore.getState();
  const { scheme } = useCohortStore.getState();
  const structure = scheme && chosenStructure(scheme, useViewStore.getState().structure);
  if (!answer || !structure || !isToldApart(structure.labels, answer.indistinct ?? [])) {
    if (useErrorsStore.getState().key !== null) useErrorsStore.setState(noErrorsYet);
    return null;
  }
  const { labels } = structure;
  const { ignoreLabel } = scheme;
  const key = errorsKey(answer, labels, ignoreLabel);
  const before = useErrorsStore.getState();
  if (before.key === key && before.errors) return before.errors;
  if (before.key !== key) useErrorsStore.setState({ ...noErrorsYet, key });
  try {
    const errors = await errorsOf(answer, key, labels, ignoreLabel);
    if (useErrorsStore.getState().key !== key) return null;
    useErrorsStore.setState({ errors });
    return errors;
  } catch (reason) {
    if (!isAbort(reason) && useErrorsStore.getState().key === key) {
      useErrorsStore.setState({ problem: problemOf(reason, answer.key.split('\n')[0]) });
    }
    return null;
  }
}

/** What was found of what is on screen now; nothing while the list is still that of other voxels. */
export function shownErrors(): ErrorsFacts {
  const { answer } = useShownAnswerStore.getState();
  const { scheme } = useCohortStore.getState();
  const facts = useErrorsStore.getState();
  if (!answer || !scheme) return noErrorsYet;
  const { labels } = chosenStructure(scheme, useViewStore.getState().structure);
  return facts.key === errorsKey(answer, labels, scheme.ignoreLabel) ? facts : noErrorsYet;
}

function errorsKey({ key, codes }: ShownAnswer, labels: number[], ignoreLabel: number | null): string {
  return `${key}\n${maskKey(labels)}\n${ignoreLabel}\n${voxelsId(codes)}`;
}

let lastId = 0;
const ids = new WeakMap<Codes, number>();

/** Turned by its header or painted in another order, a case has other voxels under the same name. */
function voxelsId(codes: Codes): number {
  const id = ids.get(codes) ?? ++lastId;
  ids.set(codes, id);
  return id;
}

function errorsOf(
  answer: ShownAnswer,
  key: string,
  labels: number[],
  ignoreLabel: number | null,
): Promise<StructureErrors> {
  const ofAnswer = known.get(answer.codes) ?? new Map<string, Promise<StructureErrors>>();
  known.set(answer.codes, ofAnswer);
  const found = ofAnswer.get(key);
  if (found) return found;
  const part = structurePart(answer, labels, ignoreLabel);
  const finding = promptPool.run('findErrors', { part, labels, ignoreLabel }, { priority: onScreen });
  ofAnswer.set(key, finding);
  finding.catch(() => ofAnswer.delete(key));
  return finding;
}
