import { isScheme } from '../../scoresFile/schema';
import { decoded, encoded, isRecord, kindOf } from './plainJson';
import { type Entries, ratingsIn, type SessionSlice, scenesIn, sessionSlices } from './sessionSlices';

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
  rating: (entries) =>
    (entries.study === null ||
      (isRecord(entries.study) &&
        (entries.study.scale === 'five' || entries.study.scale === 'three') &&
        isListOf(
          entries.study.items,
          ({ caseId, model }) => typeof caseId === 'string' && typeof model === 'string',
        ))) &&
    (entries.ratings === undefined || isRecord(entries.ratings)) &&
    Object.values<unknown>(ratingsIn(entries)).every(
      (entry) => isRecord(entry) && typeof entry.text === 'string',
    ),
  scenes: (entries) =>
    (entries.list === undefined || Array.isArray(entries.list)) &&
    (entries.order === undefined || isListOfTexts(entries.order)) &&
    isListOf(
      scenesIn(entries),
      ({ id, caption, notes, picture }) =>
        [id, caption, notes].every((text) => typeof text === 'string') && isPicture(picture),
    ),
  files: ({ known }) => known instanceof Map,
};

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
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
