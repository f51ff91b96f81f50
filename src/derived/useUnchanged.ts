import { useState } from 'react';

/**
 * The value as it was first seen for as long as its content stays: rows that come in anew while surfaces are
 * measured change no Dice, and nothing that follows from Dice has to be worked out again.
 */
export function useUnchanged<Value>(
  value: Value,
  isSame: (first: Value, second: Value) => boolean = isEqual,
): Value {
  const [kept, keep] = useState(value);
  if (isSame(kept, value)) return kept;
  keep(value);
  return value;
}

/** The same things in every field, whatever they contain. */
export function hasSameFields<Fields extends object>(first: Fields, second: Fields): boolean {
  return Object.entries(first).every(([key, value]) => value === second[key as keyof Fields]);
}

/** Plain data, lists and records; numbers that do not exist are equal. */
function isEqual(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null)
    return false;
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.length === second.length && first.every((item, index) => isEqual(item, second[index]));
  }
  const [keys, others] = [Object.keys(first), Object.keys(second)];
  const at = (record: object, key: string) => (record as Record<string, unknown>)[key];
  return keys.length === others.length && keys.every((key) => isEqual(at(first, key), at(second, key)));
}
