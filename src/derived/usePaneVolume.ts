import { useMemo } from 'react';
import { chosenStructure } from '../domain/chosenStructure';
import { answerKey, partsOfKey } from '../domain/cohort';
import type { LabelScheme } from '../domain/labelScheme';
import type { PairCodes } from '../domain/pairCodes';
import type { PlacedPane } from '../domain/panes';
import { remembered } from '../domain/remembered';
import { defaultStep } from '../domain/thresholds';
import type { View } from '../domain/view';
import { comparedModels } from '../kernels/structureBits';
import { useCohortStore } from '../stores/cohortStore';
import { type ShownAnswer, type ShownAnswerFacts, useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { useShownRegions, useShownVolume } from './useShownVolume';
import { viewOf } from './viewOf';

export interface PaneVolume {
  /** Null where the model has no prediction of the case, or while it is read. */
  volume: PairCodes | null;
  view: View;
}

/** The voxels of a pane and the view of them; a view whose voxels are not there yet shows the prediction. */
export function usePaneVolume(pane: PlacedPane, scheme: LabelScheme): PaneVolume {
  const facts = useShownAnswerStore();
  const { structure: key, cause, thresholdStep, model } = useViewStore();
  const models = useCohortStore(({ cohort }) => cohort?.models.length ?? 0);
  const structure = chosenStructure(scheme, key);
  const regions = useShownRegions();
  const chosen = useShownVolume(pane.view, structure, scheme);
  const isChosen = pane.model === model;
  const step = (isChosen && regions?.steps ? thresholdStep : null) ?? defaultStep;
  const own = isChosen ? facts.answer : answerOfModel(facts, pane.model);
  const other = pane.otherModel === null ? null : answerOfModel(facts, pane.otherModel, model);
  const compared =
    pane.view === 'models' && own && other ? bitsOf(own, other, structure.labels, scheme.ignoreLabel) : null;
  const volume = pane.view === 'models' ? compared : isChosen ? chosen : own;
  const isRaw = pane.view === 'nesting' || pane.view === 'heat' || pane.view === 'differences';
  const kind = volume && (isChosen || !isRaw) ? pane.view : 'prediction';
  const view = useMemo(
    () => viewOf(kind, scheme, key, cause, step, [pane.model, pane.otherModel ?? ''], own?.indistinct),
    [kind, scheme, key, cause, step, pane.model, pane.otherModel, own?.indistinct],
  );
  return { volume: volume ?? (models > 1 || isChosen ? own : null), view };
}

/** The case on screen as another model sees it; while the next case is read, the previous one stays. */
function answerOfModel(facts: ShownAnswerFacts, model: string, chosen?: string | null): ShownAnswer | null {
  const { answer, others } = facts;
  if (!answer) return null;
  if (model === chosen) return answer;
  const [caseId] = partsOfKey(answer.key);
  return answer.key === answerKey(caseId, model) ? answer : (others[model] ?? null);
}

/** The pane uploads voxels when it gets another object, so the same comparison gives the same one. */
const bitsOf = remembered(comparedModels);
