/** Named conventions for empty structures and means (metrics.md §2). Distances in mm. */
export const profiles = {
  nnunet: {
    bothEmptyDice: Number.NaN,
    bothEmptyHd95Mm: Number.NaN,
    oneEmptyHd95Mm: Number.NaN,
    skipsNaN: true,
  },
  'brats-2023': { bothEmptyDice: 1, bothEmptyHd95Mm: 0, oneEmptyHd95Mm: 374, skipsNaN: false },
  'brats-legacy': { bothEmptyDice: 1, bothEmptyHd95Mm: 0, oneEmptyHd95Mm: 373.12866, skipsNaN: false },
} as const;

export type ProfileName = keyof typeof profiles;

export const profileNames = Object.keys(profiles) as ProfileName[];

export function isProfileName(name: unknown): name is ProfileName {
  return typeof name === 'string' && Object.hasOwn(profiles, name);
}
