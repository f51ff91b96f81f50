import { useEffect, useState } from 'react';

/** While rows come in or a filter is typed, only the last state is worth a figure. */
const restMs = 150;

/**
 * What a worker makes of `input`, which must stay the same object for as long as it means the same; null until it
 * is there. `workOut` must not change.
 */
export function useFigures<Input extends object, Figures>(
  input: Input,
  workOut: (input: Input, signal: AbortSignal) => Promise<Figures>,
): Figures | null {
  const [known, setKnown] = useState<{ input: Input; figures: Figures } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      workOut(input, stop.signal).then(
        (figures) => setKnown({ input, figures }),
        (reason) => {
          if (!stop.signal.aborted) throw reason;
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [input, workOut]);
  return known?.input === input ? known.figures : null;
}
