import { useEffect, useState } from 'react';

/** While rows come in or a filter is typed, only the last state is worth an answer. */
const restMs = 150;

interface Answered<Answer> {
  /** To this very input; null until it is there. */
  now: Answer | null;
  /** The latest one, to whatever input. */
  last: Answer | null;
}

/**
 * What `ask`, a function that stays the same, gives for an input, worked out beside the page. It is asked once the
 * input has been the same object for a moment, and for one input at a time: what is begun is finished, so that
 * inputs that never rest are answered as well.
 */
export function useBeside<Input extends object, Answer>(
  input: Input,
  ask: (input: Input, signal: AbortSignal) => Promise<Answer>,
): Answered<Answer> {
  const [known, setKnown] = useState<{ input: Input; answer: Answer | null } | null>(null);
  const [asked, setAsked] = useState<Input | null>(null);
  const isAnswered = known?.input === input;
  useEffect(() => {
    if (asked || isAnswered) return;
    const timer = setTimeout(() => setAsked(input), restMs);
    return () => clearTimeout(timer);
  }, [input, asked, isAnswered]);
  useEffect(() => {
    if (!asked) return;
    const stop = new AbortController();
    const answer = (found: Answer | null) => {
      setKnown({ input: asked, answer: found });
      setAsked(null);
    };
    const begin = () =>
      ask(asked, stop.signal).then(answer, (reason) => {
        if (stop.signal.aborted) return;
        answer(null);
        throw reason;
      });
    // Not in the same go as what was just drawn.
    const timer = setTimeout(() => void begin());
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, ask]);
  return { now: isAnswered ? known.answer : null, last: known?.answer ?? null };
}
