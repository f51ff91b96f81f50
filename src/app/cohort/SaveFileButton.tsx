import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

interface SaveFileButtonProps {
  save: () => Promise<void>;
  isEnabled: boolean;
  title?: string;
  children: ReactNode;
}

/**
 * Saves a file; busy as long as it is written, which takes seconds for thousands of rows. A double click saves
 * it once.
 */
export function SaveFileButton({ save, isEnabled, title, children }: SaveFileButtonProps) {
  const [isWriting, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    try {
      await save();
    } finally {
      setWriting(false);
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      disabled={!isEnabled}
      loading={isWriting}
      aria-busy={isWriting}
      title={title}
      leftSection={<IconDownload size={14} />}
      onClick={({ detail: clicks }) => clicks < 2 && void write()}
    >
      {children}
    </Button>
  );
}
