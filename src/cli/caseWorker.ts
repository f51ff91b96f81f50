import { openAsBlob } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { ToWorker } from '../workers/protocol';
import { runJobs } from '../workers/runJobs';
import { isFileOnDisk } from './fileOnDisk';
import { inflateWithZlib } from './inflateWithZlib';

const port = parentPort;
if (!port) throw new Error('caseWorker runs in a thread of regionlens');

const receive = runJobs((message) => port.postMessage(message));

/** Opens every file that a request names; blobs of files do not cross between threads. */
async function withBlobs(value: unknown): Promise<unknown> {
  if (isFileOnDisk(value)) {
    const opened = { path: value.path, blob: await openAsBlob(value.diskPath), inflate: inflateWithZlib };
    if (!value.companion) return opened;
    return { ...opened, companion: await openAsBlob(value.companion.diskPath) };
  }
  if (Array.isArray(value)) return Promise.all(value.map(withBlobs));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await withBlobs(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

port.on('message', async (message: ToWorker) => {
  try {
    receive((await withBlobs(message)) as ToWorker);
  } catch (reason) {
    // A file that vanished since it was listed.
    port.postMessage({ kind: 'crashed', id: message.id, message: String(reason) });
  }
});
