import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Problem } from '../domain/errors';
import { systemReason } from './terminal';

interface ListedFile {
  /** Below the folder, with slashes. */
  name: string;
  diskPath: string;
  size: number;
}

interface Listing {
  files: ListedFile[];
  /** Files and folders that could not be looked at: what is in them is missing. */
  problems: Problem[];
  /** Links in circles, which were not followed; everything behind them is listed already. */
  notes: Problem[];
}

/** Links to folders that lie in folders behind links: so deep and no deeper, or a few of them never end. */
const mostLinks = 3;

/** Every file below a folder. Links are followed, except those that lead back to a folder that holds them. */
export function listFolder(root: string): Listing {
  const listing: Listing = { files: [], problems: [], notes: [] };
  visit('', [realpathSync.native(root)], 0);
  return listing;

  function visit(below: string, holders: readonly string[], links: number): void {
    const folder = join(root, below);
    for (const name of namesIn(folder)) {
      const path = below === '' ? name : `${below}/${name}`;
      const diskPath = join(root, path);
      try {
        const stats = statSync(diskPath);
        if (stats.isFile()) listing.files.push({ name: path, diskPath, size: stats.size });
        if (stats.isDirectory()) enter(path, holders, links);
      } catch (reason) {
        listing.problems.push(unreadable(diskPath, reason));
      }
    }
  }

  function enter(path: string, holders: readonly string[], links: number): void {
    const real = realpathSync.native(join(root, path));
    const isLink = real !== join(holders[holders.length - 1], path.slice(path.lastIndexOf('/') + 1));
    const isLoop = holders.includes(real);
    const isTooDeep = isLink && links === mostLinks;
    const { problem } = failure('link-not-followed', join(root, path), {});
    // Behind a loop is what is listed already, behind too many links there may be more.
    if (isLoop) listing.notes.push(problem);
    else if (isTooDeep) listing.problems.push(problem);
    else visit(path, [...holders, real], links + (isLink ? 1 : 0));
  }

  function namesIn(folder: string): string[] {
    try {
      return readdirSync(folder, { encoding: 'buffer' }).flatMap((bytes) => {
        const name = bytes.toString();
        if (Buffer.from(name).equals(bytes)) return [name];
        listing.problems.push(failure('name-not-utf8', join(folder, name), {}).problem);
        return [];
      });
    } catch (reason) {
      listing.problems.push(unreadable(folder, reason));
      return [];
    }
  }
}

function unreadable(path: string, reason: unknown): Problem {
  return failure('unreadable-file', path, { detail: systemReason(reason) }).problem;
}
