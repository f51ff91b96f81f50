import { describe, expect, it } from 'vitest';
import { randomSource } from '../randomSource';
import { smoothNoise } from './smoothNoise';

const grid = {
  shape: [60, 50, 40] as [number, number, number],
  spacingMm: [1, 1, 2] as [number, number, number],
};

describe('smoothNoise', () => {
  it('has about zero mean and unit variance', () => {
    const noise = smoothNoise(grid, 3, randomSource(1));
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    const variance = noise.reduce((sum, value) => sum + (value - mean) ** 2, 0) / noise.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(variance - 1)).toBeLessThan(0.08);
  });

  it('changes slowly between neighbours and not at all between runs', () => {
    const noise = smoothNoise(grid, 20, randomSource(1, 2));
    const steps = noise.slice(1, 60).map((value, voxel) => Math.abs(value - noise[voxel]));
    expect(Math.max(...steps)).toBeLessThan(0.3);
    expect(Array.from(smoothNoise(grid, 20, randomSource(1, 2)).slice(0, 99))).toEqual(
      Array.from(noise.slice(0, 99)),
    );
    expect(smoothNoise(grid, 20, randomSource(1, 3))[0]).not.toBe(noise[0]);
  });
});
