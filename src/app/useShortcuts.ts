import { useEffect } from 'react';
import { useViewStore } from '../stores/viewStore';
import { palette } from './paletteStore';
import { type Shortcut, shortcuts } from './shortcuts';

/** Controls that answer keys themselves. */
const ownsEveryKey = '[role="dialog"], [role="listbox"], [role="menu"], [contenteditable], textarea, select';
const ownsArrows = '[role="slider"], [role="tab"], [role="separator"], [role="grid"], input';
const ownsSpace = 'button, a, summary, [role="slider"], [role="tab"], [role="separator"], input';

/** The keys of the help sheet; they rest while one types or works a control that needs them. */
export function useShortcuts(): void {
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
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
    document.addEventListener('keydown', answer);
    return () => document.removeEventListener('keydown', answer);
  }, []);
}

function isPaletteKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const key = nameOf(event);
  const { screen } = useViewStore.getState();
  const shortcut = shortcuts.find(({ keys, on }) => (on ?? screen) === screen && keys.includes(key));
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
  if (key.startsWith('Arrow')) return target.closest(ownsArrows) !== null;
  return key === 'Escape' && target.getAttribute('aria-expanded') === 'true';
}

/** A list that only opens, a switch or a choice leaves letters and digits to the page. */
function isTypedInto({ readOnly, type }: HTMLInputElement): boolean {
  return !readOnly && !['checkbox', 'radio', 'button'].includes(type);
}
