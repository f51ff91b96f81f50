/** For tests only: ways to damage a file. */
import fc from 'fast-check';

export interface Change {
  /** Where it begins, as a share of the file's length. */
  at: number;
  kind: 'flip' | 'overwrite' | 'cut' | 'insert' | 'remove';
  bytes: Uint8Array;
}

/** One way to damage a file: the start of the change as a share of its length, and what happens there. */
export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.noBias(fc.integer({ min: 0, max: 99_999 })).map((share) => share / 100_000),
  kind: fc.constantFrom<Change['kind'][]>('flip', 'overwrite', 'cut', 'insert', 'remove'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      Uint8Array.of(0xff, 0xff),
      Uint8Array.of(0x7f, 0xff),
      Uint8Array.of(0xff, 0xff, 0xff, 0x7f),
      Uint8Array.of(0, 0, 0xc0, 0x7f),
      new Uint8Array(8),
    ),
  ),
});

export function mutate(original: Uint8Array, changes: readonly Change[]): Blob {
  let list = [...original];
  for (const { at, kind, bytes } of changes) {
    const start = Math.floor(at * list.length);
    if (kind === 'flip') list[start] ^= bytes[0] || 1;
    if (kind === 'overwrite') list.splice(start, bytes.length, ...bytes);
    if (kind === 'cut') list = list.slice(0, start);
    if (kind === 'insert') list.splice(start, 0, ...bytes);
    if (kind === 'remove') list.splice(start, bytes.length);
  }
  return new Blob([Uint8Array.from(list)]);
}
