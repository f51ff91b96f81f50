import { describe, expect, it } from 'vitest';
import { codes, ids, isComplete, recognise } from './testRecognition';

describe('nnU-Net results', () => {
  const model = 'nnUNet_results/Dataset137_BraTS21/nnUNetTrainer__nnUNetPlans__3d_fullres';
  const folds = [0, 1, 2].flatMap((fold) => [
    `${model}/fold_${fold}/validation/BraTS2021_0000${fold}.nii.gz`,
    `${model}/fold_${fold}/validation/BraTS2021_0000${fold}.npz`,
    `${model}/fold_${fold}/validation/BraTS2021_0000${fold}.pkl`,
    `${model}/fold_${fold}/validation/summary.json`,
    `${model}/fold_${fold}/checkpoint_final.pth`,
    `${model}/fold_${fold}/debug.json`,
    `${model}/fold_${fold}/progress.png`,
    `${model}/fold_${fold}/training_log_2024_1_1_00_00_00.txt`,
  ]);
  const references = [0, 1, 2].map((n) => `nnUNet_raw/Dataset137_BraTS21/labelsTr/BraTS2021_0000${n}.nii.gz`);

  it('joins all folds to one model and remembers the fold', () => {
    const recognition = recognise([...folds, ...references, `${model}/plans.json`]);
    expect(recognition.cohort.models).toEqual(['nnUNetTrainer__nnUNetPlans__3d_fullres']);
    expect(ids(recognition)).toEqual(['BraTS2021_00000', 'BraTS2021_00001', 'BraTS2021_00002']);
    expect(recognition.cohort.cases[1].predictions[0]).toMatchObject({
      fold: '1',
      raw: { kind: 'probabilities' },
    });
    expect(recognition.cohort.unclaimed).toEqual([]);
    expect(recognition.byProductCount).toBe(13);
    // A .pkl goes with the .npz of its name.
    expect([...recognition.companions.keys()].every((path) => path.endsWith('.npz'))).toBe(true);
    expect(recognition.companions.size).toBe(3);
    expect(recognition.summaries.map(({ model: name }) => name)).toEqual(
      Array(3).fill(recognition.cohort.models[0]),
    );
    expect(codes(recognition)).toEqual([]);
  });

  it('counts postprocessed folders and gathered cross-validation results as models of their own', () => {
    const recognition = recognise([
      ...folds,
      ...references,
      ...[0, 1, 2].flatMap((n) => [
        `${model}/crossval_results_folds_0_1_2/BraTS2021_0000${n}.nii.gz`,
        `${model}/crossval_results_folds_0_1_2/postprocessed/BraTS2021_0000${n}.nii.gz`,
      ]),
    ]);
    const name = 'nnUNetTrainer__nnUNetPlans__3d_fullres';
    expect(recognition.cohort.models).toEqual([
      name,
      `${name}/crossval_results_folds_0_1_2`,
      `${name}/crossval_results_folds_0_1_2/postprocessed`,
    ]);
    expect(isComplete(recognition)).toBe(true);
  });

  it('reports a case that two folds validate', () => {
    const twice = `${model}/fold_1/validation/BraTS2021_00000.nii.gz`;
    const recognition = recognise([...folds, ...references, twice]);
    expect(recognition.problems).toEqual([
      {
        code: 'duplicate-case',
        file: twice,
        facts: { otherFile: `${model}/fold_0/validation/BraTS2021_00000.nii.gz` },
        caseId: 'BraTS2021_00000',
        model: 'nnUNetTrainer__nnUNetPlans__3d_fullres',
      },
    ]);
  });
});

describe('outputs of MONAI', () => {
  const references = ['spleen_10', 'spleen_12'].map((id) => `Task09_Spleen/labelsTr/${id}.nii.gz`);
  const written = (folder: string) =>
    ['spleen_10', 'spleen_12'].map((id) => `${folder}/${id}/${id}_trans.nii.gz`);

  it.each([
    ['bundle/eval', 'eval'],
    ['predictions/swin', 'swin'],
    ['predictions_swin', 'swin'],
  ])('those in %s are the predictions of %s', (folder, model) => {
    const recognition = recognise([...references, ...written(folder)]);
    expect(ids(recognition)).toEqual(['spleen_10', 'spleen_12']);
    expect(recognition.cohort.models).toEqual([model]);
    expect(isComplete(recognition)).toBe(true);
  });

  it('a name that ends so in the folder of another case is none of them', () => {
    const other = 'bundle/eval/spleen_10/spleen_12_trans.nii.gz';
    const recognition = recognise([...references, ...written('bundle/eval'), other]);
    const maps = recognition.cohort.cases.flatMap(({ predictions }) =>
      predictions.map(({ labelMap }) => labelMap),
    );
    expect(maps).toEqual(written('bundle/eval'));
  });
});

