/** A function that gives the very same answer as long as it is asked the same. */
export interface Remembered<Args extends readonly unknown[], Answer> {
  (...args: Args): Answer;
  /** Whether these arguments are answered without work. */
  knows: (...args: Args) => boolean;
}

/**
 * `workOut` with its last answer for each first argument, kept as long as that object lives. Arguments are the same
 * when they are identical, so what follows from the same facts is one object, and nothing is drawn or worked out
 * for it again.
 */
export function remembered<First extends object, Rest extends readonly unknown[], Answer>(
  workOut: (first: First, ...rest: Rest) => Answer,
): Remembered<[First, ...Rest], Answer> {
  const answers = new WeakMap<First, { rest: Rest; answer: Answer }>();
  const knownOf = (first: First, rest: Rest) => {
    const known = answers.get(first);
    return known?.rest.every((fact, place) => Object.is(fact, rest[place])) ? known : undefined;
  };
  const ask = (first: First, ...rest: Rest) => {
    const known = knownOf(first, rest);
    if (known) return known.answer;
    const answer = workOut(first, ...rest);
    answers.set(first, { rest, answer });
    return answer;
  };
  return Object.assign(ask, {
    knows: (first: First, ...rest: Rest) => knownOf(first, rest) !== undefined,
  });
}
