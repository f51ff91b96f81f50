import { useMemo } from 'react';
import { shownGrid } from '../actions/shownGrid';
import { planeAxis, planeOfLayout } from '../domain/planeAxis';
import { labelsInSlice } from '../domain/sliceCounts';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';

/** The labels that either map has in the slices on screen; in 3D all of them are. */
export function useLabelsOnSlice(): ReadonlySet<number> {
  const answer = useShownAnswerStore((facts) => facts.answer);
  const others = useShownAnswerStore((facts) => facts.others);
  const layout = useViewStore((view) => view.layout);
  const voxel = useViewStore((view) => view.voxel);
  return useMemo(() => {
    const grid = shownGrid();
    if (!answer || !grid || !voxel || layout === 'render') return new Set(answer?.values);
    const axes = layout === 'multiplanar' ? [0, 1, 2] : [planeAxis(planeOfLayout(layout), grid)];
    const shown = [answer, ...Object.values(others)];
    return new Set(
      shown.flatMap(({ slices, pairs, geometry }) =>
        axes.flatMap((axis) => [
          ...labelsInSlice(slices, axis, Math.min(voxel[axis], geometry.shape[axis] - 1), pairs),
        ]),
      ),
    );
  }, [answer, others, layout, voxel]);
}