describe('nnU-Net raw data', () => {
  it('takes training and test data, and predictions in folders inside the data set', () => {
    const recognition = recognise([
      'Dataset004_Hippocampus/imagesTr/hippocampus_001_0000.nii.gz',
      'Dataset004_Hippocampus/labelsTr/hippocampus_001.nii.gz',
      'Dataset004_Hippocampus/imagesTs/hippocampus_002_0000.nii.gz',
      'Dataset004_Hippocampus/labelsTs/hippocampus_002.nii.gz',
      'Dataset004_Hippocampus/predictions/unet/hippocampus_001.nii.gz',
      'Dataset004_Hippocampus/predictions/unet/hippocampus_002.nii.gz',
      'Dataset004_Hippocampus/predictions/unet/postprocessed/hippocampus_001.nii.gz',
      'Dataset004_Hippocampus/predictions/unet/postprocessed/hippocampus_002.nii.gz',
    ]);
    expect(recognition.cohort.models).toEqual(['unet', 'unet/postprocessed']);
    expect(recognition.cohort.name).toBe('Dataset004_Hippocampus');
    expect(isComplete(recognition)).toBe(true);
    expect(recognition.cohort.cases[0].images[0].name).toBe('0000');
  });

  it('takes the 4D images of the Medical Segmentation Decathlon', () => {
    const recognition = recognise(['T/imagesTr/BRATS_001.nii.gz', 'T/labelsTr/BRATS_001.nii.gz']);
    expect(recognition.cohort.cases[0].images).toEqual([{ name: '', path: 'T/imagesTr/BRATS_001.nii.gz' }]);
    expect(codes(recognition)).toEqual(['missing-prediction']);
  });

  it('names channels by the dataset.json of their own data set', () => {
    const texts = {
      'a/dataset.json': '{"channel_names": {"0": "T1"}, "labels": {"x": 1}}',
      'b/dataset.json': '{"channel_names": {"0": "CT"}, "labels": {"x": 1}}',
    };
    const paths = ['a/imagesTr/p_0000.nii.gz', 'b/imagesTr/q_0000.nii.gz', ...Object.keys(texts)];
    const { cohort } = recognise(paths, texts);
    expect(cohort.cases.map(({ images }) => images[0].name)).toEqual(['T1', 'CT']);
  });

  it('keeps other cases when dataset.json is broken, and says what is wrong', () => {
    const paths = ['d/dataset.json', 'd/labelsTr/a.nii.gz', 'd/predictions_x/a.nii.gz'];
    const recognition = recognise(paths, { 'd/dataset.json': '{' });
    expect(codes(recognition)).toEqual(['bad-json']);
    expect(recognition.cohort.scheme).toBeNull();
    expect(isComplete(recognition)).toBe(true);
  });
});

