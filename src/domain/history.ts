/** A value with everything that it was before, for undo, and everything that was undone, for redo. */
export interface History<Value> {
  past: readonly Value[];
  now: Value;
  undone: readonly Value[];
  /** What the last change was about: changes of one thing in a row are one step. */
  lastChange: string | null;
}

export function startHistory<Value>(now: Value): History<Value> {
  return { past: [], now, undone: [], lastChange: null };
}

/** The history with a new value; a change of the same thing as the last one joins its step. */
export function changed<Value>(
  history: History<Value>,
  now: Value,
  change: string | null = null,
): History<Value> {
  const isSameStep = change !== null && change === history.lastChange;
  const past = isSameStep ? history.past : [...history.past, history.now];
  return { past, now, undone: [], lastChange: change };
}

/** One step back; the same history where there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const { past, now, undone } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), now: past[past.length - 1], undone: [now, ...undone], lastChange: null };
}

/** One step forward again; the same history where there is none. */
export function redo<Value>(history: History<Value>): History<Value> {
  const { past, now, undone } = history;
  if (undone.length === 0) return history;
  return { past: [...past, now], now: undone[0], undone: undone.slice(1), lastChange: null };
}
