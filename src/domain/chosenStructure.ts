import { type LabelScheme, type Structure, structureKey, structuresOf } from './labelScheme';

/** The structure of a key; the scheme's first, its outermost region, when the key names none of them. */
export function chosenStructure(scheme: LabelScheme, key: string | null): Structure {
  const structures = structuresOf(scheme);
  return structures.find((item) => structureKey(item) === key) ?? structures[0];
}
