/** Work goes on for so long before the page gets its turn. */
const workMs = 25;

/** Gives long work on the page its pauses, so that typing, scrolling and cancel are answered meanwhile. */
export class Pace {
  private began = performance.now();

  constructor(private readonly signal?: AbortSignal) {}

  /** Returns at once while there is time, else after the page had its turn; rejects when cancelled. */
  async rest(): Promise<void> {
    if (performance.now() - this.began > workMs) {
      await new Promise((resolve) => setTimeout(resolve));
      this.began = performance.now();
    }
    this.signal?.throwIfAborted();
  }
}
