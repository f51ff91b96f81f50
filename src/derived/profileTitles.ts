import type { ProfileName } from '../domain/profile';

/** The conventions by the names that the field gives them, the same in every language. */
export const profileTitles: Record<ProfileName, string> = {
  nnunet: 'nnU-Net',
  'brats-2023': 'BraTS 2023',
  'brats-legacy': 'BraTS ≤ 2021',
};
