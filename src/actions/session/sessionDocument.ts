import { readScheme } from '../../io/readScores';
import { type Entries, type SessionSlice, sessionSlices } from './sessionSlices';

/**
 * What a session file holds beyond the scores, under its key "session": the slices of this browser as JSON.
 * Numbers that JSON does not know and maps are written as objects of one key.
 */
export interface SessionDocument {
  version: 1;
  slices: Record<string, unknown>;
}

/** Everything that a session file adds to the scores file: roles, marks, notes, names of files, view. */
export function sessionDocument(): SessionDocument {
  const kept = sessionSlices.filter(({ isBrowserOnly }) => !isBrowserOnly);
  return { version: 1, slices: Object.fromEntries(kept.map(({ name, read }) => [name, encoded(read())])) };
}

/**
 * The slices of a session file; those that are missing, unknown or not of the shape that they have now are
 * left out, so that the scores open in any case.
 */
export function readSessionDocument(json: unknown): Map<string, Entries> {
  const bySlice = new Map<string, Entries>();
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.slices)) return bySlice;
  for (const slice of sessionSlices) {
    const entries = slice.isBrowserOnly ? undefined : decoded(json.slices[slice.name]);
    if (isRecord(entries) && isOfShape(slice, entries)) bySlice.set(slice.name, entries);
  }
  return bySlice;
}

/**
 * Compares with the shape that a slice has when nothing is open. A fact that may be null says nothing about
 * its shape, so those that screens rely on are looked into.
 */
function isOfShape({ name, read }: SessionSlice, entries: Entries): boolean {
  const here = read();
  const isAlike = Object.entries(here).every(([key, value]) => {
    const entry = entries[key];
    return entry === undefined || value === null || entry === null || kindOf(entry) === kindOf(value);
  });
  return isAlike && (shapes[name]?.(entries) ?? true);
}

const shapes: Record<string, (entries: Entries) => boolean> = {
  cohort: ({ cohort, edits, recognition, scheme, turnedByHeader }) =>
    isRecord(cohort) &&
    [cohort.models, cohort.unclaimed, turnedByHeader].every(Array.isArray) &&
    isListOf(cohort.cases, (item) => typeof item.id === 'string' && Array.isArray(item.images)) &&
    isListOf(cohort.cases, (item) => isListOf(item.predictions, ({ model }) => typeof model === 'string')) &&
    isScheme(scheme) &&
    isRecord(edits) &&
    isRecord(edits.now) &&
    isRecord(edits.now.roles) &&
    isRecord(edits.now.modelNames) &&
    (edits.now.cases === undefined || isRecord(edits.now.cases)) &&
    (recognition === null || (isRecord(recognition) && isRecord(recognition.found))),
  annotations: (entries) =>
    Object.values(entries).every((entry) => isRecord(entry) && typeof entry.note === 'string'),
  rating: ({ study, ratings }) =>
    (study === null ||
      (isRecord(study) &&
        (study.scale === 'five' || study.scale === 'three') &&
        isListOf(
          study.items,
          ({ caseId, model }) => typeof caseId === 'string' && typeof model === 'string',
        ))) &&
    isRecord(ratings) &&
    Object.values(ratings).every((entry) => isRecord(entry) && typeof entry.text === 'string'),
  scenes: ({ list }) =>
    isListOf(
      list,
      ({ id, caption, notes, picture }) =>
        [id, caption, notes].every((text) => typeof text === 'string') && isPicture(picture),
    ),
  files: ({ known }) => known instanceof Map,
};

function isScheme(json: unknown): boolean {
  try {
    readScheme(json, 'scheme');
    return true;
  } catch {
    return false;
  }
}

/** What would break a screen if it were missing; values out of range are put right where they are used. */
function isPicture(picture: unknown): boolean {
  return (
    isRecord(picture) &&
    [picture.caseId, picture.model, picture.view, picture.layout].every((text) => typeof text === 'string') &&
    [picture.sidePanes, picture.hidden].every(Array.isArray) &&
    isRecord(picture.shares) &&
    isRecord(picture.camera) &&
    Array.isArray(picture.camera.panMm)
  );
}

function isListOf(value: unknown, isItem: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && isItem(item));
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value instanceof Map ? 'map' : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === 'object' && value !== null;
}

function encoded(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (value instanceof Map) return { $map: [...value].map(encoded) };
  if (Array.isArray(value)) return value.map(encoded);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encoded(item)]));
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (!isRecord(value)) return value;
  if (typeof value.$number === 'string') return Number(value.$number);
  if (Array.isArray(value.$map)) return new Map(value.$map.map(decoded) as [unknown, unknown][]);
  // A key like this would change what an object is instead of what it holds.
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, item]) => [key, decoded(item)]));
}
