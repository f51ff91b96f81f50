import { remembered } from './remembered';

/** One integer of a label map. `color` (#rrggbb) is set once a person edited the scheme. */
export interface Label {
  value: number;
  name: string;
  color?: string;
}

/** A set of label values that is predicted and scored as one. */
export interface Region {
  name: string;
  labels: number[];
}

/**
 * What the integers mean and how regions become labels again (metrics.md §1). `regions` stand in declared
 * order; `regionsClassOrder` holds the value that each of them paints. A scheme without regions is an
 * ordinary label scheme.
 */
export interface LabelScheme {
  name: string;
  labels: Label[];
  regions: Region[];
  regionsClassOrder: number[];
  ignoreLabel: number | null;
}

/** A region or a single label: whatever can be scored. */
export interface Structure {
  kind: 'region' | 'label';
  name: string;
  labels: number[];
}

/** A region and the label that it paints: their Dice scores differ by the gap. */
export interface Pair {
  region: Structure;
  label: Structure;
}

/** The labels of a structure as one key: structures with equal keys are the same voxels. */
export function maskKey(labels: readonly number[]): string {
  return [...labels].sort((first, second) => first - second).join(',');
}

/** One key per structure of a scheme; a region and a label may share a mask, never this key. */
export function structureKey(structure: Structure): string {
  return `${structure.kind}:${maskKey(structure.labels)}`;
}

function labelStructure({ value, name }: Label): Structure {
  return { kind: 'label', name, labels: [value] };
}

/** All structures of a scheme: its regions in declared order, then its labels. */
export function structuresOf(scheme: LabelScheme): Structure[] {
  return scoredOf(scheme).structures;
}

/** Each region with the label that it paints; regions that paint a value without a name are left out. */
export function pairsOf(scheme: LabelScheme): Pair[] {
  return scoredOf(scheme).pairs;
}

interface Scored {
  structures: Structure[];
  pairs: Pair[];
}

/** Every case of a scheme is scored by the same objects, so that a structure is found by itself. */
const scoredOf = remembered((scheme: LabelScheme): Scored => {
  const regions = scheme.regions.map(({ name, labels }): Structure => ({ kind: 'region', name, labels }));
  const labels = scheme.labels.map(labelStructure);
  const pairs = regions.flatMap((region, index) => {
    const painted = labels.find(({ labels: [value] }) => value === scheme.regionsClassOrder[index]);
    return painted ? [{ region, label: painted }] : [];
  });
  return { structures: [...regions, ...labels], pairs };
});

/** The pair that is looked at while none is chosen: the innermost whose region holds more than its label. */
export function usualPair(pairs: readonly Pair[]): Pair | undefined {
  return pairs.findLast(hasTwoSets) ?? pairs[0];
}

/** Whether region and label are different sets of voxels, so that their Dice can differ. */
export function hasTwoSets({ region, label }: Pair): boolean {
  return maskKey(region.labels) !== maskKey(label.labels);
}

export function pairKey(pair: Pair): string {
  return `${maskKey(pair.region.labels)}>${pair.label.labels[0]}`;
}

/** The part of a scheme that painting raw regions depends on: equal keys paint equal maps. */
export function paintKey({ regions, regionsClassOrder, labels }: LabelScheme): string {
  return JSON.stringify([
    regions.map(({ name, labels: values }, index) => [name, regionsClassOrder[index], values]),
    labels.map(({ value, name }) => [value, name]),
  ]);
}
