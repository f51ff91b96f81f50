import { ProblemError } from '../domain/errors';
import type { FromWorker, JobName, JobProgress, Jobs, PartOf, ToWorker } from './protocol';

interface RunOptions<Name extends JobName> {
  signal?: AbortSignal;
  /** Higher goes first; what is on screen outranks the background. */
  priority?: number;
  onProgress?: (progress: JobProgress) => void;
  onPart?: (part: PartOf<Name>) => void;
}

interface Task extends Omit<RunOptions<never>, 'onPart'> {
  id: number;
  job: JobName;
  request: unknown;
  onPart?: (part: never) => void;
  resolve: (response: never) => void;
  reject: (reason: unknown) => void;
  /** A worker died over it once already. */
  isSecondTry: boolean;
}

interface Seat {
  worker: Worker;
  task: Task | null;
}

/** Runs jobs in workers, one at a time in each, by priority and then in the order of asking. */
export class WorkerPool {
  private readonly seats: Seat[] = [];
  private queue: Task[] = [];
  private nextId = 1;
  private isPaused = false;

  constructor(
    readonly size: number,
    private readonly startWorker: () => Worker,
  ) {}

  /** Rejects with a ProblemError for bad input, with an AbortError when cancelled. */
  run<Name extends JobName>(
    job: Name,
    request: Jobs[Name]['request'],
    options: RunOptions<Name> = {},
  ): Promise<Jobs[Name]['response']> {
    return new Promise((resolve, reject) => {
      if (options.signal?.aborted) {
        reject(abortReason());
        return;
      }
      const task: Task = { ...options, id: this.nextId++, job, request, resolve, reject, isSecondTry: false };
      options.signal?.addEventListener('abort', () => this.cancel(task), { once: true });
      const place = this.queue.findIndex(({ priority = 0 }) => priority < (task.priority ?? 0));
      this.queue.splice(place < 0 ? this.queue.length : place, 0, task);
      this.seatNext();
    });
  }

  /** Begins nothing more without a priority: long work waits, what is on screen does not. */
  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    this.seatNext();
  }

  private seatNext(): void {
    for (;;) {
      const [next] = this.queue;
      if (!next || (this.isPaused && (next.priority ?? 0) <= 0)) return;
      const seat = this.seats.find(({ task }) => task === null) ?? this.addSeat();
      const task = seat && this.queue.shift();
      if (!task) return;
      seat.task = task;
      const message = { kind: 'run', id: task.id, job: task.job, request: task.request } as ToWorker;
      seat.worker.postMessage(message);
    }
  }

  private addSeat(): Seat | null {
    if (this.seats.length >= this.size) return null;
    const seat: Seat = { worker: this.startWorker(), task: null };
    seat.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(seat, data);
    seat.worker.onerror = (event) => this.replace(seat, event.message || 'it could not be started');
    this.seats.push(seat);
    return seat;
  }

  private receive(seat: Seat, message: FromWorker): void {
    const { task } = seat;
    if (message.kind === 'alive' || !task || message.id !== task.id) return;
    if (message.kind === 'progress') {
      task.onProgress?.(message.progress);
      return;
    }
    if (message.kind === 'part') {
      task.onPart?.(message.part as never);
      return;
    }
    seat.task = null;
    if (message.kind === 'done') task.resolve(message.response as never);
    else if (message.kind === 'failed') task.reject(new ProblemError(message.problem));
    else task.reject(new Error(message.message));
    this.seatNext();
  }

  /** A worker that died is replaced, and its job done once again; a job that ends two workers has failed. */
  private replace(seat: Seat, message: string): void {
    const place = this.seats.indexOf(seat);
    if (place < 0) return;
    seat.worker.terminate();
    this.seats.splice(place, 1);
    const { task } = seat;
    if (task?.isSecondTry) task.reject(new Error(message));
    else if (task && !task.signal?.aborted) {
      task.isSecondTry = true;
      this.queue.unshift(task);
    }
    this.seatNext();
  }

  private cancel(task: Task): void {
    this.queue = this.queue.filter((queued) => queued !== task);
    const seat = this.seats.find((taken) => taken.task === task);
    seat?.worker.postMessage({ kind: 'cancel', id: task.id } satisfies ToWorker);
    task.reject(abortReason());
  }
}

function abortReason(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}

/** True for the rejection of a job that was cancelled on purpose. */
export function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}
