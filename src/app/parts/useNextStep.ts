import { startTransition, useEffect, useState } from 'react';

/**
 * False while a screen is drawn for the first time, then true: what waits for it is drawn after the rest is on
 * screen, so that two heavy parts are never put there in one go.
 */
export function useNextStep(): boolean {
  const [isNext, setNext] = useState(false);
  useEffect(() => startTransition(() => setNext(true)), []);
  return isNext;
}
