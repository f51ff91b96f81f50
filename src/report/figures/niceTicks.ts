/** Round numbers that divide a range into about `count` steps, within it. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const range = high - low;
  if (!(range > 0) || !Number.isFinite(range)) return [low];
  const rough = range / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + 1e-9 * range; index++) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/** Powers of ten within a range, and the steps of 2 and 5 between them when there are few. */
export function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  const isWide = Math.log10(high / low) > 2.5;
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const factor of isWide ? [1] : [1, 2, 5]) {
      const tick = Number((factor * 10 ** power).toPrecision(3));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
