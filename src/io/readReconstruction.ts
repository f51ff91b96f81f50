import type { VerdictSummary } from '../domain/caseReconstruction';
import type { ChangedStructure, ReconstructionCause, TriedCause } from '../domain/reconstruction';
import {
  finite,
  type Json,
  type JsonRecord,
  list,
  NotAScoresFile,
  record,
  text,
  whole,
  wholes,
} from './jsonShape';

/**
 * The verdict that a case of a scores file has on its reconstruction; null when it was not checked or could not
 * be. Throws NotAScoresFile with the first key that does not fit.
 */
export function readReconstruction(item: JsonRecord, at: string): VerdictSummary | null {
  if (item.reconstruction === null || item.reconstruction === undefined) return null;
  const path = `${at}.reconstruction`;
  const json = record(item.reconstruction, path);
  const verdict = oneOf(['identical', 'explained', 'unexplained'], json.verdict, `${path}.verdict`);
  return {
    verdict,
    differingVoxels: whole(json.differingVoxels, `${path}.differingVoxels`),
    causes: list(json.causes, `${path}.causes`).map((cause, index) =>
      causeOf(cause, `${path}.causes[${index}]`),
    ),
    nearest: json.nearest == null ? null : triedOf(json.nearest, `${path}.nearest`),
  };
}

function triedOf(json: Json, at: string): TriedCause {
  const tried = record(json, at);
  return {
    cause: causeOf(tried.cause, `${at}.cause`),
    differingVoxels: whole(tried.differingVoxels, `${at}.differingVoxels`),
    explainedShare: finite(tried.explainedShare, `${at}.explainedShare`),
  };
}

const kinds: ReconstructionCause['kind'][] = [
  'class-order',
  'paint-sequence',
  'region-order',
  'labels-renamed',
  'region-ignored',
  'threshold',
  'components-removed',
  'holes-filled',
  'axes',
  'softmax',
];

function causeOf(json: Json, at: string): ReconstructionCause {
  const item = record(json, at);
  const kind = oneOf(kinds, item.kind, `${at}.kind`);
  switch (kind) {
    case 'class-order':
      return { kind, regionsClassOrder: wholes(item.regionsClassOrder, `${at}.regionsClassOrder`) };
    case 'paint-sequence':
    case 'region-order':
      return {
        kind,
        regions: list(item.regions, `${at}.regions`).map((name) => text(name, `${at}.regions`)),
      };
    case 'labels-renamed':
      return {
        kind,
        renamed: list(item.renamed, `${at}.renamed`).map((entry) => {
          const { from, to } = record(entry, `${at}.renamed`);
          return { from: whole(from, `${at}.renamed.from`), to: whole(to, `${at}.renamed.to`) };
        }),
      };
    case 'region-ignored':
      return { kind, region: text(item.region, `${at}.region`) };
    case 'threshold':
      return { kind, isCommon: item.isCommon === true, thresholds: thresholdsOf(item.thresholds, at) };
    case 'components-removed':
      return {
        kind,
        structure: structureOf(item.structure, `${at}.structure`),
        componentVoxels: wholes(item.componentVoxels, `${at}.componentVoxels`),
        keptComponents: whole(item.keptComponents, `${at}.keptComponents`),
        replacedBy: whole(item.replacedBy, `${at}.replacedBy`),
      };
    case 'holes-filled':
      return {
        kind,
        structure: structureOf(item.structure, `${at}.structure`),
        holeVoxels: wholes(item.holeVoxels, `${at}.holeVoxels`),
        filledWith: whole(item.filledWith, `${at}.filledWith`),
      };
    case 'axes':
      return {
        kind,
        axes: three(wholes(item.axes, `${at}.axes`), `${at}.axes`),
        flipped: three(
          list(item.flipped, `${at}.flipped`).map((isFlipped) => isFlipped === true),
          `${at}.flipped`,
        ),
      };
    case 'softmax':
      return {
        kind,
        channels: whole(item.channels, `${at}.channels`),
        hasBackground: item.hasBackground === true,
      };
  }
}

function thresholdsOf(json: Json, at: string): { region: string; atLeast: number; below: number }[] {
  const items = list(json, `${at}.thresholds`);
  if (items.length === 0) throw new NotAScoresFile(`${at}.thresholds`);
  return items.map((entry) => {
    const { region, atLeast, below } = record(entry, `${at}.thresholds`);
    return {
      region: text(region, `${at}.thresholds.region`),
      atLeast: finite(atLeast, `${at}.thresholds.atLeast`),
      below: finite(below, `${at}.thresholds.below`),
    };
  });
}

function structureOf(json: Json, at: string): ChangedStructure {
  const item = record(json, at);
  return {
    kind: oneOf(['foreground', 'region', 'label'], item.kind, `${at}.kind`),
    name: text(item.name, `${at}.name`),
    labels: wholes(item.labels, `${at}.labels`),
  };
}

function three<Item>(items: Item[], at: string): [Item, Item, Item] {
  if (items.length !== 3) throw new NotAScoresFile(at);
  return items as [Item, Item, Item];
}

function oneOf<Value extends string>(known: readonly Value[], json: Json, at: string): Value {
  const found = known.find((value) => value === json);
  if (found === undefined) throw new NotAScoresFile(at);
  return found;
}
