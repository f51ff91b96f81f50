import { type CohortRow, isExcluded } from '../domain/cohortRow';
import type { DrivingCase, PairedScores } from '../domain/comparison';
import type { Structure } from '../domain/labelScheme';
import { structureIn } from '../domain/scoresIn';

/** The cases that both models, or only one of them, were scored on; excluded cases are in neither. */
export interface SharedCases {
  shared: string[];
  onlyFirst: string[];
  onlySecond: string[];
}

export function sharedCases(rows: readonly CohortRow[], first: string, second: string): SharedCases {
  const casesOf = (model: string) =>
    new Set(
      rows.filter((row) => row.model === model && row.scores && !isExcluded(row)).map(({ caseId }) => caseId),
    );
  const ofFirst = casesOf(first);
  const ofSecond = casesOf(second);
  return {
    shared: [...ofFirst].filter((id) => ofSecond.has(id)),
    onlyFirst: [...ofFirst].filter((id) => !ofSecond.has(id)),
    onlySecond: [...ofSecond].filter((id) => !ofFirst.has(id)),
  };
}

/** Dice of each structure by both models on the cases that both were scored on. */
export function pairedScores(
  rows: readonly CohortRow[],
  structures: readonly Structure[],
  first: string,
  second: string,
): PairedScores[] {
  const { shared } = sharedCases(rows, first, second);
  const diceOf = (model: string, structure: Structure) => {
    const byCase = new Map<string, number>();
    for (const row of rows) {
      if (row.model !== model) continue;
      const found = structureIn(row.scores, structure);
      if (found) byCase.set(row.caseId, found.overlap.dice);
    }
    return shared.map((caseId) => byCase.get(caseId) ?? Number.NaN);
  };
  return structures.map((structure) => ({
    structure,
    caseIds: shared,
    first: diceOf(first, structure),
    second: diceOf(second, structure),
  }));
}

/** The cases with the largest differences over all structures, each once with its largest. */
export function drivingCases(paired: readonly PairedScores[], most: number): DrivingCase[] {
  const largest = new Map<string, DrivingCase>();
  for (const { structure, caseIds, first, second } of paired) {
    caseIds.forEach((caseId, index) => {
      const difference = first[index] - second[index];
      if (Number.isNaN(difference)) return;
      const known = largest.get(caseId);
      if (known && Math.abs(known.difference) >= Math.abs(difference)) return;
      largest.set(caseId, { caseId, structure, first: first[index], second: second[index], difference });
    });
  }
  return [...largest.values()]
    .filter(({ difference }) => difference !== 0)
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
    .slice(0, most);
}
