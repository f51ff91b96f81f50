import { describe, expect, it } from 'vitest';
import { errorColors } from '../domain/palette';
import { presetById } from '../domain/presets';
import { heatColor, regionCodeColor } from './regionCodeColor';

const { scheme } = presetById('audit'); // WT (bit 0), TC (bit 1), ET (bit 2)
const nesting = {
  kind: 'nesting' as const,
  violations: [
    { parent: 0, child: 1 },
    { parent: 1, child: 2 },
  ],
};

describe('regionCodeColor', () => {
  it('marks a child outside its parent and nothing that nests', () => {
    const isMarked = (code: number) => regionCodeColor(nesting, scheme, code)?.color === errorColors.extra;
    expect([0b001, 0b011, 0b111].map(isMarked)).toEqual([false, false, false]);
    expect([0b010, 0b100, 0b101, 0b110].map(isMarked)).toEqual([true, true, true, true]);
    expect(regionCodeColor(nesting, scheme, 0)).toBeNull();
  });

  it('shows a voxel that nests in the hue of its innermost region', () => {
    const [outer, inner] = [0b001, 0b111].map((code) => regionCodeColor(nesting, scheme, code)?.color);
    expect(outer).not.toBe(inner);
  });

  it('shows a probability fainter where it does not pass the threshold', () => {
    const strength = (code: number) =>
      regionCodeColor({ kind: 'heat', thresholdStep: 128 }, scheme, code)?.strength ?? 0;
    expect(strength(0)).toBe(0);
    expect(strength(128)).toBeLessThan(strength(129));
    expect(strength(1)).toBe(strength(128));
  });

  it('grows lighter from improbable to certain at every step', () => {
    const lightness = (step: number) => {
      const packed = Number.parseInt(heatColor(step).slice(1), 16);
      return 0.299 * (packed >> 16) + 0.587 * ((packed >> 8) & 255) + 0.114 * (packed & 255);
    };
    for (let step = 8; step <= 255; step += 8) expect(lightness(step)).toBeGreaterThan(lightness(step - 8));
    expect(heatColor(255)).toBe('#fcf5a0');
  });
});
