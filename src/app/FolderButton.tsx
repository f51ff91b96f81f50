import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { openChosen } from './DropEverywhere';

interface FolderButtonProps extends ButtonProps {
  children: ReactNode;
  /** A folder with everything in it, or single files. */
  picks: 'folder' | 'files';
}

/** A button that asks for a folder or files and opens what was chosen. */
export function FolderButton({ children, picks, ...button }: FolderButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
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
