import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { canKeepFolders } from '../../actions/session/folderHandles';
import { openPickedFolder } from '../../actions/session/reopenFiles';
import { openChosen } from './openChosen';

interface FolderButtonProps extends ButtonProps {
  children: ReactNode;
  /** A folder with everything in it, or single files. */
  picks: 'folder' | 'files';
}

/**
 * A button that asks for a folder or files and opens what was chosen. Browsers that can open a folder again in
 * the next visit are asked for it; for the others, and for tests, there is the input.
 */
export function FolderButton({ children, picks, ...button }: FolderButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const isKept = picks === 'folder' && canKeepFolders();
  return (
    <>
      <Button {...button} onClick={() => (isKept ? void openPickedFolder() : input.current?.click())}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={typeof children === 'string' ? children : undefined}
        {...(picks === 'folder' ? { webkitdirectory: '' } : {})}
        onChange={({ currentTarget }) => {
          openChosen(currentTarget.files ?? []);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
