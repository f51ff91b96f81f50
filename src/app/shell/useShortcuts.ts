import { useEffect } from 'react';
import { useViewStore } from '../../stores/viewStore';
import { palette } from './paletteStore';
import { type Shortcut, shortcuts } from './shortcuts';

/** Controls that answer keys themselves. */
const ownsEveryKey = '[role="dialog"], [role="listbox"], [role="menu"], [contenteditable], textarea, select';
const ownsArrows = '[role="slider"], [role="tab"], [role="separator"], [role="grid"], input';
const ownsSpace = 'button, a, summary, [role="slider"], [role="tab"], [role="separator"], input';

/** What Escape closes by itself: a list, a menu or a dialog in front of the page. */
const closable = '[aria-haspopup][aria-expanded="true"], [role="dialog"]';

/** The keys of the help sheet; they rest while one types or works a control that needs them. */
export function useShortcuts(): void {
  useEffect(() => {
    let isInFront = false;
    // Before the page answers: what Escape closes is closed by the time that the key arrives here.
    const look = ({ key }: KeyboardEvent) => {
      isInFront = key === 'Escape' && document.querySelector(closable) !== null;
    };
    const answer = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInFront) return;
      if (isPaletteKey(event)) {
        event.preventDefault();
        palette.open();
        return;
      }
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.act(nameOf(event));
    };
    window.addEventListener('keydown', look, { capture: true });
    document.addEventListener('keydown', answer);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      document.removeEventListener('keydown', answer);
    };
  }, []);
}

function isPaletteKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const key = nameOf(event);
  const { screen } = useViewStore.getState();
  const shortcut = shortcuts.find(
    ({ keys, screens }) => keys.includes(key) && (screens === null || screens.includes(screen)),
  );
  return !shortcut || isTaken(key, event.target) ? null : shortcut;
}

function nameOf({ key }: KeyboardEvent): string {
  return key.length === 1 ? key.toUpperCase() : key;
}

function isTaken(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(ownsEveryKey)) return true;
  if (target instanceof HTMLInputElement && isTypedInto(target)) return true;
  if (key === ' ') return target.closest(ownsSpace) !== null;
  return key.startsWith('Arrow') && target.closest(ownsArrows) !== null;
}

/** A list that only opens, a switch or a choice leaves letters and digits to the page. */
function isTypedInto({ readOnly, type }: HTMLInputElement): boolean {
  return !readOnly && !['checkbox', 'radio', 'button'].includes(type);
}
