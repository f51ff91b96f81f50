import { resumeWork } from './pauseWork';

let current: AbortController | null = null;

/**
 * Begins a piece of long work, of which there is one at a time; what was going on is cancelled. Work that is
 * held back stays so: one stage follows another without a person.
 */
export function startWork(): AbortSignal {
  current?.abort();
  current = new AbortController();
  return current.signal;
}

/** Stops the long work that is going on; what it finished stays. */
export function cancelWork(): void {
  current?.abort();
  resumeWork();
}

/** False when other work has begun since; then the progress on screen is no longer this one's. */
export function isCurrent(signal: AbortSignal): boolean {
  return current?.signal === signal;
}
