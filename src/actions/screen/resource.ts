import type { Problem } from '../../domain/errors';
import { isAbort } from '../../workers/workerPool';
import { problemOf } from '../problemOf';

/** What is to be read, under the key of everything that it depends on. */
export interface Need<Request> {
  key: string;
  /** The case that a problem is told of. */
  caseId: string;
  request: Request;
}

interface ResourceFacts<Request, Value> {
  /** What the screen needs now, from the stores alone; null for nothing. */
  needed: () => Need<Request> | null;
  load: (request: Request, signal: AbortSignal) => Promise<Value>;
  /** It is looked for from now on; nothing is needed for null. */
  begin: (need: Need<Request> | null) => void;
  take: (value: Value, need: Need<Request>) => void;
  fail: (problem: Problem) => void;
}

/**
 * Something that is on screen and has to be read: `follow` reads it when another one is needed than was asked for
 * last, and resolves with what is there then; null when nothing is, or another one is needed since.
 */
export function resource<Request, Value>({
  needed,
  load,
  begin,
  take,
  fail,
}: ResourceFacts<Request, Value>): { follow: () => Promise<Value | null> } {
  let asked: { key: string | null; value: Promise<Value | null>; controller: AbortController | null } = {
    key: null,
    value: Promise.resolve(null),
    controller: null,
  };

  async function read(need: Need<Request>, { signal }: AbortController): Promise<Value | null> {
    try {
      const value = await load(need.request, signal);
      if (signal.aborted) return null;
      take(value, need);
      return value;
    } catch (reason) {
      if (!isAbort(reason) && !signal.aborted) fail(problemOf(reason, need.caseId));
      return null;
    }
  }

  return {
    follow: () => {
      const need = needed();
      if ((need?.key ?? null) === asked.key) return asked.value;
      asked.controller?.abort();
      const controller = need && new AbortController();
      asked = { key: need?.key ?? null, value: Promise.resolve(null), controller };
      begin(need);
      if (need && controller) asked.value = read(need, controller);
      return asked.value;
    },
  };
}
