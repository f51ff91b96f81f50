import { useEffect, useState } from 'react';

/** While rows come in or a filter is typed, only the last state is worth an answer. */
const restMs = 150;

/**
 * What `ask`, a function that stays the same, gives for an input; null until it is there. It is asked once the
 * input has been the same object for a moment, and works beside the page.
 */
export function useBeside<Input extends object, Answer>(
  input: Input,
  ask: (input: Input, signal: AbortSignal) => Promise<Answer>,
): Answer | null {
  const [known, setKnown] = useState<{ input: Input; answer: Answer } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(input, stop.signal).then(
        (answer) => setKnown({ input, answer }),
        (reason) => {
          if (!stop.signal.aborted) throw reason;
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [input, ask]);
  return known?.input === input ? known.answer : null;
}
