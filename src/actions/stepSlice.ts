import { planeAxis, planeOfLayout } from '../domain/planeAxis';
import { useViewStore } from '../stores/viewStore';
import { navigate } from './navigate';
import { shownGrid } from './shownGrid';

/** Goes to a slice of the plane on screen (axial where there are several), as stored; stays within the volume. */
export function showSlice(slice: number): void {
  const grid = shownGrid();
  const { voxel, layout } = useViewStore.getState();
  if (!grid || !voxel) return;
  const axis = planeAxis(planeOfLayout(layout), grid);
  const moved: [number, number, number] = [...voxel];
  moved[axis] = Math.min(grid.shape[axis] - 1, Math.max(0, slice));
  navigate({ voxel: moved });
}

export function stepSlice(step: number): void {
  const grid = shownGrid();
  const { voxel, layout } = useViewStore.getState();
  if (grid && voxel) showSlice(voxel[planeAxis(planeOfLayout(layout), grid)] + step);
}
