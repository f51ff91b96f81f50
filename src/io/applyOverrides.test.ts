import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noOverrides, type Recognition, type Role, type RoleOverrides } from '../domain/recognition';
import { applyOverrides } from './applyOverrides';
import { recogniseCohort } from './recogniseCohort';

function recognise(paths: readonly string[]): Recognition {
  return recogniseCohort(
    paths.map((path) => ({ path, size: 1 })),
    new Map(),
  );
}

const roles = (change: Record<string, Role>): RoleOverrides => ({ ...noOverrides, roles: change });

describe('applyOverrides', () => {
  const flat = ['x/anna/1.nii', 'x/anna/2.nii', 'x/ben/1.nii', 'x/ben/2.nii'];

  it('exchanges reference and prediction, and then asks no more', () => {
    const { cohort, isGuess, sources } = applyOverrides(
      recognise(flat),
      roles({ 'x/anna|maps': 'prediction', 'x/ben|maps': 'reference' }),
    );
    expect(cohort.cases[0]).toEqual({
      id: '1',
      images: [],
      reference: 'x/ben/1.nii',
      predictions: [{ model: 'anna', labelMap: 'x/anna/1.nii' }],
    });
    expect(isGuess).toBe(false);
    expect(sources.every(({ isChosen }) => isChosen)).toBe(true);
  });

  it('leaves a folder out: counted, not listed as unrecognised, and no longer missed', () => {
    const paths = [
      'gt/1.nii',
      'gt/2.nii',
      'predictions_a/1.nii',
      'predictions_b/1.nii',
      'predictions_b/2.nii',
    ];
    const { cohort, problems, leftOutCount } = applyOverrides(
      recognise(paths),
      roles({ 'predictions_a|maps': 'left-out' }),
    );
    expect(cohort.models).toEqual(['b']);
    expect(cohort.unclaimed).toEqual([]);
    expect(leftOutCount).toBe(1);
    expect(problems).toEqual([]);
  });

  it('renames models, and joins two models that get one name', () => {
    const recognition = recognise(['gt/1.nii', 'gt/2.nii', 'predictions_a/1.nii', 'predictions_b/2.nii']);
    const renamed = applyOverrides(recognition, { roles: {}, modelNames: { a: ' U-Net ', b: '  ' } });
    expect(renamed.cohort.models).toEqual(['U-Net', 'b']);
    const joined = applyOverrides(recognition, { roles: {}, modelNames: { a: 'all', b: 'all' } });
    expect(joined.cohort.models).toEqual(['all']);
    expect(joined.problems).toEqual([]);
  });

  it('gives a role to a folder that no handler took', () => {
    const paths = ['gt/1.nii', 'predictions_a/1.nii', 'later/1x.nii'];
    const recognition = recognise(paths);
    expect(recognition.cohort.unclaimed).toEqual(['later/1x.nii']);
    const { cohort } = applyOverrides(recognition, roles({ 'later|maps': 'reference' }));
    expect(cohort.unclaimed).toEqual([]);
    expect(cohort.cases.map(({ id }) => id)).toEqual(['1', '1x']);
  });

  it('names a model after the folder when a reference becomes a prediction', () => {
    const { cohort } = applyOverrides(
      recognise(['d/unet run/labels/1.nii']),
      roles({ 'd/unet run/labels|maps': 'prediction' }),
    );
    expect(cohort.models).toEqual(['labels']);
  });

  it('never takes probabilities for a reference', () => {
    const recognition = recognise(['gt/1.nii', 'predictions_a/1.npz']);
    const { cohort } = applyOverrides(recognition, roles({ 'predictions_a|maps': 'reference' }));
    expect(cohort.cases[0].reference).toBe('gt/1.nii');
    expect(cohort.models).toEqual([]);
  });

  it('keeps a choice when more files are dropped', () => {
    const choice = roles({ 'x/anna|maps': 'prediction', 'x/ben|maps': 'reference' });
    const more = recognise([...flat, 'x/cem/1.nii', 'x/cem/2.nii', 'x/cem/3.nii']);
    const { cohort } = applyOverrides(more, choice);
    expect(cohort.cases[0].reference).toBe('x/ben/1.nii');
    expect(cohort.models).toContain('anna');
  });

  it('joins files to a case by hand, and matches the others of their folder as before', () => {
    const recognition = recognise([
      'gt/p1.nii',
      'gt/p2.nii',
      'gt/odd.nii',
      'predictions_a/x_p1.nii',
      'predictions_a/x_p2.nii',
      'predictions_a/x_weird.nii',
    ]);
    const join = (cases: Record<string, string>) => applyOverrides(recognition, { ...noOverrides, cases });
    expect(join({}).cohort.cases.map(({ id }) => id)).toEqual(['odd', 'p1', 'p2', 'x_weird']);
    const joined = join({ 'predictions_a/x_weird.nii': 'odd' });
    expect(joined.cohort.cases.map(({ id, predictions }) => [id, predictions[0].labelMap])).toEqual([
      ['odd', 'predictions_a/x_weird.nii'],
      ['p1', 'predictions_a/x_p1.nii'],
      ['p2', 'predictions_a/x_p2.nii'],
    ]);
    expect(joined.guessedPaths).toEqual(['predictions_a/x_p1.nii', 'predictions_a/x_p2.nii']);
    // Who says that x_weird is p1 says that x_p1 is not.
    const other = join({ 'predictions_a/x_weird.nii': 'p1' });
    expect(other.cohort.cases.map(({ id }) => id)).toEqual(['odd', 'p1', 'p2', 'x_p1']);
    expect(other.problems.filter(({ code }) => code === 'duplicate-case')).toEqual([]);
  });

  it('takes the corrections of an older session, which knows of no joined cases', () => {
    const recognition = recognise(flat);
    expect(applyOverrides(recognition, { roles: {}, modelNames: {} })).toEqual(recognition);
  });

  it('is undone by the former overrides, whatever was chosen in between', () => {
    const recognition = recognise([...flat, 'x/ben/1.npz', 'x/anna/1_t1.nii', 'x/odd.txt', 'x/cem/9.nii']);
    const keys = recognition.sources.map(({ key }) => key);
    const anyRole = fc.constantFrom<Role>('image', 'reference', 'prediction', 'left-out');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), anyRole), (chosen) => {
        const edited = applyOverrides(recognition, roles(chosen));
        expect(applyOverrides(edited, noOverrides)).toEqual(recognition);
        expect(edited.sources.map(({ key }) => key).sort()).toEqual([...keys].sort());
        const used = edited.cohort.cases.flatMap(({ reference, images, predictions }) => [
          ...(reference ? [reference] : []),
          ...images.map(({ path }) => path),
          ...predictions.flatMap(({ labelMap }) => labelMap ?? []),
        ]);
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  it('says where each role comes from, references first', () => {
    const { sources } = recognise([
      'd/images/c/c_t1.nii',
      'd/images/c/c_seg.nii',
      'd/predictions/m/c/c_pred.nii',
      'd/o/q.nii',
    ]);
    expect(
      sources.map(({ key, role, model, handler, caseCount }) => [key, role, model, handler, caseCount]),
    ).toEqual([
      ['d/images|maps', 'reference', '', 'case-files', 1],
      ['d/predictions/m|maps', 'prediction', 'm', 'prediction-folder', 1],
      ['d/images|images', 'image', '', 'case-files', 1],
      ['d/o|maps', 'left-out', '', 'none', 1],
    ]);
  });
});
