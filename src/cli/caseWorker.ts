import { openAsBlob } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { failure, ProblemError } from '../domain/errors';
import type { ToWorker } from '../workers/protocol';
import { runJobs } from '../workers/runJobs';
import { type FileOnDisk, isFileOnDisk } from './fileOnDisk';
import { inflateWithZlib } from './inflateWithZlib';
import { systemReason } from './terminal';

const port = parentPort;
if (!port) throw new Error('caseWorker runs in a thread of regionlens');

const receive = runJobs((message) => port.postMessage(message));

/** Opens every file that a request names; blobs of files do not cross between threads. */
async function withBlobs(value: unknown): Promise<unknown> {
  if (isFileOnDisk(value)) {
    const opened = { path: value.path, blob: await blobOf(value), inflate: inflateWithZlib };
    return value.companion ? { ...opened, companion: await blobOf(value.companion) } : opened;
  }
  if (Array.isArray(value)) return Promise.all(value.map(withBlobs));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await withBlobs(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function blobOf({ path, diskPath }: FileOnDisk): Promise<Blob> {
  try {
    return await openAsBlob(diskPath);
  } catch (reason) {
    // A file that vanished since it was listed.
    throw new ProblemError(failure('unreadable-file', path, { detail: systemReason(reason) }).problem);
  }
}

port.on('message', async (message: ToWorker) => {
  try {
    receive((await withBlobs(message)) as ToWorker);
  } catch (reason) {
    if (!(reason instanceof ProblemError)) throw reason;
    port.postMessage({ kind: 'failed', id: message.id, problem: reason.problem });
  }
});
