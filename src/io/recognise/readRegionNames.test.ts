import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseCohort } from '../recogniseCohort';

function casesOf(paths: readonly string[], structureNames: readonly string[] = []) {
  const files = paths.map((path) => ({ path, size: 1 }));
  return recogniseCohort(files, new Map(), structureNames).cohort.cases.map(
    ({ id, predictions, referenceRaw }) => ({
      id,
      predictions: predictions.map(({ model, raw }) => [
        model,
        raw?.kind === 'region-masks' && raw.masks.length,
      ]),
      reference:
        referenceRaw?.kind === 'region-masks' && referenceRaw.masks.map(({ region }) => region).sort(),
    }),
  );
}

const organs = ['liver', 'spleen', 'hip_left', 'rib 3', 'Oesophagus', 'lung-upper', '肝脏'];
const subjects = ['s0000', 's0011', 'patient-7', 'case_001'];

const some = <Value>(values: readonly Value[], minLength: number) => fc.subarray([...values], { minLength });

test('masks named after structures of the scheme are those of one subject, never cases', () => {
  fc.assert(
    fc.property(some(organs, 2), some(subjects, 1), fc.boolean(), (names, people, hasFolder) => {
      const below = hasFolder ? 'segmentations/' : '';
      const paths = ['labelsTr', 'predictions_m'].flatMap((side) =>
        people.flatMap((person) => names.map((name) => `${side}/${person}/${below}${name}.nii.gz`)),
      );
      const found = casesOf(paths, names);
      expect(found.map(({ id }) => id).sort()).toEqual([...people].sort());
      for (const { predictions, reference } of found) {
        expect(reference).toEqual([...names].sort());
        expect(predictions).toEqual([['m', names.length]]);
      }
    }),
  );
});

test('masks that the scheme does not name are told by the names that subjects share', () => {
  const paths = ['labelsTr', 'predictions_m'].flatMap((side) =>
    ['s1', 's2'].flatMap((person) =>
      ['atlas', 'axis'].map((name) => `${side}/${person}/segmentations/${name}.nii.gz`),
    ),
  );
  expect(casesOf(paths).map(({ id }) => id)).toEqual(['s1', 's2']);
});

test('a structure that the scheme does not name is no case beside those that it names', () => {
  const paths = ['labelsTr', 'predictions_m'].flatMap((side) =>
    ['liver', 'spleen', 'heart'].map((name) => `${side}/s1/segmentations/${name}.nii.gz`),
  );
  expect(casesOf(paths, ['liver', 'spleen'])).toEqual([
    { id: 's1', predictions: [['m', 3]], reference: ['heart', 'liver', 'spleen'] },
  ]);
});

test('cases in a folder of labels stay cases', () => {
  const paths = ['gt', 'predictions_m'].flatMap((side) =>
    ['c1', 'c2'].map((name) => `${side}/${name}.nii.gz`),
  );
  expect(casesOf(paths, ['liver', 'spleen']).map(({ id }) => id)).toEqual(['c1', 'c2']);
});
