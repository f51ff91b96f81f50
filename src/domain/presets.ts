import type { Label, LabelScheme, Region } from './labelScheme';

/** A published label scheme, with where it comes from. `isOrderDerived`: the source states labels and regions
 * only, and the class order follows from the painting rule (metrics.md §1). */
export interface SchemePreset {
  id: PresetId;
  scheme: LabelScheme;
  source: string;
  isOrderDerived: boolean;
}

export type PresetId =
  | 'brats-2018'
  | 'brats-2021'
  | 'nnunet-brats'
  | 'brats-2023'
  | 'brats-2024'
  | 'brats-2024-ped'
  | 'kits-2023'
  | 'lits'
  | 'ribfrac'
  | 'audit'
  | 'prostate-zones'
  | 'pancreas'
  | 'acdc'
  | 'optic-disc-cup'
  | 'cord-lesion';

const WT = 'whole_tumor';
const TC = 'tumor_core';
const ET = 'enhancing_tumor';

function labelsOf(names: Record<number, string>): Label[] {
  return Object.entries(names).map(([value, name]) => ({ value: Number(value), name }));
}

function tumorRegions(whole: number[], core: number[], enhancing: number[]): Region[] {
  return [
    { name: WT, labels: whole },
    { name: TC, labels: core },
    { name: ET, labels: enhancing },
  ];
}

function preset(
  id: PresetId,
  name: string,
  labels: Label[],
  regions: Region[],
  regionsClassOrder: number[],
  source: string,
  isOrderDerived: boolean,
): SchemePreset {
  return {
    id,
    scheme: { name, labels, regions, regionsClassOrder, ignoreLabel: null },
    source,
    isOrderDerived,
  };
}

