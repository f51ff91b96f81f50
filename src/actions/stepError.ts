import { placedPanes } from '../domain/panes';
import { axisPlane, isPlane, planeAxis, planeOfLayout } from '../domain/planeAxis';
import type { ViewKind } from '../domain/view';
import { useErrorsStore } from '../stores/errorsStore';
import { useViewStore } from '../stores/viewStore';
import { navigate } from './navigate';
import { structureErrors } from './screen/shownErrors';
import { shownGrid } from './shownGrid';

/** Views in which the voxels of an error stand out. */
const errorViews: readonly ViewKind[] = ['errors', 'causes', 'confusion'];

function isErrorOnScreen(): boolean {
  const { model, ...choices } = useViewStore.getState();
  return placedPanes({ ...choices, model: model ?? '' }, []).some(({ view }) => errorViews.includes(view));
}

/** Jumps to the next or previous error, from the largest to the smallest and round again. */
export async function stepError(step: 1 | -1): Promise<void> {
  const count = (await structureErrors.follow())?.components.length ?? 0;
  if (count === 0) return;
  const { current } = useErrorsStore.getState();
  const next = current === null ? (step > 0 ? 0 : count - 1) : (current + step + count) % count;
  showError(next);
}

/** Centres all panes on an error, in the plane where it is largest; the first of equal planes stays. */
export function showError(index: number): void {
  const grid = shownGrid();
  const component = useErrorsStore.getState().errors?.components[index];
  if (!grid || !component) return;
  const { layout } = useViewStore.getState();
  const { spots } = component;
  const current = planeAxis(planeOfLayout(layout), grid);
  const axis = [0, 1, 2].reduce(
    (best, other) => (spots[other].areaMm2 > spots[best].areaMm2 ? other : best),
    current,
  );
  useErrorsStore.setState({ current: index });
  navigate({
    voxel: spots[axis].voxel,
    ...(isPlane(layout) && { layout: axisPlane(axis, grid) }),
    ...(!isErrorOnScreen() && { view: 'errors' }),
  });
}
