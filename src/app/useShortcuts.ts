import { useHotkeys } from '@mantine/hooks';
import { navigate, stepCase, stepModel } from '../actions/navigate';
import type { ViewKind } from '../domain/view';
import { useViewStore } from '../stores/viewStore';

const viewCycle: ViewKind[] = ['prediction', 'reference', 'regions', 'errors', 'causes'];

function stepView(): void {
  const { view } = useViewStore.getState();
  navigate({ view: viewCycle[(viewCycle.indexOf(view) + 1) % viewCycle.length] });
}

function inCase(act: () => void) {
  return () => {
    if (useViewStore.getState().screen === 'case') act();
  };
}

/** The keys of DESIGN.md; they rest while one types into a field. */
export function useShortcuts(): void {
  useHotkeys([
    ['ArrowUp', inCase(() => stepCase(-1))],
    ['ArrowDown', inCase(() => stepCase(1))],
    ['M', inCase(stepModel)],
    ['V', inCase(stepView)],
    ['Escape', inCase(() => navigate({ screen: 'cohort' }))],
  ]);
}
