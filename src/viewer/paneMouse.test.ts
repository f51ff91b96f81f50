import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerCounter, wheelCounter } from './paneMouse';

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

interface Told {
  slices: number;
  zoom: number;
  pan: [number, number];
}

function movedBy(moves: [number, number][][]): Told {
  const told: Told = { slices: 0, zoom: 1, pan: [0, 0] };
  const follow = fingerCounter(
    {
      slice: (step) => {
        told.slices += step;
      },
      zoom: (factor) => {
        told.zoom *= factor;
      },
      pan: (across, down) => {
        told.pan = [told.pan[0] + across, told.pan[1] + down];
      },
    },
    ({ clientX, clientY }) => [clientX, clientY],
  );
  for (const fingers of moves) {
    const touches = fingers.map(([clientX, clientY]) => ({ clientX, clientY }));
    follow({ touches } as unknown as TouchEvent);
  }
  return told;
}

test('one finger goes through the slices as far as it goes, in however many steps', () => {
  const ways = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 30 });
  fc.assert(
    fc.property(ways, (steps) => {
      let y = 200;
      const moves: [number, number][][] = [[[50, y]]];
      for (const step of steps) {
        y += step;
        moves.push([[50, y]]);
      }
      const { slices: found, zoom, pan } = movedBy(moves);
      expect(Math.abs(found * 12 - (y - 200))).toBeLessThan(12);
      expect([zoom, ...pan]).toEqual([1, 0, 0]);
    }),
  );
});

test('two fingers zoom by their distance and pan by their middle, and move no slice', () => {
  const told = movedBy([
    [[100, 100]],
    [
      [100, 100],
      [200, 100],
    ],
    [
      [90, 110],
      [240, 110],
    ],
    [[90, 110]],
    [[90, 112]],
  ]);
  expect(told.slices).toBe(0);
  expect(told.zoom).toBeCloseTo(1.5, 9);
  expect(told.pan).toEqual([15, 10]);
});
