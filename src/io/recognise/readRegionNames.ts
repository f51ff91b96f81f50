import { presets } from '../../domain/presets';
import type { ParsedFile } from './parsePath';
import { lastSeparator, readCaseName } from './readCaseName';
import { type Handler, isMap } from './recognition';

const furtherNames = [
  'WT',
  'TC',
  'ET',
  'ED',
  'NCR',
  'NET',
  'NETC',
  'SNFH',
  'RC',
  'CC',
  'whole',
  'core',
  'enhancing',
  'edema',
  'oedema',
  'necrosis',
  'background',
];

/**
 * Finds masks of one region each: `<case>_WT`, `<case>_TC` or `<case>/WT`, `<case>/TC` side by side, or folders `WT`, `TC` with files of
 * equal names. Region names are those of dataset.json and of the presets, and "region_1", "label_2". Marks the
 * files and takes the region out of their names, so that all later handlers see the case. One such name alone
 * proves nothing and is left as it is.
 */
export const readRegionNames: Handler = (state) => {
  const names = state.datasets.flatMap(({ dataset }) => dataset.scheme.regions.map(({ name }) => name));
  const pattern = regionPattern(names);
  const bySuffix = new Map<ParsedFile, Split>();
  const byFolder = new Map<ParsedFile, Split>();
  for (const file of state.rest) {
    if (!isMap(file)) continue;
    const suffix = mayNameRegion(file.stem, pattern) ? pattern.suffix.exec(file.stem) : null;
    if (suffix)
      bySuffix.set(file, {
        region: suffix[2],
        stem: (suffix[1] ?? '') + (suffix[3] ?? ''),
        folders: file.folders,
      });
    const last = file.folders.at(-1) ?? '';
    if (!mayNameRegion(last, pattern) || !pattern.whole.test(last)) continue;
    byFolder.set(file, { region: last, stem: file.stem, folders: file.folders.slice(0, -1) });
  }
  const marked = new Map([...inGroups(bySuffix), ...inGroups(byFolder)]);
  if (marked.size === 0) return state;
  return { ...state, rest: state.rest.map((file) => marked.get(file) ?? file) };
};

interface Split {
  region: string;
  stem: string;
  folders: string[];
}

/** The files whose folder holds a case with two regions at least, as what they then are. */
function inGroups(splits: ReadonlyMap<ParsedFile, Split>): [ParsedFile, ParsedFile][] {
  const regionOfCase = new Map<string, string>();
  const folders = new Set<string>();
  for (const { region, stem, folders: parts } of splits.values()) {
    const folder = parts.join('/');
    const key = `${folder}\n${stem}`;
    const first = regionOfCase.get(key);
    if (first === undefined) regionOfCase.set(key, region.toLowerCase());
    else if (first !== region.toLowerCase()) folders.add(caselessFolder(parts));
  }
  return [...splits]
    .filter(([, split]) => folders.has(caselessFolder(split.folders)))
    .map(([file, { region, stem, folders: parts }]) => [
      file,
      { ...file, region, stem, name: readCaseName(stem), folders: parts, folder: parts.join('/') },
    ]);
}

/** Cases may lie in folders of their own, so the folder above decides, too. */
function caselessFolder(folders: readonly string[]): string {
  return folders.slice(0, -1).join('/');
}

interface RegionPattern {
  suffix: RegExp;
  whole: RegExp;
  /** How a name with a region can end, in lower case. */
  lastWords: ReadonlySet<string>;
}

/** Quick test by the last word alone, which tells most names apart. */
function mayNameRegion(stem: string, { lastWords }: RegionPattern): boolean {
  const word = stem.slice(lastSeparator(stem) + 1).toLowerCase();
  return lastWords.has(word) || (/\d$/.test(stem) && /(?:region|label|class|channel)[-_ ]?\d+$/i.test(stem));
}

/** "whole tumor" can end a name as "tumor" or "wholetumor", in either spelling. */
function lastWordsOf(name: string): string[] {
  const parts = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[-_. ]+/);
  const american = parts.map((_, index) => parts.slice(index).join('').replaceAll('tumour', 'tumor'));
  return american.flatMap((word) => [word, word.replaceAll('tumor', 'tumour')]);
}

function regionPattern(names: readonly string[]): RegionPattern {
  const known = presets.flatMap(({ scheme }) => scheme.regions.map(({ name }) => name));
  const regionNames = [...new Set([...names, ...known, ...furtherNames])];
  const words = regionNames
    .sort((first, second) => second.length - first.length)
    .map((name) =>
      name
        .normalize('NFC')
        .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        .replace(/[-_ ]+/g, '[-_ ]?')
        .replace(/tumou?r/g, 'tumou?r'),
    );
  const word = `${words.join('|')}|(?:region|label|class|channel)[-_ ]?\\d+`;
  return {
    suffix: new RegExp(`^(?:(.+?)[-_. ])??(${word})([-_. ](?:pred|prediction|seg|mask))?$`, 'i'),
    whole: new RegExp(`^(?:${word})$`, 'i'),
    lastWords: new Set([...regionNames.flatMap(lastWordsOf), 'pred', 'prediction', 'seg', 'mask']),
  };
}
