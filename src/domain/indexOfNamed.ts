function wordsOf(name: string): string[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('tumour', 'tumor')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * The one item that a name on a file means: by the same words, by their initials (WT is whole_tumor), or by
 * one word of them (core is tumor_core). -1 when none or several answer to it.
 */
export function indexOfNamed(items: readonly { name: string }[], name: string): number {
  const asked = wordsOf(name);
  const word = asked.join('');
  const rules = [
    (words: string[]) => words.join('') === word,
    (words: string[]) => words.length > 1 && words.map(([initial]) => initial).join('') === word,
    (words: string[]) => asked.length === 1 && words.includes(word),
  ];
  for (const isMeant of rules) {
    const found = items.flatMap((item, index) => (isMeant(wordsOf(item.name)) ? [index] : []));
    if (found.length === 1) return found[0];
    if (found.length > 1) return -1;
  }
  return -1;
}
