import { type Case, type Prediction, resultKey } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import type { PredictionSource, WorkerFile } from '../workers/protocol';

/** The opened file of a path, with the file of its voxels where it is a header alone, ready for a worker. */
export function workerFile(path: string): WorkerFile {
  const { files, companions } = useCohortStore.getState();
  const blob = files.get(path);
  if (!blob) throw new Error(`no opened file ${path}`);
  const companion = files.get(companions.get(path) ?? '');
  return companion ? { path, blob, companion } : { path, blob };
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

/** The reference of a case, saved as a label map or as regions; null when it has none. */
export function referenceSource({ reference, referenceRaw }: Case): PredictionSource | null {
  return predictionSource({ model: '', labelMap: reference, raw: referenceRaw });
}

export function isTurnedByHeader(caseId: string, model: string): boolean {
  return useCohortStore.getState().turnedByHeader.includes(resultKey(caseId, model));
}

export function findCase(caseId: string | null): Case | undefined {
  return useCohortStore.getState().cohort?.cases.find(({ id }) => id === caseId);
}
