import type { ParsedFile } from './parsePath';
import type { Handler } from './recognition';

const systemNames = new Set(['thumbs.db', 'desktop.ini', '__macosx', '$recycle.bin', 'lost+found']);

/** Sets aside what operating systems and editors leave behind; it is counted, never listed. */
export const setAsideHidden: Handler = (state) => {
  const rest = state.rest.filter((file) => !isHidden(file));
  return { ...state, rest, hiddenCount: state.hiddenCount + state.rest.length - rest.length };
};

function isHidden({ folders, fileName }: ParsedFile): boolean {
  return isHiddenName(fileName) || folders.some(isHiddenName);
}

function isHiddenName(name: string): boolean {
  return name === '' || name.startsWith('.') || systemNames.has(name.toLowerCase());
}
