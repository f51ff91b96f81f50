import Papa from 'papaparse';
import type { ProfileName } from '../domain/profile';
import type { CaseScores } from '../domain/results';

/**
 * One row per case, model and structure; the row of a region also holds the account of its pair. A number
 * that does not exist is an empty cell. The convention stands in every row.
 */
export function scoresCsv(scores: readonly CaseScores[], profile: ProfileName): string {
  const rows = scores.flatMap(({ result, structures, pairs }) =>
    structures.map(({ structure, overlap }) => {
      const paired = pairs.find(
        ({ pair }) => structure.kind === 'region' && pair.region.name === structure.name,
      );
      return {
        case: result.caseId,
        model: result.model,
        convention: profile,
        kind: structure.kind,
        structure: structure.name,
        labels: structure.labels.join(' '),
        ...numbers({ ...overlap }),
        pairedLabel: paired?.pair.label.name ?? '',
        ...numbers({
          labelDice: paired?.account.labelDice,
          gap: paired?.account.gap,
          volumeEffect: paired?.account.volumeEffect,
          accumulatedError: paired?.account.accumulatedError,
          relief: paired?.account.relief,
          sharedVoxels: paired?.account.sharedVoxels,
          childVoxels: paired?.account.childVoxels,
          relievedVoxels: paired?.account.relievedVoxels,
        }),
      };
    }),
  );
  return Papa.unparse(rows, { newline: '\n', escapeFormulae: true });
}

function numbers<Key extends string>(values: Record<Key, number | undefined>): Record<Key, number | ''> {
  const cells = Object.entries<number | undefined>(values).map(([key, value]) => [
    key,
    value !== undefined && Number.isFinite(value) ? value : '',
  ]);
  return Object.fromEntries(cells);
}
