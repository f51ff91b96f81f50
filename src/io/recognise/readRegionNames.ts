import { presets } from '../../domain/presets';
import { exactFolderRole, modelInFolderName } from './folderRole';
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
 * proves nothing and is left as it is. Where whole names are structures (`<subject>/segmentations/liver`), the other
 * files of that folder are structures, too, and no cases; so they are where subjects share their names.
 */
export const readRegionNames: Handler = (state) => {
  const declared = state.datasets.flatMap(({ dataset: { scheme } }) => [...scheme.regions, ...scheme.labels]);
  const names = [...state.structureNames, ...declared.map(({ name }) => name)];
  const pattern = regionPattern(names);
  const bySuffix = new Map<ParsedFile, Split>();
  const byFolder = new Map<ParsedFile, Split>();
  for (const file of state.rest) {
    if (!isMap(file)) continue;
    const suffix = mayNameRegion(file.stem, pattern) ? pattern.suffix.exec(file.stem) : null;
    if (suffix && !file.name.isPaired && !isNumberOfCase(file, suffix[2], suffix[1] === undefined))
      bySuffix.set(file, {
        region: suffix[2],
        stem: (suffix[1] ?? '') + (suffix[3] ?? ''),
        folders: file.folders,
      });
    const last = file.folders.at(-1) ?? '';
    if (!mayNameRegion(last, pattern) || !pattern.whole.test(last) || isPadded(last)) continue;
    byFolder.set(file, { region: last, stem: file.stem, folders: file.folders.slice(0, -1) });
  }
  const marked = new Map([...inGroups(bySuffix), ...inGroups(byFolder)]);
  for (const [file, split] of besideMasks(state.rest, marked)) marked.set(file, split);
  if (marked.size === 0) return state;
  const rest = state.rest.map((file) => {
    const mask = marked.get(file);
    return mask ? withoutMasksFolder(mask) : file;
  });
  return { ...state, rest };
};

/** "label0061" is the label map of case 61: labels of a scheme are not padded to one length. */
function isPadded(region: string): boolean {
  return /\D0\d+$|\d{4,}$/.test(region);
}

/** Nor is "label1" a region where nothing but "labels" or "predictions_unet" holds it: a region needs a case. */
function isNumberOfCase({ folders }: ParsedFile, region: string, isWhole: boolean): boolean {
  if (isPadded(region)) return true;
  const last = folders.at(-1) ?? '';
  const isOfMany = exactFolderRole(last) !== null || modelInFolderName(last) !== null;
  return isWhole && /\d$/.test(region) && isOfMany && !masksFolder.test(last);
}

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

/** A subject's own folder of masks, as TotalSegmentator and others name it. */
const masksFolder = /^(segmentations?|masks?|structures?|organs?|contours?)$/i;

/** Its subject's folder then holds the mask, unless nothing but "segmentations" says what it is for. */
function withoutMasksFolder(file: ParsedFile): ParsedFile {
  const above = file.folders.slice(0, -1);
  const isToldAbove = above.some(
    (folder) => exactFolderRole(folder) !== null || modelInFolderName(folder) !== null,
  );
  if (file.stem !== '' || !masksFolder.test(file.folders.at(-1) ?? '') || !isToldAbove) return file;
  return { ...file, folders: above, folder: above.join('/') };
}

/**
 * The files that are masks by their company: those in a folder in which two files at least are named after a
 * structure and nothing else, and those of subjects whose folders of masks hold the same names.
 */
function besideMasks(
  files: readonly ParsedFile[],
  marked: ReadonlyMap<ParsedFile, ParsedFile>,
): [ParsedFile, ParsedFile][] {
  const wholes = new Map<string, number>();
  for (const [file, split] of marked) {
    if (split.stem === '') wholes.set(file.folder, (wholes.get(file.folder) ?? 0) + 1);
  }
  const maps = files.filter((file) => isMap(file) && !marked.has(file));
  const inMasks = maps.filter(({ folders }) => folders.length > 2 && masksFolder.test(folders.at(-1) ?? ''));
  const sharedName = ({ folders, stem }: ParsedFile) => `${folders.slice(0, -2).join('/')}\n${stem}`;
  const subjectsOf = new Map<string, Set<string>>();
  for (const file of inMasks) {
    const name = sharedName(file);
    subjectsOf.set(name, (subjectsOf.get(name) ?? new Set()).add(file.folder));
  }
  const shared = new Map<string, number>();
  for (const file of inMasks) {
    if ((subjectsOf.get(sharedName(file))?.size ?? 0) < 2) continue;
    shared.set(file.folder, (shared.get(file.folder) ?? 0) + 1);
  }
  if (wholes.size === 0 && shared.size === 0) return [];
  return maps
    .filter(({ folder }) => (wholes.get(folder) ?? 0) >= 2 || (shared.get(folder) ?? 0) >= 2)
    .map((file) => [file, { ...file, region: file.stem, stem: '', name: readCaseName('') }]);
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
