import { planeAxis, planeOfLayout } from '../domain/planeAxis';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import { navigate } from './navigate';

/** Goes to a slice of the plane on screen (axial where there are several), as stored; stays within the volume. */
export function showSlice(slice: number): void {
  const { pair } = useShownPairStore.getState();
  const { voxel, layout } = useViewStore.getState();
  if (!pair || !voxel) return;
  const axis = planeAxis(planeOfLayout(layout), pair.geometry);
  const moved: [number, number, number] = [...voxel];
  moved[axis] = Math.min(pair.geometry.shape[axis] - 1, Math.max(0, slice));
  navigate({ voxel: moved });
}

export function stepSlice(step: number): void {
  const { pair } = useShownPairStore.getState();
  const { voxel, layout } = useViewStore.getState();
  if (pair && voxel) showSlice(voxel[planeAxis(planeOfLayout(layout), pair.geometry)] + step);
}
