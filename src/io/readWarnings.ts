import type { Problem } from '../domain/errors';
import type { GeometryWarning } from '../domain/results';
import { finite, type Json, list, record, text, whole } from './jsonShape';

type Read = (json: Json, at: string) => string | number | Problem;

/** What each kind of warning says, and of which type. */
const factsOf: {
  [Kind in GeometryWarning['kind']]: Record<
    Exclude<keyof Extract<GeometryWarning, { kind: Kind }>, 'kind' | 'isTurnable'>,
    Read
  >;
} = {
  'headers-apart': { file: text, otherFile: text, distanceMm: finite },
  reoriented: { file: text, otherFile: text },
  'spacing-differs': { file: text, otherFile: text },
  'unusual-edge': { file: text, spacing: text },
  'spacing-contradicts-form': { file: text, pixdim: text, form: text },
  'no-spacing': { file: text, axes: text, spacing: text, form: text },
  'no-orientation': { file: text },
  'rounded-values': { file: text, voxels: whole },
  'nan-voxels': { file: text, voxels: whole },
  'segments-renumbered': { file: text, segments: text },
  'segments-unnamed': { file: text, segments: text },
  'segments-contradict': { file: text, inner: text, outer: text },
  'mask-left-out': { file: text, structure: text, problem: problemOf },
  'masks-missing': { file: text, structures: text },
};

/** Facts are words and numbers for a sentence; one that is missing leaves a gap in it. */
function problemOf(json: Json, at: string): Problem {
  const problem = record(json, at);
  // Names that every object has are no facts.
  const entries = Object.entries(record(problem.facts, `${at}.facts`)).filter(([name]) => !(name in {}));
  const facts = entries.map(([name, fact]) => {
    const here = `${at}.facts.${name}`;
    return [name, typeof fact === 'number' ? finite(fact, here) : text(fact, here)];
  });
  const [code, file] = [text(problem.code, `${at}.code`), text(problem.file, `${at}.file`)];
  return { code, file, facts: Object.fromEntries(facts) } as Problem;
}

/**
 * The warnings of one case of a scores file; those of kinds that are not known are passed over. Throws NotAScoresFile
 * with the first fact that does not fit.
 */
export function readWarnings(json: Json, at: string): GeometryWarning[] {
  return list(json, at).flatMap((item, index) => {
    const here = `${at}[${index}]`;
    const warning = record(item, here);
    const kind = text(warning.kind, `${here}.kind`);
    if (!Object.hasOwn(factsOf, kind)) return [];
    const facts = Object.entries<Read>(factsOf[kind as GeometryWarning['kind']]);
    const read = Object.fromEntries(facts.map(([key, of]) => [key, of(warning[key], `${here}.${key}`)]));
    const isTurnable = warning.isTurnable === true ? { isTurnable: true } : {};
    return [{ kind, ...read, ...isTurnable } as GeometryWarning];
  });
}
