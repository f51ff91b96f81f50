/**
 * What a record holds under a name that came from files or people; undefined where nothing was put there. Plain
 * indexing finds `constructor` and `toString` in every object.
 */
export function ownValue<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
