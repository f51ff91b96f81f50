import type { NamedConvention } from './convention';
import type { StructureUnderConvention } from './conventionScores';

/** One structure of a case under one convention. */
export interface Side {
  convention: NamedConvention;
  structure: StructureUnderConvention;
}

/** Lesions that one convention counts in its mean and another does not, or fewer of. */
interface Counted {
  counts: NamedConvention;
  ignores: NamedConvention;
  /** How many `counts` has of them, among all that enters its mean, and how many the other. */
  count: number;
  total: number;
  otherCount: number;
  otherTotal: number;
  /** The largest of those that `counts` has. */
  largestMm3: number;
}

/** The rule that sets two conventions' lesion-wise or whole Dice of one structure apart. */
export type RuleApart =
  | { rule: 'same' }
  | { rule: 'no-number'; without: NamedConvention }
  /** Missed lesions enter as 0. */
  | ({ rule: 'missed' } & Counted)
  /** False lesions enter as 0. */
  | ({ rule: 'false' } & Counted)
  /** Lesions too small for the other. */
  | ({ rule: 'small' } & Counted)
  | { rule: 'whole'; lesionWise: NamedConvention; whole: NamedConvention }
  /** Lesions are joined, or belong together, in another way. */
  | { rule: 'joined' };

/** Numbers nearer than this are one. */
const rounding = 1e-9;

/**
 * Why two conventions give one structure different numbers (`firstValue`, `secondValue`): of the lesions that enter a
 * mean as 0 those whose share differs most, else what is counted, else how.
 */
export function ruleApart(first: Side, second: Side, firstValue: number, secondValue: number): RuleApart {
  const [isFirstMissing, isSecondMissing] = [Number.isNaN(firstValue), Number.isNaN(secondValue)];
  if (isFirstMissing && isSecondMissing) return { rule: 'same' };
  if (isFirstMissing) return { rule: 'no-number', without: first.convention };
  if (isSecondMissing) return { rule: 'no-number', without: second.convention };
  if (Math.abs(firstValue - secondValue) <= rounding) return { rule: 'same' };
  const [one, other] = [zerosOf(first), zerosOf(second)];
  const missed = one.missed.length / one.total - other.missed.length / other.total;
  const falseOnes = one.false.length / one.total - other.false.length / other.total;
  const [rule, difference] =
    Math.abs(missed) >= Math.abs(falseOnes) ? (['missed', missed] as const) : (['false', falseOnes] as const);
  if (Math.abs(difference) > rounding) {
    return { rule, ...counted(first, second, rule, difference > 0) };
  }
  const isLesionWise = ({ convention }: Side) => convention.lesions !== null;
  if (isLesionWise(first) !== isLesionWise(second)) {
    const [lesionWise, whole] = isLesionWise(first) ? [first, second] : [second, first];
    return { rule: 'whole', lesionWise: lesionWise.convention, whole: whole.convention };
  }
  if (one.sizes.length !== other.sizes.length) {
    return { rule: 'small', ...counted(first, second, 'sizes', one.sizes.length > other.sizes.length) };
  }
  return { rule: 'joined' };
}

/** What enters a convention's mean over lesions as 0 (mm³ each), and all that enters it. */
function zerosOf({ convention, structure }: Side) {
  const sizes = structure.lesions.filter(({ isCounted }) => isCounted);
  const rule = convention.lesions;
  const isCharged = rule?.kind === 'dilated' && rule.isFalsePositiveCharged;
  const falseOnes = isCharged ? structure.falsePositivesMm3 : [];
  return {
    sizes: sizes.map(({ volumeMm3 }) => volumeMm3),
    missed: sizes.filter(({ isFound }) => !isFound).map(({ volumeMm3 }) => volumeMm3),
    false: falseOnes,
    total: Math.max(1, sizes.length + falseOnes.length),
  };
}

function counted(first: Side, second: Side, what: 'missed' | 'false' | 'sizes', isFirst: boolean): Counted {
  const [counts, ignores] = isFirst ? [first, second] : [second, first];
  const [own, others] = [zerosOf(counts), zerosOf(ignores)];
  return {
    counts: counts.convention,
    ignores: ignores.convention,
    count: own[what].length,
    total: own.total,
    otherCount: others[what].length,
    otherTotal: others.total,
    largestMm3: Math.max(...own[what]),
  };
}
