import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dataPathsOf, isNamingHeader } from '../io/recognise/pairHeaders';
import { parsePath } from '../io/recognise/parsePath';

/**
 * The file that holds the voxels of a header (.img of .hdr, what .mhd and .nhdr name), found as in a folder: by the
 * header's own word where it has one, in whatever capitals. null for others, and where it is not there.
 */
export function dataFileOf(diskPath: string): string | null {
  const header = parsePath(diskPath, statSync(diskPath).size);
  const text = isNamingHeader(header) ? readFileSync(diskPath, 'utf8') : undefined;
  const paths = dataPathsOf(header, dirname(diskPath), text).map(onDisk);
  return paths.find((path) => path !== null && path !== diskPath) ?? null;
}

function onDisk(path: string): string | null {
  if (isFile(path)) return path;
  const folder = dirname(path);
  if (!existsSync(folder)) return null;
  const named = readdirSync(folder).filter((name) => alike(name) === alike(basename(path)));
  return named.map((name) => join(folder, name)).find(isFile) ?? null;
}

/** A folder is none, and nothing is read from a device or pipe that a header names. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function alike(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
