import { type DialogFacts, useDialogStore } from '../stores/dialogStore';

/** Opens or closes the help sheet or the palette; there is room for one of them. */
export function showDialog(change: Partial<DialogFacts>): void {
  useDialogStore.setState({ isHelpOpen: false, isPaletteOpen: false, ...change });
}
