import type { Case, Prediction } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import type { PredictionSource, WorkerFile } from '../workers/protocol';

/** The opened file of a path, ready for a worker. Throws when the path was never opened: a bug. */
export function workerFile(path: string): WorkerFile {
  const blob = useCohortStore.getState().files.get(path);
  if (!blob) throw new Error(`no opened file ${path}`);
  return { path, blob };
}

/** A saved label map goes before raw regions: it is what was submitted. */
export function predictionSource({ labelMap, raw }: Prediction): PredictionSource | null {
  if (labelMap) return { kind: 'label-map', file: workerFile(labelMap) };
  if (!raw) return null;
  if (raw.kind === 'region-masks') {
    return {
      kind: raw.kind,
      masks: raw.masks.map(({ region, path }) => ({ region, file: workerFile(path) })),
    };
  }
  return { kind: raw.kind, file: workerFile(raw.path) };
}

export function findCase(caseId: string | null): Case | undefined {
  return useCohortStore.getState().cohort?.cases.find(({ id }) => id === caseId);
}
