import type { Niivue, NVImage } from '@niivue/niivue';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PaneCamera } from './paneCamera';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function cameraOf(image: Partial<NVImage>): PaneCamera {
  const nv = { scene: {}, refreshLayers: () => {} } as unknown as Niivue;
  const nothing = () => {};
  const camera = new PaneCamera(nv, nothing, nothing, nothing);
  camera.show(image as NVImage);
  return camera;
}

test('in no window the air around the head is drawn as a head', () => {
  const bound = fc.double({ min: -20, max: 20, noNaN: true });
  const range = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 4000 }));
  fc.assert(
    fc.property(range, bound, bound, ([low, width], one, other) => {
      fc.pre(Math.abs(one - other) > 0.02);
      const image = {
        robust_min: low,
        robust_max: low + width,
        global_min: low,
        global_max: low + 2 * width,
      };
      const camera = cameraOf(image);
      camera.setWindow([Math.min(one, other), Math.max(one, other)]);
      vi.runAllTimers();
      const [from, to] = [Math.min(one, other), Math.max(one, other)].map((part) => low + part * width);
      const air = Math.min(1, Math.max(0, (low - from) / (to - from)));
      expect(air).toBeLessThan(camera.head);
    }),
  );
});

test('the usual window and narrower ones show the head as before', () => {
  const camera = cameraOf({ robust_min: 0, robust_max: 100 });
  expect(camera.head).toBe(0.12);
  camera.setWindow([0.3, 0.6]);
  vi.runAllTimers();
  expect(camera.head).toBe(0.12);
});
