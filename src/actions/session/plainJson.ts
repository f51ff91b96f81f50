export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value instanceof Map ? 'map' : typeof value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === 'object' && value !== null;
}

/** As JSON: numbers that it does not know and maps become objects of one key. */
export function encoded(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (value instanceof Map) return { $map: [...value].map(encoded) };
  if (Array.isArray(value)) return value.map(encoded);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encoded(item)]));
}

/** The opposite of `encoded`. */
export function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (!isRecord(value)) return value;
  if (typeof value.$number === 'string') return Number(value.$number);
  if (Array.isArray(value.$map)) return new Map(value.$map.map(decoded) as [unknown, unknown][]);
  // A key like this would change what an object is instead of what it holds.
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, item]) => [key, decoded(item)]));
}
