import { navigate, openPanel } from '../../../actions/navigate';
import { showWorstSlice } from '../../../actions/screen/startVoxel';
import { scoresNow } from '../../../derived/useScores';
import { chosenPair } from '../../../domain/chosenPair';
import { type Pair, structureKey } from '../../../domain/labelScheme';
import { useViewStore } from '../../../stores/viewStore';

/** Opens the answer to the gap of a pair beside the picture of the case on screen, which moves to its errors by cause. */
export function showGap({ label }: Pair): void {
  openPanel('gap');
  navigate({ structure: structureKey(label), view: 'causes', cause: null });
  showWorstSlice();
}

/** Opens the panel at what is chosen; while nothing is, at the pair with the largest gap. */
export function showGapPanel(): void {
  const { caseId, model, structure } = useViewStore.getState();
  const pairs = scoresNow(caseId, model)?.pairs ?? [];
  if (structure === null && pairs.length > 0) showGap(chosenPair(pairs, null).pair);
  else openPanel('gap');
}
