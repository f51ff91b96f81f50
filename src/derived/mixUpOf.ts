import { remembered } from '../domain/remembered';
import type { Confusion } from '../domain/results';
import { labelMixUp } from '../kernels/reconstruction/labelMixUp';

/** The renaming that a single case looks like; null for none. */
export const mixUpOf = remembered((confusion: Confusion, ignoreLabel: number | null) =>
  labelMixUp([confusion], ignoreLabel),
);
