import { describe, expect, it } from 'vitest';
import { presets } from '../domain/presets';
import { guessScheme, isFounded } from './guessScheme';

const best = (names: string[], values: number[] = []) => guessScheme({ names, values })[0].preset.id;

describe('guessScheme', () => {
  it('takes the layout of the sample data for AUDIT, whatever the cases are called and the values are', () => {
    const names = [
      'brats-ssa/images/BraTS2024_SSA-00002-000/BraTS2024_SSA-00002-000_seg.nii.gz',
      'brats-ssa/predictions/nnUnet/BraTS2024_SSA-00002-000/BraTS2024_SSA-00002-000_pred.nii.gz',
    ];
    expect(best(names)).toBe('audit');
    expect(best(names, [0, 1, 2, 3])).toBe('audit');
  });

  it('says which presets know the same integers with another meaning', () => {
    const [guess] = guessScheme({ names: [], values: [1, 2, 3] });
    const same = guess.reasons.find(({ kind }) => kind === 'same-values');
    const all = [guess.preset.id, ...(same?.kind === 'same-values' ? same.presets : [])].sort();
    expect(all).toEqual(['acdc', 'audit', 'brats-2023', 'kits-2023', 'nnunet-brats']);
  });

  it.each([
    ['brats-2018', 'MICCAI_BraTS2020_TrainingData/BraTS20_Training_001/BraTS20_Training_001_seg.nii.gz'],
    ['brats-2018', 'HGG/Brats18_CBICA_AAB_1/Brats18_CBICA_AAB_1_t1ce.nii.gz'],
    ['brats-2021', 'BraTS2021_00000/BraTS2021_00000_seg.nii.gz'],
    ['brats-2023', 'x/BraTS-GLI-00000-000/BraTS-GLI-00000-000-seg.nii.gz'],
    ['brats-2023', 'x/BraTS-SSA-00002-000/BraTS-SSA-00002-000-seg.nii.gz'],
    ['brats-2024', 'x/BraTS-GLI-02405-100/BraTS-GLI-02405-100-seg.nii.gz'],
    ['brats-2024-ped', 'BraTS2024-PED/BraTS-PED-00001-000/BraTS-PED-00001-000-seg.nii.gz'],
    ['nnunet-brats', 'nnUNet_raw/Dataset137_BraTS2021/labelsTr/BraTS2021_00000.nii.gz'],
    ['kits-2023', 'Dataset220_KiTS2023/labelsTr/case_00000.nii.gz'],
    ['lits', 'LiTS/labels/segmentation-0.nii'],
    ['ribfrac', 'Dataset015_RibFrac/labelsTr/RibFrac1.nii.gz'],
  ])('guesses %s from %s', (id, name) => {
    expect(best([name])).toBe(id);
  });

  it('lets values overrule a name that they contradict', () => {
    const names = ['BraTS-PED-00001-000/BraTS-PED-00001-000-seg.nii.gz'];
    expect(best(names, [1, 2, 3])).toBe('brats-2023');
    expect(best(names, [1, 2, 3, 4])).toBe('brats-2024-ped');
    expect(best(['case_001.nii.gz'], [1, 2, 4])).toBe('brats-2018');
  });

  it('ranks every preset, and calls a guess without any hint unfounded', () => {
    const guesses = guessScheme({ names: ['a/b.nii.gz'], values: [] });
    expect(guesses).toHaveLength(presets.length);
    expect(guesses.some(isFounded)).toBe(false);
    expect(guessScheme({ names: ['a/b.nii.gz'], values: [77] }).some(isFounded)).toBe(false);
  });
});
