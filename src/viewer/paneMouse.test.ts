import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wheelCounter } from './paneMouse';

const slices = (events: { deltaY: number; deltaMode: number }[]) => {
  const isNextSlice = wheelCounter();
  return events.filter(isNextSlice).length;
};
const pixels = (deltaY: number) => ({ deltaY, deltaMode: 0 });

test('a swipe of many small events moves a slice every 40 px, whichever way and however fine', () => {
  expect(slices(Array(30).fill(pixels(3)))).toBe(2);
  const swipe = fc.tuple(
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 1, max: 39 }),
    fc.constantFrom(1, -1),
  );
  fc.assert(
    fc.property(swipe, ([count, size, way]) => {
      expect(slices(Array(count).fill(pixels(way * size)))).toBe(Math.floor((count * size) / 40));
    }),
  );
});

test('every notch of a wheel is one slice, in pixels, lines or pages, also after turning back', () => {
  const notch = fc.record({
    deltaY: fc.constantFrom(100, -100, 120, -120, 53, -53),
    deltaMode: fc.constant(0),
  });
  const lines = fc.record({ deltaY: fc.constantFrom(3, -3), deltaMode: fc.constant(1) });
  const pages = fc.record({ deltaY: fc.constantFrom(1, -1), deltaMode: fc.constant(2) });
  fc.assert(
    fc.property(fc.oneof(fc.array(notch), fc.array(lines), fc.array(pages)), (events) => {
      expect(slices(events)).toBe(events.length);
    }),
  );
});

test('a swipe back begins anew, and a sideways one moves nothing', () => {
  expect(slices([pixels(39), pixels(-39), pixels(39)])).toBe(0);
  expect(slices(Array(50).fill(pixels(0)))).toBe(0);
});
