import { useMemo } from 'react';
import { noAnnotation } from '../../domain/annotation';
import { resultKey } from '../../domain/cohort';
import type { CohortColumn } from '../../domain/cohortColumn';
import { type CohortRow, isExcluded } from '../../domain/cohortRow';
import { cohortColumns } from '../../kernels/cohort/cohortColumns';
import { filterRows } from '../../kernels/cohort/filterRows';
import { useAnnotationsStore } from '../../stores/annotationsStore';
import { useAttributesStore } from '../../stores/attributesStore';
import { useCohortStore } from '../../stores/cohortStore';
import { useCohortViewStore } from '../../stores/cohortViewStore';
import { useMeasuresStore } from '../../stores/measuresStore';
import { useResultsStore } from '../../stores/resultsStore';
import { useViewStore } from '../../stores/viewStore';
import { scoresNow } from '../useScores';

const noAttributes: Record<string, string> = {};

/** A row per case and model in the order of the cohort; the same list for as long as nothing changes. */
export function useCohortRows(): CohortRow[] {
  const cohort = useCohortStore((facts) => facts.cohort);
  const scheme = useCohortStore((facts) => facts.scheme);
  const results = useResultsStore((facts) => facts.results);
  const failures = useResultsStore((facts) => facts.failures);
  const measures = useMeasuresStore((facts) => facts.measures);
  const profile = useViewStore((view) => view.profile);
  const lesionProfile = useViewStore((view) => view.lesionProfile);
  const tauMm = useViewStore((view) => view.tauMm);
  const annotations = useAnnotationsStore((facts) => facts.annotations);
  const attributes = useAttributesStore((facts) => facts.attributes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scoresNow reads these facts itself.
  return useMemo(
    () =>
      (cohort?.cases ?? []).flatMap(({ id, predictions }) =>
        predictions.map(({ model }): CohortRow => {
          const key = resultKey(id, model);
          return {
            key,
            caseId: id,
            model,
            scores: scoresNow(id, model),
            problem: failures[key]?.problem ?? null,
            annotation: annotations[id] ?? noAnnotation,
            attributes: attributes?.values[id] ?? noAttributes,
          };
        }),
      ),
    [cohort, scheme, results, failures, measures, profile, lesionProfile, tauMm, annotations, attributes],
  );
}

export interface CohortView {
  rows: CohortRow[];
  /** Those that meet filter and brush, excluded ones among them. */
  shown: CohortRow[];
  /** Keys of `shown`; null when that is every row. */
  shownKeys: ReadonlySet<string> | null;
  /** `shown` without excluded cases: what statistics and charts are of. */
  counted: CohortRow[];
  allColumns: CohortColumn[];
}

/** The rows with filter and brush applied, and every column that there could be. */
export function useCohortView(): CohortView {
  const rows = useCohortRows();
  const scheme = useCohortStore((facts) => facts.scheme);
  const attributes = useAttributesStore((facts) => facts.attributes);
  const filter = useCohortViewStore((view) => view.filter);
  const brushed = useCohortViewStore((view) => view.brushed);
  const allColumns = useMemo(
    () => (scheme ? cohortColumns(scheme, attributes?.columns ?? []) : []),
    [scheme, attributes],
  );
  return useMemo(() => {
    const keys = brushed && new Set(brushed);
    const shown = filterRows(rows, filter, allColumns).filter(({ key }) => keys === null || keys.has(key));
    return {
      rows,
      shown,
      shownKeys: shown.length === rows.length ? null : new Set(shown.map(({ key }) => key)),
      counted: shown.filter((row) => !isExcluded(row)),
      allColumns,
    };
  }, [rows, filter, brushed, allColumns]);
}
