import { chosenStructure } from '../domain/chosenStructure';
import { resultKey } from '../domain/cohort';
import { structureKey } from '../domain/labelScheme';
import { planeAxis, planeOfLayout } from '../domain/planeAxis';
import { useCohortStore } from '../stores/cohortStore';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import { findErrors } from './findErrors';

/** A case that was opened without a voxel begins at its worst slice of the chosen structure. */
export function startInPair(): void {
  const { pair } = useShownPairStore.getState();
  const { scheme } = useCohortStore.getState();
  const { caseId, model, voxel, structure, layout } = useViewStore.getState();
  if (!scheme || pair?.key !== resultKey(caseId ?? '', model ?? '')) return;
  void findErrors();
  if (voxel) return;
  const { shape } = pair.geometry;
  const starts = pair.starts[structureKey(chosenStructure(scheme, structure))];
  const start = starts?.[planeAxis(planeOfLayout(layout), pair.geometry)];
  const [x, y, z] = shape.map((count) => Math.floor(count / 2));
  useViewStore.setState({ voxel: start ?? [x, y, z] });
}
