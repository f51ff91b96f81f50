/** Thresholds are multiples of 1/256: exact for probabilities and fine enough for any curve. */
export const THRESHOLD_STEPS = 256;

/** nnU-Net's 0.5. */
export const defaultStep = THRESHOLD_STEPS / 2;

/** Steps are kept in bytes and none holds 256: the highest threshold cannot be told apart from the one below it. */
export const HIGHEST_STEP = THRESHOLD_STEPS - 2;
