import { expect, test } from 'vitest';
import { recogniseCohort } from './recogniseCohort';
import { volumeFormatOf, volumeFormats } from './volumeFormats';

test.each(volumeFormats.filter(({ ending }) => ending !== '.img'))('$ending is found by a drop', (format) => {
  const data = format.dataEndings?.[0];
  const paths = ['labelsTr', 'predictions_m'].flatMap((side) =>
    [format.ending, ...(data ? [data] : [])].map((ending) => `${side}/case.1${ending.toUpperCase()}`),
  );
  const { cohort, companions } = recogniseCohort(
    paths.map((path) => ({ path, size: 1 })),
    new Map(),
  );
  expect(cohort.cases.map(({ id, predictions }) => [id, predictions.length])).toEqual([['case.1', 1]]);
  expect(companions.size).toBe(data ? 2 : 0);
  expect(cohort.unclaimed).toEqual([]);
});

test('an ending is known whatever stands before it', () => {
  expect(volumeFormatOf('a/b.c.NII.GZ')?.reader).toBe('nifti');
  expect(volumeFormatOf('x.seg.nrrd')?.reader).toBe('nrrd');
  expect(volumeFormatOf('x.tar.gz')).toBeUndefined();
  expect(volumeFormatOf('constructor')).toBeUndefined();
});
