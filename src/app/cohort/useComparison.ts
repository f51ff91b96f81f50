import { useEffect, useMemo, useState } from 'react';
import { compareModels } from '../../actions/cohortStatistics';
import type { CohortRow } from '../../domain/cohortRow';
import type { PairedScores, StructureComparison } from '../../domain/comparison';
import { type LabelScheme, structuresOf } from '../../domain/labelScheme';
import { pairedScores } from '../../kernels/cohort/pairedScores';

export interface Comparison {
  regions: PairedScores[];
  labels: PairedScores[];
  /** null while a worker is at it. */
  compared: { asRegions: StructureComparison[]; asLabels: StructureComparison[] } | null;
}

const restMs = 150;

/** Two models on the cases that both were scored on, read as regions and read as labels. */
export function useComparison(
  rows: readonly CohortRow[],
  scheme: LabelScheme,
  first: string,
  second: string,
): Comparison {
  const paired = useMemo(() => {
    const all = pairedScores(rows, structuresOf(scheme), first, second);
    return {
      regions: all.filter(({ structure }) => structure.kind === 'region'),
      labels: all.filter(({ structure }) => structure.kind === 'label'),
    };
  }, [rows, scheme, first, second]);
  const [known, setKnown] = useState<{
    paired: object;
    compared: NonNullable<Comparison['compared']>;
  } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      compareModels([paired.regions, paired.labels], stop.signal).then(
        ([asRegions, asLabels]) => setKnown({ paired, compared: { asRegions, asLabels } }),
        (reason) => {
          if (!stop.signal.aborted) throw reason;
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [paired]);
  return { ...paired, compared: known?.paired === paired ? known.compared : null };
}
