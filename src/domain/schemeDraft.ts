import type { LabelScheme } from './labelScheme';
import { labelColor } from './palette';

const mostLabelValue = 65_535;

/** A label as it is being typed: the value is text until it is a number. `id` lasts as long as the row. */
export interface DraftLabel {
  id: number;
  value: string;
  name: string;
  color: string | null;
}

/** A region as it is being put together, by ids of labels, so that a label can change its value. */
export interface DraftRegion {
  id: number;
  name: string;
  labelIds: readonly number[];
  /** The label that it paints; null while none is chosen. */
  paints: number | null;
}

/** A scheme on its way: may be unfinished or wrong. Regions stand in declared order. */
export interface SchemeDraft {
  name: string;
  labels: readonly DraftLabel[];
  regions: readonly DraftRegion[];
  /** '' for none. */
  ignoreLabel: string;
}

/** Why a draft is no scheme yet; `row` is the id of the label or region, null for the whole. */
export interface DraftFlaw {
  kind:
    | 'no-name'
    | 'no-labels'
    | 'label-value'
    | 'label-twice'
    | 'label-no-name'
    | 'region-no-name'
    | 'region-twice'
    | 'region-no-labels'
    | 'region-paints-nothing'
    | 'ignore-value'
    | 'ignore-is-label';
  row: number | null;
  /** What was typed: a value or a name. */
  text: string;
}

/**
 * A scheme as a draft. A value of a region that no label names becomes a label without a name. Each label
 * keeps the colour that it has now, whatever order the regions are given.
 */
export function draftOf(scheme: LabelScheme): SchemeDraft {
  const ofRegions = [...scheme.regionsClassOrder, ...scheme.regions.flatMap((region) => region.labels)];
  const unnamed = [...new Set(ofRegions)].filter(
    (value) => !scheme.labels.some((label) => label.value === value),
  );
  const named = scheme.labels.map(({ value, name }) => ({ value, name, color: labelColor(scheme, value) }));
  const all = [...named, ...unnamed.map((value) => ({ value, name: '', color: null }))];
  const labels = all.map(
    ({ value, name, color }, index): DraftLabel => ({
      id: index,
      value: String(value),
      name,
      color,
    }),
  );
  const idOf = (value: number | undefined) => all.findIndex((label) => label.value === value);
  return {
    name: scheme.name,
    labels,
    regions: scheme.regions.map((region, index) => {
      const paints = idOf(scheme.regionsClassOrder[index]);
      return {
        id: labels.length + index,
        name: region.name,
        labelIds: region.labels.map(idOf).filter((id) => id >= 0),
        paints: paints < 0 ? null : paints,
      };
    }),
    ignoreLabel: scheme.ignoreLabel === null ? '' : String(scheme.ignoreLabel),
  };
}

/** The id for the next row. */
export function nextId({ labels, regions }: SchemeDraft): number {
  return Math.max(-1, ...labels.map(({ id }) => id), ...regions.map(({ id }) => id)) + 1;
}

/** The smallest value that no label has yet, as text. */
export function freeValue({ labels }: SchemeDraft): string {
  const taken = new Set(labels.map(({ value }) => Number(value)));
  let value = 1;
  while (taken.has(value)) value++;
  return String(value);
}

/** Everything that keeps a draft from being a scheme, in the order of the form; empty when it is one. */
export function draftFlaws(draft: SchemeDraft): DraftFlaw[] {
  const { labels, regions } = draft;
  const flaws: DraftFlaw[] = [];
  const add = (kind: DraftFlaw['kind'], row: number | null, text: string) => flaws.push({ kind, row, text });
  if (draft.name.trim() === '') add('no-name', null, '');
  if (labels.length === 0) add('no-labels', null, '');
  labels.forEach(({ id, value, name }, index) => {
    const number = labelValue(value);
    const isTwice = labels.slice(0, index).some((other) => labelValue(other.value) === number);
    if (number === null || number === 0) add('label-value', id, value);
    else if (isTwice) add('label-twice', id, value);
    if (name.trim() === '') add('label-no-name', id, value);
  });
  regions.forEach(({ id, name, labelIds, paints }, index) => {
    const isTwice = regions.slice(0, index).some((other) => other.name.trim() === name.trim());
    if (name.trim() === '') add('region-no-name', id, String(index + 1));
    else if (isTwice) add('region-twice', id, name);
    if (labelIds.length === 0) add('region-no-labels', id, name);
    if (paints === null) add('region-paints-nothing', id, name);
  });
  if (draft.ignoreLabel.trim() !== '') {
    const ignored = labelValue(draft.ignoreLabel);
    if (ignored === null || ignored === 0) add('ignore-value', null, draft.ignoreLabel);
    else if (labels.some(({ value }) => labelValue(value) === ignored)) {
      add('ignore-is-label', null, draft.ignoreLabel);
    }
  }
  return flaws;
}

/** The scheme that a draft without flaws stands for; of one with flaws, as much as can be told. */
export function schemeOf(draft: SchemeDraft): LabelScheme {
  const values = new Map(draft.labels.map(({ id, value }) => [id, labelValue(value) ?? 0]));
  const regions = draft.regions.map(({ name, labelIds }) => ({
    name: name.trim(),
    labels: draft.labels.filter(({ id }) => labelIds.includes(id)).map(({ id }) => values.get(id)!),
  }));
  const ignored = draft.ignoreLabel.trim() === '' ? null : labelValue(draft.ignoreLabel);
  return {
    name: draft.name.trim(),
    labels: draft.labels.map(({ id, name, color }) => ({
      value: values.get(id)!,
      name: name.trim(),
      ...(color === null ? {} : { color }),
    })),
    regions,
    regionsClassOrder: draft.regions.map(({ paints }) => values.get(paints ?? -1) ?? 0),
    ignoreLabel: ignored,
  };
}

/** The draft with each region painting as `regionsClassOrder` says, the regions in the order of `names`. */
export function repairedDraft(
  draft: SchemeDraft,
  names: readonly string[],
  regionsClassOrder: readonly number[],
): SchemeDraft {
  const regions = names.flatMap((name, index) => {
    const region = draft.regions.find((candidate) => candidate.name.trim() === name);
    const paints = draft.labels.find(({ value }) => labelValue(value) === regionsClassOrder[index]);
    return region ? [{ ...region, paints: paints?.id ?? region.paints }] : [];
  });
  return { ...draft, regions };
}

/** null for text that is no whole number a label map can hold. */
function labelValue(text: string): number | null {
  const value = Number(text.trim());
  return /^\d+$/.test(text.trim()) && value <= mostLabelValue ? value : null;
}
