// @vitest-environment happy-dom
import { act, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { useViewStore } from '../../stores/viewStore';
import { useShortcuts } from './useShortcuts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

/** A list or a menu that closes itself on Escape, as Mantine's do: before the key arrives at the document. */
function Page({ popup, isDialog }: { popup: string; isDialog: boolean }) {
  const [isOpen, setOpen] = useState(true);
  useShortcuts();
  return (
    <>
      {isDialog && isOpen && <div role="dialog" />}
      <button
        type="button"
        aria-haspopup={isDialog ? undefined : (popup as 'listbox')}
        aria-expanded={!isDialog && isOpen}
        // A browser draws between two listeners of a real key.
        onKeyDown={({ key }) => key === 'Escape' && flushSync(() => setOpen(false))}
      />
    </>
  );
}

beforeEach(() => {
  document.body.innerHTML = '';
  useViewStore.setState({ screen: 'case' });
});

test.each(['listbox', 'menu', 'dialog'])('Escape closes an open %s and nothing behind it', async (popup) => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () => root.render(<Page popup={popup} isDialog={popup === 'dialog'} />));
  const press = () =>
    act(async () => {
      place
        .querySelector('button')!
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    });
  await press();
  expect(place.querySelector('[aria-expanded="true"], [role="dialog"]')).toBeNull();
  expect(useViewStore.getState().screen).toBe('case');
  await press();
  expect(useViewStore.getState().screen).toBe('cohort');
  await act(async () => root.unmount());
});