describe('BraTS challenge folders', () => {
  it.each([
    ['BraTS-GLI-00000-000', '-', ['t1c', 't1n', 't2w', 't2f']],
    ['BraTS20_Training_001', '_', ['t1', 't1ce', 't2', 'flair']],
    ['BraTS2021_00000', '_', ['t1', 't1ce', 't2', 'flair']],
    ['Brats18_CBICA_AAB_1', '_', ['t1', 't1ce', 't2', 'flair']],
    ['UCSF-PDGM-0004', '_', ['T1', 'T1c', 'T2', 'FLAIR']],
  ])('reads %s%s*', (id, separator, modalities) => {
    const recognition = recognise([
      ...modalities.map((modality) => `Training/${id}/${id}${separator}${modality}.nii.gz`),
      `Training/${id}/${id}${separator}seg.nii.gz`,
      `outputs/modelA/${id}.nii.gz`,
    ]);
    const [one] = recognition.cohort.cases;
    expect(one.id).toBe(id);
    expect(one.images.map(({ name }) => name)).toEqual([...modalities].sort());
    expect(one.reference).toBe(`Training/${id}/${id}${separator}seg.nii.gz`);
    expect(one.predictions.map(({ model }) => model)).toEqual(['modelA']);
    expect(recognition.isGuess).toBe(false);
  });

  it('matches a flat folder of submissions to challenge folders', () => {
    const recognition = recognise([
      'ref/BraTS-GLI-00000-000/BraTS-GLI-00000-000-seg.nii.gz',
      'ref/BraTS-GLI-00001-000/BraTS-GLI-00001-000-seg.nii.gz',
      'team7/BraTS-GLI-00000-000.nii.gz',
      'team7/BraTS-GLI-00001-000.nii.gz',
    ]);
    expect(recognition.cohort.models).toEqual(['team7']);
    expect(isComplete(recognition)).toBe(true);
    expect(recognition.isGuess).toBe(false);
  });

  it('reads files named only by modality in a folder per case', () => {
    const recognition = recognise(['d/p1/t1.nii.gz', 'd/p1/seg.nii.gz', 'd/p2/t1.nii.gz', 'd/p2/seg.nii.gz']);
    expect(ids(recognition)).toEqual(['p1', 'p2']);
    expect(recognition.cohort.cases[0].images[0].name).toBe('t1');
  });

  it('is not misled by a folder "results_2024" that holds the whole study', () => {
    const recognition = recognise([
      'results_2024/data/p1/p1_t1.nii.gz',
      'results_2024/data/p1/p1_t2.nii.gz',
      'results_2024/data/p1/p1_seg.nii.gz',
      'results_2024/predictions/unet/p1.nii.gz',
    ]);
    expect(recognition.cohort.cases).toEqual([
      {
        id: 'p1',
        images: [
          { name: 't1', path: 'results_2024/data/p1/p1_t1.nii.gz' },
          { name: 't2', path: 'results_2024/data/p1/p1_t2.nii.gz' },
        ],
        reference: 'results_2024/data/p1/p1_seg.nii.gz',
        predictions: [{ model: 'unet', labelMap: 'results_2024/predictions/unet/p1.nii.gz' }],
      },
    ]);
  });

  it('keeps cases together whose names end like a modality', () => {
    const recognition = recognise([
      'labelsTr/p1_CT.nii',
      'labelsTr/p2_CT.nii',
      'predictions_u/p1_CT.nii',
      'predictions_u/p2_CT.nii',
    ]);
    expect(ids(recognition)).toEqual(['p1_CT', 'p2_CT']);
    expect(isComplete(recognition)).toBe(true);
  });

  it('asks which is the reference where two folders hold "_seg" for the same cases', () => {
    const recognition = recognise([
      'a/x_1_seg.nii.gz',
      'a/x_2_seg.nii.gz',
      'b/x_1_seg.nii.gz',
      'b/x_2_seg.nii.gz',
    ]);
    expect(recognition.isGuess).toBe(true);
    expect(codes(recognition)).toEqual([]);
    expect(recognition.cohort.models).toEqual(['b']);
  });

  it('takes the folder with images for the reference where two folders hold "_seg"', () => {
    const recognition = recognise(['zz/x_1_t1.nii.gz', 'zz/x_1_seg.nii.gz', 'aa/x_1_seg.nii.gz']);
    expect(recognition.cohort.cases[0].reference).toBe('zz/x_1_seg.nii.gz');
    expect(recognition.cohort.models).toEqual(['aa']);
  });
});

