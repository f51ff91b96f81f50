import type { WorkerFile } from '../workers/protocol';

/** A file as it is named to a thread, which opens it there. `path` is what messages and results say. */
export interface FileOnDisk {
  path: string;
  diskPath: string;
  /** Holds the voxels of a header file. */
  companion?: FileOnDisk;
}

export function isFileOnDisk(value: unknown): value is FileOnDisk {
  return typeof value === 'object' && value !== null && 'diskPath' in value;
}

/** Stands for an opened file in a request; caseWorker.ts opens it before the job sees it. */
export function workerFileOf(file: FileOnDisk): WorkerFile {
  return file as unknown as WorkerFile;
}
