import { isSubsetOf } from './isSubsetOf';
import type { LabelScheme, Region } from './labelScheme';

/** What painting makes of one label: the last painted region that holds it, and the value it then gets. */
export interface PaintedLabel {
  label: number;
  paintedAs: number;
  lastRegion: string | null;
}

/** One thing to know about a scheme, as facts; the words are the page's. */
export type SchemeFinding =
  | { kind: 'order-length'; regionCount: number; orderLength: number }
  /** Painting gives the label another value. */
  | { kind: 'label-repainted'; label: number; paintedAs: number; region: string }
  /** No region holds the label: it is painted as background. */
  | { kind: 'label-in-no-region'; label: number }
  /** These labels lie in the same regions, so no class order can rebuild them all. */
  | { kind: 'labels-inseparable'; labels: number[]; regions: string[] }
  /** A later region covers this one wholly: it never shows in the label map. */
  | { kind: 'region-hidden'; region: string; coveredBy: string }
  | { kind: 'overlap-not-nested'; regions: [string, string]; labels: number[] }
  /** With this class order the regions as they stand rebuild every label. */
  | { kind: 'repair-class-order'; found: number[]; repaired: number[] }
  /** No class order helps, but these regions in another order with that class order do. */
  | { kind: 'repair-region-order'; regions: string[]; repaired: number[] }
  /** The regions stand in the order of the alphabet and not from large to small: were the keys sorted? */
  | { kind: 'alphabetical-keys'; regions: string[] };

/** A region with the regions that lie directly inside it. */
export interface NestingNode {
  region: string;
  labels: number[];
  children: NestingNode[];
}

/**
 * Follows every label of the scheme through nnU-Net's painting rule (metrics.md §1). A label that no region
 * holds is painted as 0.
 */
export function paintedLabels(scheme: LabelScheme): PaintedLabel[] {
  return scheme.labels.map(({ value }) => {
    const last = scheme.regions.findLastIndex(({ labels }) => labels.includes(value));
    return {
      label: value,
      paintedAs: last < 0 ? 0 : (scheme.regionsClassOrder[last] ?? 0),
      lastRegion: scheme.regions[last]?.name ?? null,
    };
  });
}

/** The labels that painting cannot give back; empty when the scheme can rebuild all its labels. */
export function unrebuildableLabels(scheme: LabelScheme): PaintedLabel[] {
  if (scheme.regions.length === 0) return [];
  return paintedLabels(scheme).filter(({ label, paintedAs }) => label !== paintedAs);
}

/**
 * The class order with which these regions, in this order, rebuild every label; null when there is none. A
 * region that later ones cover wholly may paint anything: it keeps its value.
 */
export function repairedClassOrder(scheme: LabelScheme): number[] | null {
  const shown: number[][] = scheme.regions.map(() => []);
  for (const { value } of scheme.labels) {
    const last = scheme.regions.findLastIndex(({ labels }) => labels.includes(value));
    if (last < 0) return null;
    shown[last].push(value);
  }
  if (shown.some((values) => values.length > 1)) return null;
  return shown.map(
    (values, index) =>
      values[0] ?? scheme.regionsClassOrder[index] ?? Math.min(...scheme.regions[index].labels),
  );
}

/** The regions from large to small with the class order that then rebuilds every label, or null. */
export function repairedRegionOrder(
  scheme: LabelScheme,
): Pick<LabelScheme, 'regions' | 'regionsClassOrder'> | null {
  const regions = scheme.regions.toSorted((first, second) => second.labels.length - first.labels.length);
  const regionsClassOrder = repairedClassOrder({ ...scheme, regions, regionsClassOrder: [] });
  return regionsClassOrder && { regions, regionsClassOrder };
}

