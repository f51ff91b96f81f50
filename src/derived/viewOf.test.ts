import { expect, test } from 'vitest';
import { presetById } from '../domain/presets';
import { viewOf } from './viewOf';

const { scheme } = presetById('audit'); // whole 1,2,3; core 1,2; enhancing 1

test('no view draws a structure whose mask was left out, every other one is as it is', () => {
  const kinds = (key: string, indistinct?: number[][]) =>
    (['structure', 'errors', 'causes', 'reference'] as const).map(
      (kind) => viewOf(kind, scheme, key, null, 128, ['', ''], indistinct).kind,
    );
  const asAsked = ['structure', 'errors', 'causes', 'reference'];
  expect(kinds('region:1,2')).toEqual(asAsked);
  const ofCore = [[2, 3]];
  expect(kinds('region:1,2', ofCore)).toEqual(['prediction', 'prediction', 'prediction', 'reference']);
  expect(kinds('region:1', ofCore)).toEqual(asAsked);
  // The whole is known, the label that it paints is not.
  expect(kinds('region:1,2,3', ofCore)).toEqual(['structure', 'errors', 'prediction', 'reference']);
});
