/** The key of a scores file that is missing or of another type; readScores turns it into a problem. */
export class NotAScoresFile extends Error {}

export type Json = unknown;
export type JsonRecord = Record<string, Json>;

/** These return the value when it has the shape that they name, and throw NotAScoresFile with `at` otherwise. */
export function record(json: Json, at: string): JsonRecord {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new NotAScoresFile(at);
  return json as JsonRecord;
}

export function list(json: Json, at: string): Json[] {
  if (!Array.isArray(json)) throw new NotAScoresFile(at);
  return json;
}

export function text(json: Json, at: string): string {
  if (typeof json !== 'string') throw new NotAScoresFile(at);
  return json;
}

export function finite(json: Json, at: string): number {
  if (!Number.isFinite(json)) throw new NotAScoresFile(at);
  return json as number;
}

/** A number, or null for one that does not exist: NaN. */
export function finiteOrNaN(json: Json, at: string): number {
  return json === null ? Number.NaN : finite(json, at);
}

export function numbers(json: Json, at: string): number[] {
  return list(json, at).map((item) => finite(item, at));
}

export function whole(json: Json, at: string): number {
  if (!Number.isSafeInteger(json) || (json as number) < 0) throw new NotAScoresFile(at);
  return json as number;
}

export function wholes(json: Json, at: string): number[] {
  return list(json, at).map((item, index) => whole(item, `${at}[${index}]`));
}

/** Three whole numbers: a voxel. */
export function voxel(json: Json, at: string): [number, number, number] {
  const [x, y, z, ...more] = wholes(json, at);
  if (z === undefined || more.length > 0) throw new NotAScoresFile(at);
  return [x, y, z];
}

/** Three numbers above 0: counts or edges along the axes. */
export function triple(json: Json, at: string): [number, number, number] {
  const items = list(json, at);
  if (items.length !== 3 || !items.every((item) => finite(item, at) > 0)) {
    throw new NotAScoresFile(at);
  }
  return items as [number, number, number];
}

/** A colour as #rrggbb: it is put into pages and pictures as it stands. */
export function hexColor(json: Json, at: string): string {
  const color = text(json, at);
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new NotAScoresFile(at);
  return color;
}
