import { describe, expect, it } from 'vitest';
import { unrebuildableLabels } from './checkScheme';
import { presetById, presets } from './presets';

describe('presets', () => {
  it.each(presets.map(({ id, scheme }) => [id, scheme] as const))(
    '%s can rebuild all its labels',
    (_, scheme) => {
      expect(unrebuildableLabels(scheme)).toEqual([]);
      expect(scheme.regionsClassOrder).toHaveLength(scheme.regions.length);
      expect(scheme.regions.length).toBeGreaterThan(0);
    },
  );

  it('BraTS 2024 PED with only WT, TC and ET cannot rebuild the cystic component', () => {
    const { scheme } = presetById('brats-2024-ped');
    const regions = scheme.regions.filter(({ name }) => name !== 'cystic_component');
    const trap = { ...scheme, regions, regionsClassOrder: [4, 2, 1] };
    expect(unrebuildableLabels(trap)).toEqual([{ label: 3, paintedAs: 2, lastRegion: 'tumor_core' }]);
  });

  it('has ids and names of its own for every preset', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ scheme }) => scheme.name)).size).toBe(presets.length);
  });
});