/** Everything to know about how a scheme rebuilds its labels; empty for a sound scheme or one without regions. */
export function checkScheme(scheme: LabelScheme): SchemeFinding[] {
  const { regions, regionsClassOrder } = scheme;
  if (regions.length === 0) return [];
  const findings: SchemeFinding[] = [];
  if (regionsClassOrder.length !== regions.length) {
    const lengths = { regionCount: regions.length, orderLength: regionsClassOrder.length };
    findings.push({ kind: 'order-length', ...lengths });
  }
  const failures = unrebuildableLabels(scheme);
  for (const { label, paintedAs, lastRegion } of failures) {
    if (lastRegion === null) findings.push({ kind: 'label-in-no-region', label });
    else findings.push({ kind: 'label-repainted', label, paintedAs, region: lastRegion });
  }
  findings.push(...inseparableLabels(scheme), ...hiddenRegions(regions), ...crossingRegions(regions));
  if (isAlphabetical(regions) && hiddenRegions(regions).length > 0) {
    findings.push({ kind: 'alphabetical-keys', regions: regions.map(({ name }) => name) });
  }
  if (failures.length > 0) findings.push(...repairs(scheme));
  return findings;
}

/** Regions inside one another, the outermost first; a region lies in the smallest that holds all its labels. */
export function nestingTree(regions: readonly Region[]): NestingNode[] {
  const nodes = regions.map(({ name, labels }): NestingNode => ({ region: name, labels, children: [] }));
  const roots: NestingNode[] = [];
  nodes.forEach((node, index) => {
    const parents = nodes.filter((other, place) => {
      if (other === node || !isSubsetOf(node.labels, other.labels)) return false;
      return other.labels.length > node.labels.length || place < index;
    });
    const parent = parents.reduce<NestingNode | null>(
      // Of equal regions the last one: each of them then lies in the one before.
      (best, other) => (best === null || other.labels.length <= best.labels.length ? other : best),
      null,
    );
    (parent?.children ?? roots).push(node);
  });
  return roots;
}

function repairs(scheme: LabelScheme): SchemeFinding[] {
  const order = repairedClassOrder(scheme);
  if (order) return [{ kind: 'repair-class-order', found: scheme.regionsClassOrder, repaired: order }];
  const other = repairedRegionOrder(scheme);
  if (!other) return [];
  const names = other.regions.map(({ name }) => name);
  return [{ kind: 'repair-region-order', regions: names, repaired: other.regionsClassOrder }];
}

function inseparableLabels({ labels, regions }: LabelScheme): SchemeFinding[] {
  const groups = new Map<string, number[]>();
  for (const { value } of labels) {
    const inside = regions.flatMap((region, index) => (region.labels.includes(value) ? [index] : []));
    const group = groups.get(inside.join());
    if (group) group.push(value);
    else groups.set(inside.join(), [value]);
  }
  return [...groups].flatMap(([inside, values]): SchemeFinding[] => {
    if (values.length < 2 || inside === '') return [];
    const names = inside.split(',').map((index) => regions[Number(index)].name);
    return [{ kind: 'labels-inseparable', labels: values, regions: names }];
  });
}

function hiddenRegions(regions: readonly Region[]): SchemeFinding[] {
  return regions.flatMap((region, index): SchemeFinding[] => {
    const cover = regions.slice(index + 1).find(({ labels }) => isSubsetOf(region.labels, labels));
    return cover ? [{ kind: 'region-hidden', region: region.name, coveredBy: cover.name }] : [];
  });
}

function crossingRegions(regions: readonly Region[]): SchemeFinding[] {
  return regions.flatMap((first, index) =>
    regions.slice(index + 1).flatMap((second): SchemeFinding[] => {
      const shared = first.labels.filter((value) => second.labels.includes(value));
      const isCrossing =
        shared.length > 0 &&
        !isSubsetOf(first.labels, second.labels) &&
        !isSubsetOf(second.labels, first.labels);
      return isCrossing
        ? [{ kind: 'overlap-not-nested', regions: [first.name, second.name], labels: shared }]
        : [];
    }),
  );
}

function isAlphabetical(regions: readonly Region[]): boolean {
  return (
    regions.length > 1 && regions.every(({ name }, index) => index === 0 || regions[index - 1].name <= name)
  );
}
