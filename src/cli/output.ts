import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemReason } from './terminal';

/** Where an output goes: devices, pipes and what a shell opened are written to and never replaced. */
type Target = { kind: 'file' | 'straight'; path: string } | { kind: 'descriptor'; fd: number };

/** Why an output cannot be written, in one sentence. */
export class OutputError extends Error {}

const unfinished = new Set<string>();
process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

/**
 * An output that is written piece by piece into a temporary file, beside the file that it replaces at the end, or
 * in the system's folder for such where it is sent to a device or pipe. Where writing fails, it goes on in another
 * folder, and `finish` says so.
 */
export class Output {
  private fd: number;
  private written = 0;
  private problem: unknown = null;
  private isLost = false;
  private isDiscarded = false;
  private readonly furtherFolders: string[];

  private constructor(
    readonly path: string,
    private readonly target: Target,
    private temporary: string,
  ) {
    this.fd = openNew(temporary);
    this.furtherFolders = [process.cwd(), tmpdir()];
  }

  /** Tries whether the output can be written, and begins it; throws an OutputError where it cannot. */
  static begin(path: string): Output {
    try {
      const target = targetOf(path);
      if (target.kind === 'file' && statOf(target.path)?.isDirectory()) {
        throw new OutputError(`${path} cannot be written: it is a folder.`);
      }
      if (target.kind !== 'descriptor' && existsSync(target.path)) accessSync(target.path, constants.W_OK);
      const folder = target.kind === 'file' ? dirname(target.path) : tmpdir();
      return new Output(path, target, temporaryIn(folder));
    } catch (reason) {
      if (reason instanceof OutputError) throw reason;
      throw new OutputError(`${path} cannot be written (${systemReason(reason)}).`);
    }
  }

  write(text: string): void {
    const bytes = Buffer.from(text);
    while (!this.isLost) {
      try {
        writeWhole(this.fd, bytes);
        this.written += bytes.length;
        return;
      } catch (reason) {
        this.problem ??= reason;
        this.moveOn();
      }
    }
  }

  /** Puts the output where it belongs; an OutputError says why that failed and where its content is kept. */
  async finish(): Promise<void> {
    if (this.isDiscarded) return;
    try {
      if (this.problem === null) fsyncSync(this.fd);
      closeSync(this.fd);
      if (this.problem !== null) throw this.problem;
      await this.deliver();
    } catch (reason) {
      const kept = this.keep();
      const end = kept ? `what was computed is kept in ${kept}.` : 'there was no other place to keep it.';
      throw new OutputError(`${this.path} could not be written (${systemReason(reason)}); ${end}`);
    } finally {
      this.forget();
    }
  }

  /** Leaves what was there before. */
  discard(): void {
    this.isDiscarded = true;
    closeSync(this.fd);
    this.forget();
  }

  /** Puts what was written so far beside the output, which is left as it was; null where no folder takes it. */
  keepUnfinished(): string | null {
    const kept = this.keep();
    this.discard();
    return kept;
  }

  private async deliver(): Promise<void> {
    if (this.target.kind === 'file') {
      const { path } = this.target;
      const stats = statOf(path);
      if (stats) keepMode(this.temporary, stats.mode);
      renameSync(this.temporary, path);
      return;
    }
    await pipeline(createReadStream(this.temporary), streamTo(this.target), {
      end: this.target.kind === 'straight',
    });
  }

  private forget(): void {
    rmSync(this.temporary, { force: true });
    unfinished.delete(this.temporary);
  }

  /** Goes on in the next folder with all that was written whole. */
  private moveOn(): void {
    for (
      let folder = this.furtherFolders.shift();
      folder !== undefined;
      folder = this.furtherFolders.shift()
    ) {
      const next = temporaryIn(folder);
      try {
        unfinished.add(next);
        copyFileSync(this.temporary, next, constants.COPYFILE_EXCL);
        truncateSync(next, this.written);
        const fd = openSync(next, 'a');
        closeSync(this.fd);
        this.forget();
        this.fd = fd;
        this.temporary = next;
        return;
      } catch {
        rmSync(next, { force: true });
        unfinished.delete(next);
      }
    }
    this.isLost = true;
  }

  /** Where the content is kept; null where no folder takes it. */
  private keep(): string | null {
    if (this.isLost) return null;
    const beside = this.target.kind === 'file' ? [dirname(this.target.path)] : [];
    for (const folder of [...beside, process.cwd(), tmpdir()]) {
      const path = unusedIn(folder, this.path);
      try {
        copyFileSync(this.temporary, path, constants.COPYFILE_EXCL);
        return path;
      } catch {
        rmSync(path, { force: true });
      }
    }
    return null;
  }
}

/**
 * What tells two names of one file from names of two: where it lies on its disk, or will lie. Throws an OutputError
 * where that cannot be told.
 */
export function identityOf(path: string): string {
  try {
    const target = targetOf(path);
    if (target.kind === 'descriptor') return placeOf(fstatSync(target.fd));
    const stats = statOf(target.path);
    return stats ? placeOf(stats) : target.path;
  } catch (reason) {
    throw new OutputError(`${path} cannot be written (${systemReason(reason)}).`);
  }
}

/** True when what is written there goes where the lines of progress go. */
export function isStdout(path: string): boolean {
  return identityOf(path) === placeOf(fstatSync(1));
}

/** Links are followed, also one to a file that is not there yet: the file is replaced, not the link. */
function targetOf(path: string): Target {
  const stats = statOf(path);
  if (stats && placeOf(stats) === placeOf(fstatSync(1))) return { kind: 'descriptor', fd: 1 };
  const folder = realpathSync(dirname(resolve(path)));
  if (folder === `/proc/${process.pid}/fd`) return { kind: 'descriptor', fd: Number(basename(path)) };
  const own = join(folder, basename(path));
  const isLink = lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink) return targetOf(resolve(folder, readlinkSync(own)));
  const isReplaced = !stats || stats.isFile() || stats.isDirectory();
  return { kind: isReplaced ? 'file' : 'straight', path: own };
}

function streamTo(target: Target): NodeJS.WritableStream {
  if (target.kind !== 'descriptor') return createWriteStream(target.path);
  if (target.fd === 1) return process.stdout;
  return target.fd === 2 ? process.stderr : createWriteStream('', { fd: target.fd, autoClose: false });
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function placeOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

let temporaries = 0;

function temporaryIn(folder: string): string {
  return join(folder, `.regionlens-${process.pid}-${temporaries++}.tmp`);
}

function openNew(path: string): number {
  const fd = openSync(path, 'wx');
  unfinished.add(path);
  return fd;
}

function writeWhole(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

/** A name that says what the file is, for one that could not get its own. */
function unusedIn(folder: string, path: string): string {
  const end = extname(path) || '.json';
  const stem = basename(path, extname(path)).replace(/^\.+/, '') || 'output';
  for (let number = 1; ; number++) {
    const name = join(folder, `${stem}-unsaved${number > 1 ? `-${number}` : ''}${end}`);
    if (!existsSync(name)) return name;
  }
}

function keepMode(path: string, mode: number): void {
  try {
    chmodSync(path, mode & 0o777);
  } catch {
    // A file system without permissions.
  }
}
