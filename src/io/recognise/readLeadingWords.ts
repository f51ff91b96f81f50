import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';
import { type CaseName, readLeadingWord } from './readCaseName';
import { type Handler, isMap } from './recognition';

/**
 * Believes words such as "volume", "segmentation", "img", "label" where one folder holds the same name with words
 * of two kinds: `volume-7` beside `segmentation-7`, and in a folder of labels `p1_CT` beside `p1_seg`. Such files are
 * marked as `isPaired`. A first word counts only so: a folder of `img0061` alone may be anything.
 */
export const readLeadingWords: Handler = (state) => {
  const names = new Map<ParsedFile, CaseName>();
  const firstKind = new Map<string, string | null>();
  const pairedFolders = new Set<string>();
  for (const file of state.rest) {
    if (!isMap(file)) continue;
    const name = file.name.kind === null ? readLeadingWord(file.stem) : ofLabels(file);
    if (name?.kind == null) continue;
    names.set(file, name);
    const place = `${file.folder}\n${name.caseId}`;
    const kind = firstKind.get(place);
    if (kind === undefined) firstKind.set(place, name.kind);
    else if (kind !== name.kind) pairedFolders.add(file.folder);
  }
  if (pairedFolders.size === 0) return state;
  const kindsOf = new Map<string, Set<CaseName['kind']>>();
  for (const [{ folder }, { caseId, kind }] of names) {
    const place = `${folder}\n${caseId}`;
    kindsOf.set(place, (kindsOf.get(place) ?? new Set()).add(kind));
  }
  // What one pair of a folder says holds for all of it: a volume without its segmentation is a volume, too.
  const wordOf = ({ folder }: ParsedFile, { suffix }: CaseName) => `${folder}\n${suffix.toLowerCase()}`;
  const believed = new Set<string>();
  for (const [file, name] of names) {
    if (kindsOf.get(`${file.folder}\n${name.caseId}`)!.size > 1) believed.add(wordOf(file, name));
  }
  const rest = state.rest.map((file) => {
    const name = names.get(file);
    return name && believed.has(wordOf(file, name))
      ? { ...file, name: { ...name, isPaired: true as const } }
      : file;
  });
  return { ...state, rest };
};

/** A last word such as "_CT" may belong to the name, but not beside the same name with "_seg". */
function ofLabels(file: ParsedFile): CaseName | null {
  return exactFolderRole(file.folders.at(-1) ?? '') === 'reference' ? file.name : null;
}
