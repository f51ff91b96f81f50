import type { RatedItem } from '../domain/rating';
import { type RandomSource, randomSource } from '../kernels/randomSource';

/** Tells apart what is drawn from one seed. */
const purpose = { cases: 1, order: 2 } as const;

/**
 * The order in which items are rated, the same for the same seed whatever their order was. Each round shows each
 * case once, by a model drawn at random, so that two answers to one case lie as far apart as they can.
 */
export function ratingOrder(items: readonly RatedItem[], seed: number): RatedItem[] {
  const random = randomSource(seed, purpose.order);
  const byCase = new Map<string, RatedItem[]>();
  for (const item of items.toSorted(byName)) {
    byCase.set(item.caseId, [...(byCase.get(item.caseId) ?? []), item]);
  }
  const drawn = [...byCase.values()].map((answers) => shuffled(answers, random));
  const rounds = Math.max(0, ...drawn.map((answers) => answers.length));
  const order: RatedItem[] = [];
  for (let round = 0; round < rounds; round++) {
    const next = shuffled(
      drawn.flatMap((answers) => answers.slice(round, round + 1)),
      random,
    );
    const isRepeated = next.length > 1 && next[0].caseId === order.at(-1)?.caseId;
    order.push(...(isRepeated ? [...next.slice(1), next[0]] : next));
  }
  return order;
}

/** As many of the cases as asked for, drawn at random, the same for the same seed. */
export function drawCases(caseIds: readonly string[], count: number, seed: number): string[] {
  const once = [...new Set(caseIds)].sort();
  return shuffled(once, randomSource(seed, purpose.cases)).slice(0, count);
}

function byName(first: RatedItem, second: RatedItem): number {
  return compare(first.caseId, second.caseId) || compare(first.model, second.model);
}

/** By code units: the same on machines of every language. */
function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Fisher and Yates. */
function shuffled<Value>(values: readonly Value[], random: RandomSource): Value[] {
  const mixed = [...values];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random.uniform() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}
