import { brats2020 } from './brats2020';
import { brats2023Gli, brats2023Men, brats2023Met, brats2023Ped, brats2023Ssa } from './brats2023';
import {
  brats2024Gli,
  brats2024Men,
  brats2024MenRt,
  brats2024Met,
  brats2024Ped,
  brats2024Ssa,
} from './brats2024';
import {
  brats2026Gli,
  brats2026Goat,
  brats2026MenPre,
  brats2026MenRt,
  brats2026Met,
  brats2026MetLive,
  brats2026Ped,
} from './brats2026';
import type { NamedConvention } from './convention';
import { kits2023 } from './kits2023';
import { nnunet } from './nnunet';

/** Every convention that ships with the product. */
export const conventions: readonly NamedConvention[] = [
  nnunet,
  brats2020,
  brats2023Gli,
  brats2023Ssa,
  brats2023Ped,
  brats2023Men,
  brats2023Met,
  brats2024Gli,
  brats2024Ssa,
  brats2024Ped,
  brats2024Met,
  brats2024Men,
  brats2024MenRt,
  brats2026Gli,
  brats2026Ped,
  brats2026Met,
  brats2026MetLive,
  brats2026Goat,
  brats2026MenPre,
  brats2026MenRt,
  kits2023,
];

/** Names that conventions had before they were these; the profile brats-2023 was the same in all its challenges. */
const earlierNames: Record<string, NamedConvention> = {
  'brats-legacy': brats2020,
  'brats-2023': brats2023Gli,
  'gli-2023': brats2023Gli,
  'ssa-2023': brats2023Ssa,
  'ped-2023': brats2023Ped,
  'men-2023': brats2023Men,
  'met-2023': brats2023Met,
};

/** The convention of that name, today's or an earlier one; undefined where there is none. */
export function conventionNamed(name: string): NamedConvention | undefined {
  return (
    conventions.find((convention) => convention.name === name) ??
    new Map(Object.entries(earlierNames)).get(name)
  );
}
