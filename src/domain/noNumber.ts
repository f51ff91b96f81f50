/** Why there is no number. */
export const noNumberReasons = [
  'both-empty',
  'reference-empty',
  'prediction-empty',
  'never-reached',
  'no-background',
  'not-computed',
  /** The mask of something that it is made of was left out. */
  'left-out',
  /** A volume of a slice, or an area of a volume. */
  'other-dimensions',
] as const;

export type NoNumberReason = (typeof noNumberReasons)[number];

/** A number that is null where it does not exist; then `reason` says why. */
export type MaybeNumber = { value: number; reason: null } | { value: null; reason: NoNumberReason };
