import { useDialogStore } from '../stores/dialogStore';

/** Opens or closes the sheet with all keys. */
export function showHelp(isHelpOpen: boolean): void {
  useDialogStore.setState({ isHelpOpen });
}
