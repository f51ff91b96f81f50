import { type RefObject, useEffect } from 'react';

/** Whoever comes to a screen by keyboard, or back to it, goes on in its list; a focus that is elsewhere stays. */
export function useFocusWhereNone(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) target.current?.focus({ preventScroll: true });
  }, [target]);
}
