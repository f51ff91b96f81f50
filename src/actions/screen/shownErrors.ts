import { chosenStructure } from '../../domain/chosenStructure';
import { partsOfKey } from '../../domain/cohort';
import { isToldApart } from '../../domain/indistinct';
import { maskKey } from '../../domain/labelScheme';
import type { StructureErrors } from '../../domain/structureErrors';
import { structurePart } from '../../domain/structurePart';
import { useCohortStore } from '../../stores/cohortStore';
import { type ErrorsFacts, noErrorsYet, useErrorsStore } from '../../stores/errorsStore';
import { type ShownAnswer, useShownAnswerStore } from '../../stores/shownAnswerStore';
import { useViewStore } from '../../stores/viewStore';
import { promptPool } from '../pool';
import { type Need, resource } from './resource';

/** As urgent as the picture; neighbours that are read ahead wait. */
const onScreen = 2;

interface Request {
  answer: ShownAnswer;
  labels: number[];
  ignoreLabel: number | null;
}

/** An answer's errors live as long as its voxels. */
const known = new WeakMap<ShownAnswer, Map<string, Promise<StructureErrors>>>();

/** null while no answer is on screen, or a mask that the structure needs was left out. */
function needed(): Need<Request> | null {
  const { answer } = useShownAnswerStore.getState();
  const { scheme } = useCohortStore.getState();
  const structure = scheme && chosenStructure(scheme, useViewStore.getState().structure);
  if (!answer || !structure || !isToldApart(structure.labels, answer.indistinct ?? [])) return null;
  const { labels } = structure;
  const { ignoreLabel } = scheme;
  const key = `${answer.basis}\n${maskKey(labels)}\n${ignoreLabel}`;
  return { key, caseId: partsOfKey(answer.key)[0], request: { answer, labels, ignoreLabel } };
}

/** The errors of the chosen structure in the case on screen. */
export const structureErrors = resource<Request, StructureErrors>({
  needed,
  begin: (need) => useErrorsStore.setState({ ...noErrorsYet, key: need?.key ?? null }),
  load: ({ answer, labels, ignoreLabel }) => {
    const ofAnswer = known.get(answer) ?? new Map<string, Promise<StructureErrors>>();
    known.set(answer, ofAnswer);
    const key = `${maskKey(labels)}\n${ignoreLabel}`;
    const found = ofAnswer.get(key);
    if (found) return found;
    const part = structurePart(answer, labels, ignoreLabel);
    const finding = promptPool.run('findErrors', { part, labels, ignoreLabel }, { priority: onScreen });
    ofAnswer.set(key, finding);
    finding.catch(() => ofAnswer.delete(key));
    return finding;
  },
  take: (errors) => useErrorsStore.setState({ errors }),
  fail: (problem) => useErrorsStore.setState({ problem }),
});

/** What was found of what is on screen now; nothing while the list is still that of other voxels. */
export function shownErrors(): ErrorsFacts {
  const facts = useErrorsStore.getState();
  return facts.key === (needed()?.key ?? null) ? facts : noErrorsYet;
}
