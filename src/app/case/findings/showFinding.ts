import { navigate } from '../../../actions/navigate';
import { placeOfMost } from '../../../derived/placeOfMost';
import type { FindingPlace } from '../../../domain/caseFindings';
import { type Structure, structureKey } from '../../../domain/labelScheme';
import { countedCodes } from '../../../domain/pairCodes';
import { useCohortStore } from '../../../stores/cohortStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';

/** Shows the structure's errors at the place that a sentence names: a lesion, or most missed or extra voxels. */
export function showFinding(structure: Structure, place: FindingPlace): void {
  const voxel = place.kind === 'voxel' ? place.voxel : voxelOfMost(structure, place.kind);
  navigate({ structure: structureKey(structure), view: 'errors', ...(voxel && { voxel }) });
}

function voxelOfMost({ labels }: Structure, kind: 'missed' | 'extra'): [number, number, number] | null {
  const { answer } = useShownAnswerStore.getState();
  const ignoreLabel = useCohortStore.getState().scheme?.ignoreLabel ?? null;
  if (!answer) return null;
  const isAsked = (reference: number, prediction: number) =>
    reference !== ignoreLabel &&
    labels.includes(reference) !== labels.includes(prediction) &&
    labels.includes(kind === 'missed' ? reference : prediction);
  return placeOfMost(answer, countedCodes(answer.pairs, isAsked));
}
