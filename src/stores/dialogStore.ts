import { create } from 'zustand';

/** Dialogs that keys open from anywhere. */
export interface DialogFacts {
  isHelpOpen: boolean;
}

export const useDialogStore = create<DialogFacts>(() => ({ isHelpOpen: false }));
