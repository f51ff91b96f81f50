import { expect, test } from 'vitest';
import { noteCase } from '../actions/annotate';
import { applyOverrides } from '../io/applyOverrides';
import { readAttributes } from '../io/readAttributes';
import { recogniseCohort } from '../io/recogniseCohort';
import { useAnnotationsStore } from '../stores/annotationsStore';
import { ownValue } from './ownValue';
import { noOverrides } from './recognition';

const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

test.each(inherited)('a name such as %s holds only what was put there', (name) => {
  expect(ownValue({}, name)).toBeUndefined();
  expect(ownValue({ [name]: 1 }, name)).toBe(1);
  expect(ownValue(undefined, name)).toBeUndefined();
});

test.each(inherited)('a model, a case and a column may be called %s', (name) => {
  const paths = ['labelsTr/a.nii.gz', `labelsTr/${name}.nii.gz`, `predictions_${name}/${name}.nii.gz`];
  const found = recogniseCohort(
    paths.map((path) => ({ path, size: 1 })),
    new Map(),
  );
  const { cohort } = applyOverrides(found, noOverrides);
  // Underscores behind "predictions" part it from the model's name.
  expect(cohort.models).toEqual([name.replace(/^_+/, '')]);
  expect(cohort.cases.find(({ id }) => id === name)?.predictions).toHaveLength(1);

  const table = readAttributes('sites.csv', `id,site\n${name},Basel\n`, ['a', name]);
  expect(table.ok && ownValue(table.value.values, name)).toEqual({ site: 'Basel' });

  noteCase(name, 'seen');
  const { annotations } = useAnnotationsStore.getState();
  expect(ownValue(annotations, name)).toEqual({ mark: null, note: 'seen' });
  noteCase(name, '');
  expect(ownValue(useAnnotationsStore.getState().annotations, name)).toBeUndefined();
});
