import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** Whoever pauses for so long has typed the number that is meant. */
const restMs = 500;

interface NumberFieldProps
  extends Omit<NumberInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'min' | 'max'> {
  value: number | null;
  min?: number;
  max?: number;
  /** A number between `min` and `max`, or null once the field is emptied. */
  onCommit: (value: number | null) => void;
}

/**
 * A number that something is worked out from. What is typed stays as it is until it is a number and the person
 * pauses, presses Enter or leaves the field; "-" and "0." are none yet.
 */
export function NumberField({
  value,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  onCommit,
  ...props
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | number | null>(null);
  const commit = (text: string | number) => {
    // "1.0" comes as a text, since it may become "1.05".
    if (text !== '' && !/\d$/.test(String(text))) return;
    onCommit(text === '' ? null : Math.min(max, Math.max(min, Number(text))));
    setTyped(null);
  };
  const commitLater = useDebouncedCallback(commit, { delay: restMs, flushOnUnmount: true });
  return (
    <NumberInput
      {...props}
      min={min}
      max={max}
      clampBehavior="none"
      allowedDecimalSeparators={['.', ',']}
      value={typed ?? value ?? ''}
      onChange={(text) => {
        setTyped(text);
        commitLater(text);
      }}
      onPaste={(event) => {
        // The field itself would take the digits out of whatever is pasted.
        event.preventDefault();
        const number = pastedNumber(event.clipboardData.getData('text'));
        if (number === null) return;
        setTyped(number);
        commitLater(number);
      }}
      onKeyDown={({ key }) => key === 'Enter' && commitLater.flush()}
      onBlur={() => {
        commitLater.flush();
        setTyped(null);
      }}
    />
  );
}

/** A number as this page and others write it, with a minus sign of any kind; null for anything else. */
function pastedNumber(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/, '-').replace(',', '.');
  const number = Number(plain);
  return plain !== '' && Number.isFinite(number) ? number : null;
}