describe('flat folders of equal names', () => {
  it('takes the folder that speaks of a reference for the reference', () => {
    for (const name of [
      'labelsTr',
      'gt',
      'reference',
      'ground_truth',
      'Ground Truth',
      'seg',
      'masks',
      '标注',
    ]) {
      const recognition = recognise([`x/${name}/a.nii`, `x/${name}/b.nii`, 'x/unet/a.nii', 'x/unet/b.nii']);
      expect(recognition.cohort.cases[0].reference, name).toBe(`x/${name}/a.nii`);
      expect(recognition.cohort.models, name).toEqual(['unet']);
      expect(recognition.isGuess, name).toBe(false);
      expect(isComplete(recognition), name).toBe(true);
    }
    const worded = recognise(['my gt v2/a.nii', 'unet/a.nii']);
    expect(worded.cohort.cases[0].reference).toBe('my gt v2/a.nii');
    expect(worded.isGuess).toBe(false);
  });

  it('suggests roles and says that it guesses where no name helps', () => {
    const recognition = recognise([
      'x/anna/1.nii',
      'x/anna/2.nii',
      'x/ben/1.nii',
      'x/ben/2.nii',
      'x/cem/2.nii',
    ]);
    expect(recognition.isGuess).toBe(true);
    expect(recognition.sources.map(({ key, role, model }) => [key, role, model])).toEqual([
      ['x/anna|maps', 'reference', ''],
      ['x/ben|maps', 'prediction', 'ben'],
      ['x/cem|maps', 'prediction', 'cem'],
    ]);
    expect(codes(recognition)).toEqual(['missing-prediction']);
  });

  it('prefers "gt" to "segmentations" where both hold the same cases, and asks', () => {
    const recognition = recognise(['x/gt/a.nii', 'x/segmentations/a.nii']);
    expect(recognition.cohort.cases[0].reference).toBe('x/gt/a.nii');
    expect(recognition.cohort.models).toEqual(['segmentations']);
    expect(recognition.isGuess).toBe(true);
  });

  it('takes "_0000" files for images of the cases that exist without it', () => {
    const recognition = recognise([
      'x/scans1/a_0000.nii',
      'x/scans1/a_0001.nii',
      'x/gt/a.nii',
      'x/unet/a.nii',
    ]);
    expect(recognition.cohort.cases[0].images.map(({ name }) => name)).toEqual(['0000', '0001']);
    const numbered = recognise([
      'x/gt/a_0000.nii',
      'x/gt/a_0001.nii',
      'x/unet/a_0000.nii',
      'x/unet/a_0001.nii',
    ]);
    expect(ids(numbered)).toEqual(['a_0000', 'a_0001']);
    expect(numbered.cohort.cases[0].images).toEqual([]);
  });

  it('tells apart two models whose folders have the same name', () => {
    const recognition = recognise(['gt/a.nii', 'teams/one/output/a.nii', 'teams/two/output/a.nii']);
    expect(recognition.cohort.models).toEqual(['one/output', 'two/output']);
    expect(codes(recognition)).toEqual([]);
  });

  it('matches names that add the model, or leave out the beginning, and marks that as a guess', () => {
    const added = recognise(['gt/c1.nii', 'gt/c2.nii', 'predictions_u/c1_u.nii', 'predictions_u/c2_u.nii']);
    expect(isComplete(added)).toBe(true);
    expect(added.isGuess).toBe(true);
    const short = recognise([
      'gt/BraTS2021_00000.nii.gz',
      'gt/BraTS2021_00002.nii.gz',
      'predictions/00002.nii.gz',
    ]);
    expect(short.cohort.cases[1]).toMatchObject({
      id: 'BraTS2021_00002',
      predictions: [{ model: 'predictions' }],
    });
    const ambiguous = recognise(['gt/A_1.nii', 'gt/B_1.nii', 'predictions/1.nii']);
    expect(ids(ambiguous)).toEqual(['1', 'A_1', 'B_1']);
  });
});

describe('single files', () => {
  it('pairs two files that are named by their role', () => {
    for (const paths of [
      ['reference.nii.gz', 'prediction.nii.gz'],
      ['x/p1_gt.nii.gz', 'x/p1_pred.nii.gz'],
      ['gt/seg.nii.gz', 'pred/seg.nii.gz'],
    ]) {
      const recognition = recognise(paths);
      expect(recognition.cohort.cases, paths.join()).toHaveLength(1);
      expect(isComplete(recognition), paths.join()).toBe(true);
    }
  });

  it('takes label maps named after models beside a reference for predictions, and asks', () => {
    const recognition = recognise([
      'd/p1/gt.nii',
      'd/p1/unet.nii',
      'd/p1/vnet.nii',
      'd/p2/gt.nii',
      'd/p2/unet.nii',
    ]);
    expect(recognition.cohort.models).toEqual(['unet', 'vnet']);
    expect(recognition.isGuess).toBe(true);
    expect(codes(recognition)).toEqual(['missing-prediction']);
    const suffixed = recognise(['d/p1_seg.nii', 'd/p1_unet.nii', 'd/p1_t1_brain.nii']);
    expect(suffixed.cohort.models).toEqual(['unet']);
    expect(suffixed.cohort.unclaimed).toEqual(['d/p1_t1_brain.nii']);
  });

  it('takes two files with names that say nothing for one case, and asks', () => {
    const recognition = recognise(['d/anna.nii.gz', 'd/ben.nii.gz']);
    expect(recognition.cohort.cases).toHaveLength(1);
    expect(recognition.cohort.models).toEqual(['ben']);
    expect(recognition.isGuess).toBe(true);
    expect(recognise(['d/case1.nii.gz', 'd/case2.nii.gz']).cohort.cases).toHaveLength(2);
  });

  it('suggests a single folder as the reference, so that the predictions can follow', () => {
    const first = ['expert/a.nii.gz', 'expert/b.nii.gz'];
    expect(recognise(first).cohort.cases.every(({ reference }) => reference)).toBe(true);
    const both = recognise([...first, 'unet out/a.nii.gz', 'unet out/b.nii.gz']);
    expect(both.cohort.cases[0].reference).toBe('expert/a.nii.gz');
    expect(isComplete(both)).toBe(true);
  });
});