/** Every scheme that ships with the product; each can rebuild all its labels from its regions. */
export const presets: readonly SchemePreset[] = [
  preset(
    'brats-2018',
    'BraTS 2018–2020',
    labelsOf({ 1: 'NCR/NET', 2: 'ED', 4: 'ET' }),
    tumorRegions([1, 2, 4], [1, 4], [4]),
    [2, 1, 4],
    'BraTS challenge task page; MONAI, ConvertToMultiChannelBasedOnBratsClasses',
    true,
  ),
  preset(
    'brats-2021',
    'BraTS 2021',
    labelsOf({ 1: 'NCR', 2: 'ED', 4: 'ET' }),
    tumorRegions([1, 2, 4], [1, 4], [4]),
    [2, 1, 4],
    'BraTS 2021 challenge page',
    true,
  ),
  preset(
    'nnunet-brats',
    'nnU-Net BraTS (Dataset 042, 043, 137)',
    labelsOf({ 1: 'ED', 2: 'NCR/NET', 3: 'ET' }),
    tumorRegions([1, 2, 3], [2, 3], [3]),
    [1, 2, 3],
    'nnU-Net, Dataset137_BraTS21.py and region-based training documentation',
    false,
  ),
  preset(
    'brats-2023',
    'BraTS 2023 (GLI, SSA, MEN, MET, PED)',
    labelsOf({ 1: 'NCR/NETC', 2: 'ED/SNFH', 3: 'ET' }),
    tumorRegions([1, 2, 3], [1, 3], [3]),
    [2, 1, 3],
    'BraTS-2023-Metrics',
    false,
  ),
  preset(
    'brats-2024',
    'BraTS 2024 (GLI post-treatment, MET)',
    labelsOf({ 1: 'NETC', 2: 'SNFH', 3: 'ET', 4: 'RC' }),
    [...tumorRegions([1, 2, 3], [1, 3], [3]), { name: 'resection_cavity', labels: [4] }],
    [2, 1, 3, 4],
    'BraTS 2024 metrics',
    true,
  ),
  preset(
    'brats-2024-ped',
    'BraTS 2024 PED',
    labelsOf({ 1: 'ET', 2: 'NETC', 3: 'CC', 4: 'ED' }),
    // Without the cystic component as a region of its own, label 3 would be painted as 2.
    [
      { name: WT, labels: [1, 2, 3, 4] },
      { name: TC, labels: [1, 2, 3] },
      { name: 'cystic_component', labels: [3] },
      { name: ET, labels: [1] },
    ],
    [4, 2, 3, 1],
    'BraTS 2024 metrics',
    true,
  ),
  preset(
    'kits-2023',
    'KiTS 2023 (Dataset 220)',
    labelsOf({ 1: 'kidney', 2: 'tumor', 3: 'cyst' }),
    [
      { name: 'kidney_and_masses', labels: [1, 2, 3] },
      { name: 'masses', labels: [2, 3] },
      { name: 'tumor', labels: [2] },
    ],
    [1, 3, 2],
    'nnU-Net, Dataset220_KiTS2023.py',
    false,
  ),
  preset(
    'lits',
    'LiTS',
    labelsOf({ 1: 'liver', 2: 'tumor' }),
    [
      { name: 'liver_and_tumor', labels: [1, 2] },
      { name: 'tumor', labels: [2] },
    ],
    [1, 2],
    'LiTS challenge',
    true,
  ),
  preset(
    'ribfrac',
    'RibFrac (Dataset 015)',
    labelsOf({
      1: 'displaced fracture',
      2: 'nondisplaced fracture',
      3: 'buckle fracture',
      4: 'segmental fracture',
      5: 'other fracture',
    }),
    [
      { name: 'fracture', labels: [1, 2, 3, 4, 5] },
      { name: 'displaced', labels: [1] },
      { name: 'nondisplaced', labels: [2] },
      { name: 'buckle', labels: [3] },
      { name: 'segmental', labels: [4] },
    ],
    [5, 1, 2, 3, 4],
    'nnU-Net, conversion script of Dataset015_RibFrac',
    false,
  ),
  preset(
    'audit',
    'AUDIT sample data',
    labelsOf({ 1: 'ENH', 2: 'NEC', 3: 'EDE' }),
    tumorRegions([1, 2, 3], [1, 2], [1]),
    [3, 2, 1],
    'AUDIT README (Marina-Birlanga et al., CMPB 2025)',
    true,
  ),
  preset(
    'prostate-zones',
    'Prostate zones (MSD Task05)',
    labelsOf({ 1: 'peripheral zone', 2: 'transition zone' }),
    [
      { name: 'prostate', labels: [1, 2] },
      { name: 'transition_zone', labels: [2] },
    ],
    [1, 2],
    'Medical Segmentation Decathlon, dataset.json of Task05_Prostate',
    true,
  ),
  preset(
    'pancreas',
    'Pancreas (MSD Task07, PANTHER)',
    labelsOf({ 1: 'pancreas', 2: 'tumor' }),
    [
      { name: 'pancreas_and_tumor', labels: [1, 2] },
      { name: 'tumor', labels: [2] },
    ],
    [1, 2],
    'Medical Segmentation Decathlon, dataset.json of Task07_Pancreas',
    true,
  ),
  preset(
    'acdc',
    'Cardiac cine (ACDC)',
    labelsOf({ 1: 'RV', 2: 'myocardium', 3: 'LV cavity' }),
    [
      { name: 'right_ventricle', labels: [1] },
      { name: 'left_ventricle_with_wall', labels: [2, 3] },
      { name: 'left_ventricle_cavity', labels: [3] },
    ],
    [1, 2, 3],
    'ACDC challenge page',
    true,
  ),
  preset(
    'optic-disc-cup',
    'Optic disc and cup (REFUGE)',
    labelsOf({ 1: 'rim', 2: 'cup' }),
    [
      { name: 'disc', labels: [1, 2] },
      { name: 'cup', labels: [2] },
    ],
    [1, 2],
    'REFUGE challenge page; its PNG files hold 128 for the rim and 0 for the cup',
    true,
  ),
  preset(
    'cord-lesion',
    'Spinal cord and lesion',
    labelsOf({ 1: 'cord', 2: 'lesion' }),
    [
      { name: 'cord', labels: [1, 2] },
      { name: 'lesion', labels: [2] },
    ],
    [1, 2],
    'usual in cord MS work',
    true,
  ),
];

/** The preset of that id. */
export function presetById(id: PresetId): SchemePreset {
  return presets.find((candidate) => candidate.id === id)!;
}
