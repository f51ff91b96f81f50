import { useEffect, useState } from 'react';
import { Pace } from '../actions/pace';

/**
 * What long work on the page comes to, done in its steps, between which the page answers. It is begun anew when
 * `begin` is another function; until then it is what the work before came to, null at first.
 */
export function useInSteps<Outcome>(begin: () => Generator<void, Outcome>): Outcome | null {
  const [known, setKnown] = useState<{ outcome: Outcome } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const work = async () => {
      const pace = new Pace(stop.signal);
      const steps = begin();
      for (;;) {
        const step = steps.next();
        if (step.done) return setKnown({ outcome: step.value });
        await pace.rest();
      }
    };
    work().catch((reason) => {
      if (!stop.signal.aborted) throw reason;
    });
    return () => stop.abort();
  }, [begin]);
  return known?.outcome ?? null;
}
