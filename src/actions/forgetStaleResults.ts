import { type Case, type Prediction, resultKey } from '../domain/cohort';
import type { FileFacts, PairResult } from '../domain/results';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { sourceFacts } from '../workers/sourceFacts';
import { predictionSource, referenceSource } from './caseSources';
import { forgetMeasures } from './measureCohort';

/**
 * After other roles, names or files: results of pairs whose two files are the same as before stay, under the
 * names that they now have; all others are forgotten, and so is every failure.
 */
export function forgetStaleResults(): void {
  const { cohort } = useCohortStore.getState();
  const { results: before } = useResultsStore.getState();
  const byFiles = new Map(Object.values(before).map((result) => [filesKey(result), result]));
  const results: Record<string, PairResult> = {};
  for (const item of cohort?.cases ?? []) {
    for (const prediction of item.predictions) {
      const known = byFiles.get(currentFilesKey(item, prediction));
      if (!known) continue;
      const { id: caseId } = item;
      const { model } = prediction;
      const isSameName = known.caseId === caseId && known.model === model;
      results[resultKey(caseId, model)] = isSameName ? known : { ...known, caseId, model };
    }
  }
  forgetMeasures(Object.keys(before).filter((key) => results[key] !== before[key]));
  useResultsStore.setState({ results, failures: {} });
}

/** Forgets what was painted by the scheme: another scheme paints other labels. */
export function forgetPaintedResults(): void {
  const { cohort } = useCohortStore.getState();
  const { results, failures } = useResultsStore.getState();
  const painted = (cohort?.cases ?? []).flatMap(({ id, reference, referenceRaw, predictions }) =>
    predictions
      .filter(({ labelMap }) => labelMap === undefined || (!reference && referenceRaw))
      .map(({ model }) => resultKey(id, model)),
  );
  if (painted.length === 0) return;
  const gone = new Set(painted);
  const kept = <Item>(items: Record<string, Item>) =>
    Object.fromEntries(Object.entries(items).filter(([key]) => !gone.has(key)));
  forgetMeasures(painted);
  useResultsStore.setState({ results: kept(results), failures: kept(failures) });
}

function filesKey({ reference, prediction }: { reference: FileFacts; prediction: FileFacts }): string {
  return JSON.stringify([reference.file, reference.bytes, prediction.file, prediction.bytes]);
}

function currentFilesKey(item: Case, candidate: Prediction): string {
  const reference = referenceSource(item);
  const prediction = predictionSource(candidate);
  if (!reference || !prediction) return '';
  return filesKey({ reference: sourceFacts(reference), prediction: sourceFacts(prediction) });
}
