// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AddressedSelection } from '../../stores/viewStore';
import { readAddress, writeAddress } from './address';

const selections: fc.Arbitrary<AddressedSelection> = fc.record({
  screen: fc.constant('case' as const),
  scene: fc.constant(1),
  caseId: fc.string({ minLength: 1, unit: 'grapheme' }),
  model: fc.option(fc.string({ unit: 'grapheme' })),
  structure: fc.option(fc.constantFrom('region:1,2', 'label:3')),
  view: fc.constantFrom('reference', 'prediction', 'errors', 'causes'),
  cause: fc.option(fc.constantFrom('shared', 'child', 'relieved')),
  layout: fc.constantFrom('axial', 'multiplanar', 'render'),
  voxel: fc.option(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999))),
});

test('an address brings back the same case, model, view and voxel, whatever their names', () => {
  fc.assert(
    fc.property(selections, (selection) => {
      expect(readAddress(writeAddress(selection))).toEqual(selection);
    }),
  );
});

test('the address of a cohort names its tab, and no other address does', () => {
  const triage = readAddress('#/cohort/triage');
  expect(triage).toMatchObject({ screen: 'cohort', tab: 'triage', caseId: null });
  expect(writeAddress(triage)).toBe('#/cohort/triage');
  for (const hash of ['#/cohort', '#/cohort/', '#/cohort/table', '#/cohort/nonsense']) {
    expect(readAddress(hash)).toMatchObject({ screen: 'cohort', tab: 'table' });
    expect(writeAddress(readAddress(hash))).toBe('#/cohort');
  }
  expect(readAddress('#/case/triage')).not.toHaveProperty('tab');
});

test('the address of a rating names neither case nor model', () => {
  const rated = { ...readAddress('#/case/secret?model=hidden&voxel=1,2,3'), screen: 'rate' as const };
  expect(writeAddress(rated)).toBe('#/rate');
  expect(readAddress('#/rate')).toMatchObject({ screen: 'rate', caseId: null, model: null });
});

test('an address that names nothing known opens the start page', () => {
  expect(readAddress('#/nonsense?view=magic&voxel=1,x,2')).toMatchObject({
    screen: 'start',
    view: 'prediction',
    voxel: null,
  });
});

test('an address of a presentation names its scene, and the first one when it names none', () => {
  const third = readAddress('#/present/3');
  expect(third).toMatchObject({ screen: 'present', scene: 3, caseId: null });
  expect(writeAddress(third)).toBe('#/present/3');
  for (const hash of [
    '#/present',
    '#/present/',
    '#/present/0',
    '#/present/-1',
    '#/present/x',
    '#/present/1e9',
  ]) {
    expect(readAddress(hash)).toMatchObject({ screen: 'present', scene: 1 });
  }
});
