import { nestingTree, unrebuildableLabels } from '../domain/checkScheme';
import type { CohortRow } from '../domain/cohortRow';
import type { Readings, StructureComparison, TrainingFacts } from '../domain/comparison';
import type { LabelScheme, Region } from '../domain/labelScheme';
import { meanOf } from '../domain/summarise';
import { sharedCases } from './pairedScores';
import { readingVerdicts } from './readingVerdicts';

/** How the regions of a scheme lie to one another: inside, apart, or crossing. */
export function nestingOf({ regions }: LabelScheme): TrainingFacts['nesting'] {
  if (regions.length === 0) return 'no-regions';
  if (regions.some((region, index) => regions.slice(index + 1).some((other) => isCrossing(region, other)))) {
    return 'crossing';
  }
  const roots = nestingTree(regions);
  if (roots.every(({ children }) => children.length === 0)) return 'independent';
  return roots.length === 1 ? 'nested' : 'partly-nested';
}

/** What scheme and scores of two models on the cases of both say of their training. */
export function trainingFacts(
  scheme: LabelScheme,
  rows: readonly CohortRow[],
  models: { first: string; second: string; cases: number },
  readings: Readings<StructureComparison[]> | null,
): TrainingFacts {
  return {
    nesting: nestingOf(scheme),
    canRebuild: unrebuildableLabels(scheme).length === 0,
    firstModel: models.first,
    secondModel: models.second,
    cases: models.cases,
    verdicts: readings && readingVerdicts(readings),
    drop: dropOf(readings ? rowsOfBoth(rows, models) : rows),
  };
}

function rowsOfBoth(
  rows: readonly CohortRow[],
  { first, second }: { first: string; second: string },
): CohortRow[] {
  const shared = new Set(sharedCases(rows, first, second).shared);
  return rows.filter(({ caseId, model }) => (model === first || model === second) && shared.has(caseId));
}

/** Pairs whose region and label are the same voxels have no gap by construction and are left out. */
function dropOf(rows: readonly CohortRow[]): TrainingFacts['drop'] {
  const pairs = rows.flatMap(({ scores }) =>
    (scores?.pairs ?? []).filter(
      ({ pair, account }) => pair.region.labels.length > 1 && !Number.isNaN(account.gap),
    ),
  );
  if (pairs.length === 0) return null;
  const measured = pairs.flatMap(({ account, distances }) => {
    const shapePart = distances?.shapePart.value ?? null;
    return shapePart === null ? [] : [{ gap: account.gap, shapePart }];
  });
  return {
    gap: meanOf(pairs.map(({ account }) => account.gap)),
    measuredGap: meanOf(measured.map(({ gap }) => gap)),
    shapePart: meanOf(measured.map(({ shapePart }) => shapePart)),
    measured: measured.length,
    rows: pairs.length,
  };
}

function isCrossing(first: Region, second: Region): boolean {
  const shared = first.labels.filter((value) => second.labels.includes(value)).length;
  return shared > 0 && shared < first.labels.length && shared < second.labels.length;
}
