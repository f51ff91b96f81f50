import { useMemo } from 'react';
import { compareModels } from '../actions/cohortStatistics';
import type { CohortRow } from '../domain/cohortRow';
import type { PairedScores, Readings, StructureComparison } from '../domain/comparison';
import { type LabelScheme, structuresOf } from '../domain/labelScheme';
import { pairedScores } from './pairedScores';
import { useBeside } from './useBeside';
import { useUnchanged } from './useUnchanged';

interface Paired {
  regions: PairedScores[];
  labels: PairedScores[];
}

export interface Comparison extends Paired {
  /** null while a worker is at it. */
  compared: Readings<StructureComparison[]> | null;
}

/** Two models on the cases that both were scored on, read as regions and read as labels. */
export function useComparison(
  rows: readonly CohortRow[],
  scheme: LabelScheme,
  first: string,
  second: string,
): Comparison {
  const found = useMemo((): Paired => {
    const all = pairedScores(rows, structuresOf(scheme), first, second);
    return {
      regions: all.filter(({ structure }) => structure.kind === 'region'),
      labels: all.filter(({ structure }) => structure.kind === 'label'),
    };
  }, [rows, scheme, first, second]);
  const paired = useUnchanged(found);
  return { ...paired, compared: useBeside(paired, compare).now };
}

async function compare({ regions, labels }: Paired, signal: AbortSignal): Promise<Comparison['compared']> {
  const [asRegions, asLabels] = await compareModels([regions, labels], signal);
  return { asRegions, asLabels };
}
