import { openFiles } from '../../actions/opening/openFiles';

/** The path of a file inside what was dropped or chosen, without a leading "./" or "/". */
export function pathOf(file: File): string {
  const { path, webkitRelativePath } = file as File & { path?: string };
  return (webkitRelativePath || path || file.name).replace(/^\.?\//, '');
}

export function openChosen(files: Iterable<File>): void {
  void openFiles([...files].map((file) => ({ path: pathOf(file), file })));
}
