import { type LabelScheme, maskKey, structuresOf } from '../labelScheme';
import type { ConventionStructure, Meaning, NamedConvention } from './convention';

/** Label values, ascending. */
type Values = number[];

/** The values that each structure has in a scheme, as far as it has any. */
export type Meanings = ReadonlyMap<Meaning, Values>;

/** One structure of a convention in a person's own scheme; `rule` is null where the convention names none. */
export interface FoundStructure {
  name: string;
  labels: Values;
  rule: ConventionStructure | null;
}

/** What schemes call each structure, letters and digits alone. */
const names: Record<Meaning, readonly string[]> = {
  WT: ['wholetumor', 'wt', 'completetumor', '全肿瘤', '整个肿瘤'],
  TC: ['tumorcore', 'tc', 'core', '肿瘤核心'],
  ET: ['enhancingtumor', 'et', 'enhancing', 'enh', 'at', 'activetumor', 'gdenhancingtumor', '增强肿瘤'],
  NETC: [
    ...[
      'netc',
      'ncr',
      'net',
      'nec',
      'nc',
      'necrosis',
      'necrotic',
      'necrotictumorcore',
      'necroticcore',
      '坏死',
    ],
    ...['nonenhancing', 'nonenhancingtumor', 'nonenhancingtumorcore'],
  ],
  SNFH: [
    ...['snfh', 'ed', 'ede', 'edema', 'peritumoraledema', 'peritumoraledematoustissue', '水肿'],
    ...['surroundingnonenhancingflairhyperintensity', 'flairhyperintensity'],
  ],
  RC: ['rc', 'resectioncavity', '切除腔'],
  CC: ['cc', 'cysticcomponent', 'cystic', '囊性成分'],
  GTV: ['gtv', 'grosstumorvolume'],
  'kidney-and-mass': ['kidney', 'kidneys', 'kidneyandmass', 'kidneyandmasses', 'kidneyandtumor', '肾'],
  mass: ['mass', 'masses', 'tumorandcyst'],
  'kidney-tumor': ['tumor', 'kidneytumor', '肾肿瘤'],
};

const cyst = ['cyst', 'cysts', 'kidneycyst', '囊肿'];

/**
 * What the structures of conventions are in a scheme: by their names, and what it does not name by what it does. Two
 * regions or labels of one name say nothing.
 */
export function meaningsOf(scheme: LabelScheme): Meanings {
  const regions = scheme.regions.map(({ name, labels }) => ({ name, labels: ascending(labels) }));
  const labels = scheme.labels
    .filter(({ value }) => value !== scheme.ignoreLabel)
    .map(({ name, value }) => ({ name, labels: [value] }));
  const region = (meaning: Meaning) => named(regions, names[meaning]);
  const either = (meaning: Meaning) => region(meaning) ?? named(labels, names[meaning]);

  const [RC, CC] = [either('RC'), either('CC')];
  const ofTissue = { ET: either('ET'), NETC: either('NETC'), SNFH: either('SNFH') };
  const TC = region('TC') ?? together([ofTissue.ET, ofTissue.NETC], [CC]);
  const WT = region('WT') ?? together([TC, ofTissue.SNFH], []);
  const ET = ofTissue.ET ?? without(TC, [ofTissue.NETC, CC]);
  const NETC = ofTissue.NETC ?? (ET && without(TC, [ET, CC]));
  const SNFH = ofTissue.SNFH ?? (TC && without(WT, [TC]));
  const GTV =
    either('GTV') ?? WT ?? (labels.length === 1 && regions.length === 0 ? labels[0].labels : undefined);

  const isOfKidney = [...regions, ...labels].some(({ name }) => isNamed(name, names['kidney-and-mass']));
  const tumor = isOfKidney ? either('kidney-tumor') : undefined;
  const mass = isOfKidney ? (region('mass') ?? together([tumor], [named(labels, cyst)])) : undefined;
  // "kidney" is the organ without its tumour as a label, and often with it as a region.
  const whole = isOfKidney ? together([either('kidney-and-mass'), mass], []) : undefined;

  const found: [Meaning, Values | undefined][] = [
    ['WT', WT],
    ['TC', TC],
    ['ET', ET],
    ['NETC', NETC],
    ['SNFH', SNFH],
    ['RC', RC],
    ['CC', CC],
    ['GTV', GTV],
    ['kidney-and-mass', whole],
    ['mass', mass],
    ['kidney-tumor', tumor],
  ];
  return new Map(found.flatMap(([meaning, values]) => (values?.length ? [[meaning, values] as const] : [])));
}

/** The structures of a convention that a scheme has, in the convention's order, and those that it lacks. */
export function findStructures(
  { structures }: Pick<NamedConvention, 'structures'>,
  scheme: LabelScheme,
): { found: FoundStructure[]; missing: ConventionStructure[] } {
  if (structures === 'of-the-scheme') return { found: ownStructures(scheme), missing: [] };
  const meanings = meaningsOf(scheme);
  return {
    found: structures.flatMap((rule) => {
      const labels = meanings.get(rule.is);
      return labels ? [{ name: rule.name, labels, rule }] : [];
    }),
    missing: structures.filter(({ is }) => !meanings.has(is)),
  };
}

/** Regions and labels, each set of values once: regions first. */
function ownStructures(scheme: LabelScheme): FoundStructure[] {
  const byMask = new Map<string, FoundStructure>();
  for (const { name, labels } of structuresOf(scheme)) {
    const key = maskKey(labels);
    if (!byMask.has(key)) byMask.set(key, { name, labels: ascending(labels), rule: null });
  }
  return [...byMask.values()];
}

/** The values that one of the items has by its name; undefined where none or several do. */
function named(
  items: readonly { name: string; labels: Values }[],
  known: readonly string[],
): Values | undefined {
  const found = items.filter(({ name }) => isNamed(name, known));
  return found.length === 1 ? found[0].labels : undefined;
}

/** "NCR/NET" is what both of its parts are. */
function isNamed(name: string, known: readonly string[]): boolean {
  return (
    known.includes(plain(name)) || name.split(/[/,&+]|\band\b/).every((part) => known.includes(plain(part)))
  );
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('tumour', 'tumor')
    .replaceAll('oedema', 'edema')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function ascending(values: Iterable<number>): Values {
  return [...new Set(values)].sort((first, second) => first - second);
}

/** All that is needed, which must be there, with what may be there besides. */
function together(
  needed: readonly (Values | undefined)[],
  besides: readonly (Values | undefined)[],
): Values | undefined {
  if (needed.includes(undefined)) return undefined;
  return ascending([...needed, ...besides].flatMap((values) => values ?? []));
}

/** What is left of a whole; undefined where nothing is. */
function without(whole: Values | undefined, parts: readonly (Values | undefined)[]): Values | undefined {
  const left = whole?.filter((value) => !parts.some((part) => part?.includes(value)));
  return left?.length === 0 ? undefined : left;
}
