import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropBox } from './cropBox';
import { PickledCall, parsePickle } from './parsePickle';

/** Written by Python: pickle.dumps(properties, protocol) in base64. */
const pickles: [string, string][] = [
  [
    'protocol 0',
    'KGRwMApWY3JvcF9iYm94CnAxCihscDIKKGxwMwpJMQphSTMKYWEobHA0CkkwCmFJMgphYShscDUKSTIKYUkzMDAKYWFzVm9yaWdpbmFsX3NpemVfb2ZfcmF3X2RhdGEKcDYKKGxwNwpJNAphSTIKYUk0MDAKYXNWaXRrX3NwYWNpbmcKcDgKKEYxLjAKRjAuNQpGMC41CnRwOQpzVmJpZwpwMTAKSS03MDAwMApzVmh1Z2UKcDExCkwxMDk5NTExNjI3Nzc2TApzVm5vbmUKcDEyCk5zVmZsYWdzCnAxMwoobHAxNApJMDEKYUkwMAphcy4=',
  ],
  [
    'protocol 1',
    'fXEAKFgJAAAAY3JvcF9iYm94cQFdcQIoXXEDKEsBSwNlXXEEKEsASwJlXXEFKEsCTSwBZWVYGQAAAG9yaWdpbmFsX3NpemVfb2ZfcmF3X2RhdGFxBl1xByhLBEsCTZABZVgLAAAAaXRrX3NwYWNpbmdxCChHP/AAAAAAAABHP+AAAAAAAABHP+AAAAAAAAB0cQlYAwAAAGJpZ3EKSpDu/v9YBAAAAGh1Z2VxC0wxMDk5NTExNjI3Nzc2TApYBAAAAG5vbmVxDE5YBQAAAGZsYWdzcQ1dcQ4oSTAxCkkwMApldS4=',
  ],
  [
    'protocol 2',
    'gAJ9cQAoWAkAAABjcm9wX2Jib3hxAV1xAihdcQMoSwFLA2VdcQQoSwBLAmVdcQUoSwJNLAFlZVgZAAAAb3JpZ2luYWxfc2l6ZV9vZl9yYXdfZGF0YXEGXXEHKEsESwJNkAFlWAsAAABpdGtfc3BhY2luZ3EIRz/wAAAAAAAARz/gAAAAAAAARz/gAAAAAAAAh3EJWAMAAABiaWdxCkqQ7v7/WAQAAABodWdlcQuKBgAAAAAAAVgEAAAAbm9uZXEMTlgFAAAAZmxhZ3NxDV1xDiiIiWV1Lg==',
  ],
  [
    'protocol 4',
    'gASVsAAAAAAAAAB9lCiMCWNyb3BfYmJveJRdlChdlChLAUsDZV2UKEsASwJlXZQoSwJNLAFlZYwZb3JpZ2luYWxfc2l6ZV9vZl9yYXdfZGF0YZRdlChLBEsCTZABZYwLaXRrX3NwYWNpbmeURz/wAAAAAAAARz/gAAAAAAAARz/gAAAAAAAAh5SMA2JpZ5RKkO7+/4wEaHVnZZSKBgAAAAAAAYwEbm9uZZROjAVmbGFnc5RdlCiIiWV1Lg==',
  ],
  [
    'numbers of numpy',
    'gASV3AEAAAAAAAB9lCiMCWNyb3BfYmJveJRdlChdlCiMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAZzY2FsYXKUk5SMBW51bXB5lIwFZHR5cGWUk5SMAmk4lImIh5RSlChLA4wBPJROTk5K/////0r/////SwB0lGJDCAEAAAAAAAAAlIaUUpRoBmgMQwgDAAAAAAAAAJSGlFKUZV2UKGgGaAxDCAAAAAAAAAAAlIaUUpRoBmgMQwgCAAAAAAAAAJSGlFKUZV2UKGgGaAxDCAIAAAAAAAAAlIaUUpRoBmgMQwgsAQAAAAAAAJSGlFKUZWWMGW9yaWdpbmFsX3NpemVfb2ZfcmF3X2RhdGGUXZQoaAZoCYwCaTSUiYiHlFKUKEsDaA1OTk5K/////0r/////SwB0lGJDBAQAAACUhpRSlGgGaCdDBAIAAACUhpRSlGgGaCdDBJABAACUhpRSlGWMAm9klIwLY29sbGVjdGlvbnOUjAtPcmRlcmVkRGljdJSTlClSlIwBYZRLAXOMB2NsYXNzZXOUaASMDF9yZWNvbnN0cnVjdJSTlGgHjAduZGFycmF5lJOUSwCFlEMBYpSHlFKUKEsBSwKFlGgMiUMQAAAAAAAAAAABAAAAAAAAAJR0lGJ1Lg==',
  ],
];

const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

test.each(pickles)('the box of nnU-Net 1 is found in a pickle of %s', (_, base64) => {
  expect(cropBox(bytesOf(base64))).toEqual({ start: [1, 0, 2], lengths: [2, 2, 298], whole: [4, 2, 400] });
});

test('everything plain in a pickle comes as it is', () => {
  const [, base64] = pickles[3];
  const read = parsePickle(bytesOf(base64)) as Map<string, unknown>;
  expect(Object.fromEntries(read)).toMatchObject({
    itk_spacing: [1, 0.5, 0.5],
    big: -70_000,
    huge: 2 ** 40,
    none: null,
    flags: [true, false],
  });
});

test('what Python would run is named and nothing of it happens', () => {
  const read = parsePickle(new TextEncoder().encode("cos\nsystem\n(S'echo no'\ntR."));
  expect(read).toEqual(new PickledCall('os.system', ['echo no']));
});

test('a box outside the grid, or none, is none', () => {
  const pickle = (text: string) => new TextEncoder().encode(text);
  const whole = "S'original_size_of_raw_data'\n(lI4\naI4\naI4\nas";
  const box = (from: number, to: number) =>
    `S'crop_bbox'\n(l(lI${from}\naI${to}\naa(lI0\naI1\naa(lI0\naI1\naas`;
  expect(cropBox(pickle(`(d${box(1, 4)}${whole}.`))?.lengths).toEqual([3, 1, 1]);
  for (const bad of [
    `(d${box(1, 5)}${whole}.`,
    `(d${box(2, 2)}${whole}.`,
    `(d${whole}.`,
    '(lI1\na.',
    'no pickle',
    '',
  ]) {
    expect(cropBox(pickle(bad))).toBeNull();
  }
});

test('5,000 damaged pickles give a box or none, soon', () => {
  const originals = pickles.map(([, base64]) => bytesOf(base64));
  const change = fc.record({ at: fc.nat(10_000), byte: fc.nat(255) });
  fc.assert(
    fc.property(
      fc.constantFrom(...originals),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (original, changes) => {
        const bytes = original.slice();
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        const box = cropBox(bytes);
        if (box)
          expect(box.start.every((start, axis) => start + box.lengths[axis] <= box.whole[axis])).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});
