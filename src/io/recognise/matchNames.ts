import { bareName, isRoleWord } from './readCaseName';

/** The known name that a name stands for. */
interface NameMatch {
  name: string;
  /** What had to be overlooked: words that say what a file is, separators and leading zeros, or whole parts. */
  without: 'role-words' | 'spelling' | 'parts';
}

const none: ReadonlySet<string> = new Set();

/**
 * Tells which known name each name of one folder stands for that is not itself known, only where that is unique both
 * ways. From sure to weak: equal but for words that say what a file is ("img0061", "label0061"); equal but for
 * separators and leading zeros; then, where no name of the folder matched so far, equal but for the parts that all
 * names of a folder share; and whole parts at an end of the other ("case1_unet", "00000" of "BraTS2021_00000").
 * A name that could stand for two stands for none. `known`: one set for each folder; `isByParts` false leaves out the
 * last two, which are too little to give a folder a role that nothing else speaks of. `without`: known names that are
 * not to be matched.
 */
export function nameMatcher(
  known: readonly ReadonlySet<string>[],
  isByParts = true,
): (names: ReadonlySet<string>, without?: ReadonlySet<string>) => Map<string, NameMatch> {
  const all = new Set(known.flatMap((one) => [...one]));
  const spellingOf = spellingReader();
  const bare = once(() => byKey(all, bareName));
  const spelt = once(() => byKey(all, spellingOf));
  const distinct = once(() => merged(known.map((one) => byKey(one, distinctParts(one, spellingOf)))));
  const ends = once(() => byEnds(all, spellingOf));
  return (names, without = none) => {
    const rest = new Set<string>();
    for (const name of names) if (!all.has(name)) rest.add(name);
    const matches = new Map<string, NameMatch>();
    if (rest.size === 0 || all.size === 0) return matches;
    const taken = new Set<string>();
    if (rest.size < names.size) for (const name of names) if (!rest.has(name)) taken.add(name);
    const take = (own: Keyed, others: Keyed, overlooked: NameMatch['without']) => {
      for (const [key, found] of own) {
        const match = key === '' ? undefined : others.get(key);
        if (match === undefined) continue;
        const isUnique = typeof found === 'string' && typeof match === 'string';
        for (const name of typeof found === 'string' ? [found] : found) {
          if (!rest.delete(name) || !isUnique || taken.has(match) || without.has(match)) continue;
          taken.add(match);
          matches.set(name, { name: match, without: overlooked });
        }
      }
    };
    take(byKey(names, bareName), bare(), 'role-words');
    if (rest.size > 0) take(byKey(names, spellingOf), spelt(), 'spelling');
    if (!isByParts || taken.size > 0 || rest.size === 0) return matches;
    take(byKey(names, distinctParts(names, spellingOf)), distinct(), 'parts');
    if (taken.size > 0 || rest.size === 0) return matches;
    const ofKnown = new Map<string, string[]>();
    for (const name of rest) {
      const match = matchOfEnds(spellingOf(name), spelt(), ends());
      if (typeof match === 'string') ofKnown.set(match, [...(ofKnown.get(match) ?? []), name]);
    }
    for (const [match, [name, ...others]] of ofKnown) {
      if (others.length === 0 && !without.has(match)) matches.set(name, { name: match, without: 'parts' });
    }
    return matches;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Names by a key; a list where several have it. */
type Keyed = Map<string, string | string[]>;

function byKey(names: ReadonlySet<string>, keyOf: (name: string) => string): Keyed {
  const keyed: Keyed = new Map();
  for (const name of names) add(keyed, keyOf(name), name);
  return keyed;
}

function add(keyed: Keyed, key: string, name: string): void {
  const before = keyed.get(key);
  if (before === undefined) keyed.set(key, name);
  else if (before !== name) keyed.set(key, [before, name].flat());
}

function merged(parts: readonly Keyed[]): Keyed {
  if (parts.length === 1) return parts[0];
  const whole: Keyed = new Map();
  for (const keyed of parts)
    for (const [key, names] of keyed) for (const name of [names].flat()) add(whole, key, name);
  return whole;
}

/**
 * Reads runs of letters and of digits, these without leading zeros, without words that say what a file is; joined by
 * spaces. Each name once.
 */
function spellingReader(): KeyOf {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const parts = bareName(name).match(/\p{L}+|\d+/gu) ?? [];
    const spelling = parts
      .filter((part) => !isRoleWord(part))
      .map((part) => (part[0] === '0' ? part.replace(/^0+(?=\d)/, '') : part))
      .join(' ');
    known.set(name, spelling);
    return spelling;
  };
}

type KeyOf = (name: string) => string;

/**
 * The parts of each name that are not, counted from either end, those of all others; '' where names with numbers
 * would lose them all, which tell patients apart more often than words do.
 */
function distinctParts(names: ReadonlySet<string>, spellingOf: KeyOf): KeyOf {
  if (names.size < 2) return spellingOf;
  const [first = '', ...others] = [...names].map(spellingOf);
  const parts = first.split(' ');
  const fromStart = new Set(parts.keys());
  const fromEnd = new Set(parts.keys());
  for (const other of others) {
    const own = other.split(' ');
    for (const place of fromStart) if (own[place] !== parts[place]) fromStart.delete(place);
    for (const place of fromEnd) if (own.at(-1 - place) !== parts.at(-1 - place)) fromEnd.delete(place);
    if (fromStart.size + fromEnd.size === 0) return spellingOf;
  }
  return (name) => {
    const own = spellingOf(name).split(' ');
    const left = own.filter((_, place) => !fromStart.has(place) && !fromEnd.has(own.length - 1 - place));
    return own.some(isNumber) && !left.some(isNumber) ? '' : left.join(' ');
  };
}

function isNumber(part: string): boolean {
  return /\d/.test(part);
}

/** Names by every beginning and every ending of theirs. */
function byEnds(names: ReadonlySet<string>, spellingOf: KeyOf): Keyed {
  const keyed: Keyed = new Map();
  for (const name of names) {
    const spelling = spellingOf(name);
    for (const end of [...beginningsOf(spelling), ...endingsOf(spelling)]) add(keyed, end, name);
  }
  return keyed;
}

/**
 * The known name that begins or ends a name in whole parts, or the other way round; of several beginnings the
 * longest. undefined where no known name fits, a list where several do.
 */
function matchOfEnds(spelling: string, wholes: Keyed, ends: Keyed): string | string[] | undefined {
  if (spelling === '') return undefined;
  const firstKnown = (keys: readonly string[]) => wholes.get(keys.find((key) => wholes.has(key)) ?? '');
  const beginning = firstKnown(beginningsOf(spelling));
  if (beginning !== undefined) return beginning;
  const others = [ends.get(spelling), firstKnown(endingsOf(spelling))].flatMap((one) => one ?? []);
  return new Set(others).size > 1 ? others : others[0];
}

/** Without the whole, the longest first. */
function beginningsOf(spelling: string): string[] {
  const spaces = [...spelling.matchAll(/ /g)].map(({ index }) => index).reverse();
  return spaces.map((end) => spelling.slice(0, end));
}

function endingsOf(spelling: string): string[] {
  return [...spelling.matchAll(/ /g)].map(({ index }) => spelling.slice(index + 1));
}
