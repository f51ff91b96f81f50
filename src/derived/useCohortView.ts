import { useDeferredValue, useMemo, useState } from 'react';
import { type Annotation, noAnnotation } from '../domain/annotation';
import type { CaseAttributes } from '../domain/caseAttributes';
import { answerKey, type Cohort } from '../domain/cohort';
import type { CohortColumn } from '../domain/cohortColumn';
import { type CohortRow, isExcluded, type ScoredRow } from '../domain/cohortRow';
import { dimensionsOf } from '../domain/geometry';
import type { LabelScheme } from '../domain/labelScheme';
import { ownValue } from '../domain/ownValue';
import { remembered } from '../domain/remembered';
import type { AnswerResult, Convention } from '../domain/results';
import type { RowFilter } from '../domain/rowFilter';
import { useAnnotationsStore } from '../stores/annotationsStore';
import { type Answers, useAnswersStore } from '../stores/answersStore';
import { useAttributesStore } from '../stores/attributesStore';
import { useCohortStore } from '../stores/cohortStore';
import { useCohortViewStore } from '../stores/cohortViewStore';
import { useViewStore } from '../stores/viewStore';
import { cohortColumns } from './cohortColumns';
import { filterRows } from './filterRows';
import { reconstructionNow } from './useReconstruction';
import { useResults } from './useResults';
import { scoresOf, useScoresReady } from './useScores';
import { hasSameFields, useUnchanged } from './useUnchanged';

/** Everything that the tabs show follows from these facts. */
interface Facts {
  cohort: Cohort | null;
  scheme: LabelScheme | null;
  answers: Answers;
  results: readonly AnswerResult[];
  convention: Convention;
  annotations: Record<string, Annotation>;
  attributes: CaseAttributes | null;
  filter: RowFilter;
  brushed: string[] | null;
}

/** The cohort as a tab draws it: facts of one moment, so that no column meets rows of another scheme. */
export interface CohortView {
  cohort: Cohort;
  scheme: LabelScheme;
  convention: Convention;
  /** A row per case and model in the order of the cohort, without what a person said of it. */
  scored: ScoredRow[];
  /** The same rows with marks, notes and attributes. */
  rows: CohortRow[];
  /** Those that meet filter and brush, excluded ones among them. */
  shown: CohortRow[];
  /** Keys of `shown`; null when that is every row. */
  shownKeys: ReadonlySet<string> | null;
  /** `shown` without excluded cases: what statistics and charts are of. */
  counted: CohortRow[];
  allColumns: CohortColumn[];
}

/**
 * The rows with filter and brush applied, and every column that there could be; null without a cohort, and until
 * its scores are worked out. It follows the facts a moment later, since typing and clicking go before drawing
 * what they change, and keeps those of before while the scores of a large cohort are worked out anew.
 */
export function useCohortView(): CohortView | null {
  const facts = useDeferredValue(useReadyFacts());
  const { cohort, scheme, answers, results, convention } = facts;
  const { annotations, attributes, filter, brushed } = facts;
  const scored = useMemo(
    () => (cohort ? scoredRows(cohort, scheme, answers, convention) : []),
    [cohort, scheme, answers, convention],
  );
  const rows = useMemo(
    () => scored.map((row) => cohortRow(row, annotations, attributes)),
    [scored, annotations, attributes],
  );
  const dimensions = useMemo(
    () => ([3, 2] as const).filter((count) => results.some((result) => dimensionsOf(result) === count)),
    [results],
  );
  const allDimensions = useUnchanged(dimensions);
  const allColumns = useMemo(
    () => (scheme ? cohortColumns(scheme, attributes?.columns ?? [], allDimensions) : []),
    [scheme, attributes, allDimensions],
  );
  return useMemo(() => {
    if (!cohort || !scheme) return null;
    const keys = brushed && new Set(brushed);
    const shown = filterRows(rows, filter, allColumns).filter(({ key }) => keys === null || keys.has(key));
    return {
      cohort,
      scheme,
      convention,
      scored,
      rows,
      shown,
      shownKeys: shown.length === rows.length ? null : new Set(shown.map(({ key }) => key)),
      counted: shown.filter((row) => !isExcluded(row)),
      allColumns,
    };
  }, [cohort, scheme, convention, scored, rows, filter, brushed, allColumns]);
}

/** The facts of now, or of the same cohort as they were when its scores were known last. */
function useReadyFacts(): Facts {
  const now = useFacts();
  const isReady = useScoresReady();
  const [before, keep] = useState<Facts>(isReady ? now : { ...now, cohort: null });
  if (isReady && before !== now) keep(now);
  if (isReady) return now;
  return before.cohort === now.cohort ? before : { ...now, cohort: null };
}

/** The same object for as long as nothing changes. */
function useFacts(): Facts {
  const cohort = useCohortStore((facts) => facts.cohort);
  const scheme = useCohortStore((facts) => facts.scheme);
  const answers = useAnswersStore((facts) => facts.answers);
  const results = useResults();
  const profile = useViewStore((view) => view.profile);
  const lesionProfile = useViewStore((view) => view.lesionProfile);
  const tauMm = useViewStore((view) => view.tauMm);
  const annotations = useAnnotationsStore((facts) => facts.annotations);
  const attributes = useAttributesStore((facts) => facts.attributes);
  const filter = useCohortViewStore((view) => view.filter);
  const brushed = useCohortViewStore((view) => view.brushed);
  const convention = useMemo(() => ({ profile, lesionProfile, tauMm }), [profile, lesionProfile, tauMm]);
  return useUnchanged(
    {
      cohort,
      scheme,
      answers,
      results,
      convention,
      annotations,
      attributes,
      filter,
      brushed,
    },
    hasSameFields,
  );
}

function scoredRows(
  cohort: Cohort,
  scheme: LabelScheme | null,
  answers: Answers,
  convention: Convention,
): ScoredRow[] {
  return cohort.cases.flatMap(({ id, predictions }) =>
    predictions.map(({ model }): ScoredRow => {
      const key = answerKey(id, model);
      const { result, failure, measures = null } = answers[key] ?? {};
      return {
        key,
        caseId: id,
        model,
        scores: scheme && result ? scoresOf(result, scheme, convention, measures) : null,
        problem: failure?.problem ?? null,
        verdict: reconstructionNow(id, model).status,
      };
    }),
  );
}

const noAttributes: Record<string, string> = {};

/** A mark changes the rows of its case; the others stay the same objects, which are not drawn again. */
const rowWith = remembered(
  (scored: ScoredRow, annotation: Annotation, attributes: Record<string, string>): CohortRow => ({
    ...scored,
    annotation,
    attributes,
  }),
);

function cohortRow(
  scored: ScoredRow,
  annotations: Facts['annotations'],
  attributes: CaseAttributes | null,
): CohortRow {
  return rowWith(
    scored,
    ownValue(annotations, scored.caseId) ?? noAnnotation,
    ownValue(attributes?.values, scored.caseId) ?? noAttributes,
  );
}
