import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';

export function RemoveRowButton({ label, remove }: { label: string; remove: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={remove}>
      <IconTrash size={16} />
    </ActionIcon>
  );
}

interface AddRowButtonProps {
  add: () => void;
  isEnabled?: boolean;
  ref: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function AddRowButton({ add, isEnabled = true, ref, children }: AddRowButtonProps) {
  return (
    <Button
      ref={ref}
      size="compact-sm"
      variant="subtle"
      disabled={!isEnabled}
      leftSection={<IconPlus size={14} />}
      onClick={add}
    >
      {children}
    </Button>
  );
}
