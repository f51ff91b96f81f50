import { navigate } from '../../../actions/navigate';
import { placeOfMost } from '../../../derived/placeOfMost';
import { type Cause, errorCause } from '../../../domain/errorCause';
import { type Pair, structureKey } from '../../../domain/labelScheme';
import { countedCodes } from '../../../domain/pairCodes';
import { useCohortStore } from '../../../stores/cohortStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';

/** Shows exactly the voxels of one cause, in the slice that holds most of them. */
export function showCause(pair: Pair, cause: Cause): void {
  const { answer } = useShownAnswerStore.getState();
  const ignoreLabel = useCohortStore.getState().scheme?.ignoreLabel ?? null;
  const isCounted =
    answer &&
    countedCodes(
      answer.pairs,
      (reference, prediction) =>
        reference !== ignoreLabel && errorCause(pair, reference, prediction) === cause,
    );
  const voxel = answer && isCounted && placeOfMost(answer, isCounted);
  navigate({ view: 'causes', cause, structure: structureKey(pair.label), ...(voxel && { voxel }) });
}
