import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeNiftiGz } from '../io/writeNifti';

const bundle = resolve('build/cli-faults');
let folder = '';

// Each starts the program several times, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  await build({
    configFile: 'vite.cli.config.ts',
    logLevel: 'error',
    build: { outDir: bundle, emptyOutDir: true },
  });
}, 120_000);

async function writeMap(path: string, values: number[]): Promise<void> {
  const geometry = {
    shape: [4, 3, 2] as [number, number, number],
    spacingMm: [1, 1, 1] as [number, number, number],
    affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  };
  const voxels = Uint8Array.from({ length: 24 }, (_, voxel) => values[voxel % values.length]);
  writeFileSync(path, await writeNiftiGz({ voxels, geometry }));
}

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'regionlens-faults-')));
  chmodSync(folder, 0o777);
  mkdirSync(join(folder, 'ref'));
  mkdirSync(join(folder, 'pred'));
  for (const name of ['one', 'two', 'three']) {
    await writeMap(join(folder, `ref/${name}.nii.gz`), [0, 0, 1]);
    await writeMap(join(folder, `pred/${name}.nii.gz`), [0, 1, 1]);
  }
  writeFileSync(
    join(folder, 'dataset.json'),
    JSON.stringify({ labels: { background: 0, tumour: 1 }, channel_names: {}, file_ending: '.nii.gz' }),
  );
  return () => rmSync(folder, { recursive: true, force: true });
});

afterAll(() => rmSync(bundle, { recursive: true, force: true }));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

const folders = ['--reference', 'ref', '--prediction', 'pred', '--dataset', 'dataset.json'];

/** Without privileges where the tests have them, so that closed folders are closed. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

function run(parameters: string[], options: { uid?: number; gid?: number } = {}): Promise<Run> {
  const child = spawn(process.execPath, [`${bundle}/regionlens.js`, ...parameters], {
    cwd: folder,
    ...options,
  });
  return new Promise((done) => {
    const texts = { out: '', err: '' };
    child.stdout.on('data', (data) => (texts.out += data));
    child.stderr.on('data', (data) => (texts.err += data));
    child.on('close', (code) => done({ code, ...texts }));
  });
}

const evaluate = (...more: string[]) => run(['evaluate', ...folders, ...more]);

function shell(command: string): Run {
  const script = command.replaceAll('regionlens', `${process.execPath} ${bundle}/regionlens.js`);
  try {
    return { code: 0, out: execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }), err: '' };
  } catch (reason) {
    const { status, stdout, stderr } = reason as { status: number; stdout: string; stderr: string };
    return { code: status, out: stdout, err: stderr };
  }
}

function casesIn(path: string): string[] {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')).cases.map(
    (item: { case: string }) => item.case,
  );
}

/** What a person sees is sentences: no place in the code, no word that only the page's reader understands. */
function expectSentences({ out, err }: Run): void {
  expect(out + err).not.toMatch(/^\s+at |node:internal|\.js:\d+|browser|[Rr]eload/m);
}

const leftovers = () => readdirSync(folder).filter((name) => name.includes('regionlens'));

describe('outputs', () => {
  test('are written in order, whole, and through a link into the file behind it', async () => {
    mkdirSync(join(folder, 'far'));
    symlinkSync('far/real.json', join(folder, 'scores.json'));
    const { code } = await evaluate('--out', 'scores.json', '--csv', 's.csv', '--summary', 'summary.json');
    expect(code).toBe(0);
    expect(readlinkSync(join(folder, 'scores.json'))).toBe('far/real.json');
    expect(casesIn('far/real.json')).toEqual(['one', 'three', 'two']);
    expect(readFileSync(join(folder, 's.csv'), 'utf8').split('\n')).toHaveLength(4);
    expect(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')).metric_per_case).toHaveLength(3);
    expect(leftovers()).toEqual([]);
  });

  test('keep the permissions of the file that they replace', async () => {
    writeFileSync(join(folder, 's.json'), 'before');
    chmodSync(join(folder, 's.json'), 0o640);
    expect((await evaluate('--out', 's.json')).code).toBe(0);
    expect(statSync(join(folder, 's.json')).mode & 0o777).toBe(0o640);
    expect(casesIn('s.json')).toHaveLength(3);
  });

  test('that are one file, under whatever names, are refused before anything is computed', async () => {
    writeFileSync(join(folder, 'old.json'), 'before');
    linkSync(join(folder, 'old.json'), join(folder, 'hard.json'));
    symlinkSync('old.json', join(folder, 'soft.json'));
    symlinkSync('new.csv', join(folder, 'dangling.csv'));
    for (const [first, second] of [
      ['s.json', './s.json'],
      ['old.json', 'hard.json'],
      ['old.json', 'soft.json'],
      ['new.csv', 'dangling.csv'],
    ]) {
      const told = await evaluate('--out', first, '--csv', second);
      expect([told.code, told.out, told.err], `${first} ${second}`).toEqual([
        2,
        '',
        expect.stringContaining('Two outputs'),
      ]);
    }
    expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('before');
  });

  test('that are read as well are refused', async () => {
    symlinkSync('pred/two.nii.gz', join(folder, 'link.json'));
    for (const path of ['dataset.json', 'ref/one.nii.gz', 'pred/../pred/two.nii.gz', 'link.json']) {
      const before = readFileSync(join(folder, path));
      const told = await evaluate('--out', path);
      expect([told.code, told.out], path).toEqual([2, '']);
      expect(told.err).toContain('is read');
      expect(readFileSync(join(folder, path)).equals(before)).toBe(true);
    }
  });

  test('that are the table of pairs are refused', async () => {
    const table = 'case,reference,prediction\none,ref/one.nii.gz,pred/one.nii.gz\n';
    writeFileSync(join(folder, 'pairs.csv'), table);
    const mapped = ['evaluate', '--map', 'pairs.csv', '--dataset', 'dataset.json'];
    for (const outputs of [
      ['--out', 'pairs.csv'],
      ['--out', 's.json', '--csv', './pairs.csv'],
    ]) {
      const told = await run([...mapped, ...outputs]);
      expect([told.code, told.out], told.err).toEqual([2, '']);
      expect(told.err).toContain('is read');
      expect(readFileSync(join(folder, 'pairs.csv'), 'utf8')).toBe(table);
    }
    expect((await run([...mapped, '--out', 's.json'])).code).toBe(0);
  });

  test('that cannot be written end the command at once with 4', async () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o755 });
    symlinkSync('loop.json', join(folder, 'loop.json'));
    if (!nobody.uid) chmodSync(join(folder, 'closed'), 0o555);
    for (const path of ['pred', 'loop.json', 'closed/s.json', `${'x'.repeat(300)}.json`]) {
      const told = await run(['evaluate', ...folders, '--out', path], nobody);
      expect([told.code, told.out], path + told.err).toEqual([4, '']);
      expect(told.err.trim().split('\n')).toHaveLength(1);
      expectSentences(told);
    }
  });

  test('go straight to a device or pipe, which is never replaced', async () => {
    expect((await evaluate('--out', '/dev/null')).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    const piped = shell(
      `regionlens evaluate ${folders.join(' ')} --out /dev/stdout 2>log | cat > through.json`,
    );
    expect(piped.code).toBe(0);
    expect(casesIn('through.json')).toEqual(['one', 'three', 'two']);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('[3/3]');
    shell(`regionlens evaluate ${folders.join(' ')} --out /dev/stdout > redirected.json 2>log`);
    expect(casesIn('redirected.json')).toHaveLength(3);
    shell(
      `mkfifo fifo; cat fifo > read.json & regionlens evaluate ${folders.join(' ')} --out fifo --csv >(cat > s.csv); wait; sleep 0.3`,
    );
    expect(casesIn('read.json')).toHaveLength(3);
    expect(statSync(join(folder, 'fifo')).isFIFO()).toBe(true);
    expect(readFileSync(join(folder, 's.csv'), 'utf8').split('\n')).toHaveLength(4);
    const child = await evaluate('--out', '/dev/stdout');
    expect(JSON.parse(child.out).cases).toHaveLength(3);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'that fail at the end are told in one sentence with 4, and kept; the others are written',
    async () => {
      const told = await evaluate('--out', '/dev/full', '--csv', 's.csv');
      expect(told.code).toBe(4);
      expect(told.err).toMatch(
        /^\/dev\/full could not be written \(no space left on device\); .* kept in (\S+)\.$/m,
      );
      const kept = /kept in (\S+)\.$/m.exec(told.err)?.[1] ?? '';
      expect(JSON.parse(readFileSync(kept, 'utf8')).cases).toHaveLength(3);
      expect(readFileSync(join(folder, 's.csv'), 'utf8').split('\n')).toHaveLength(4);
      expectSentences(told);
      expect(existsSync('/dev/full-unsaved.json')).toBe(false);
    },
  );

  test('are kept when a folder took their place meanwhile', async () => {
    const child = spawn(
      process.execPath,
      [`${bundle}/regionlens.js`, 'evaluate', ...folders, '--out', 's.json'],
      {
        cwd: folder,
      },
    );
    child.stdout.once('data', () => mkdirSync(join(folder, 's.json')));
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(4);
    expect(casesIn('s-unsaved.json')).toHaveLength(3);
  });
});

describe('ending early', () => {
  test('a closed stdout stops the printing, not the scoring', () => {
    const { code } = shell(
      `set -o pipefail; regionlens evaluate ${folders.join(' ')} --out s.json | head -c 1 > /dev/null`,
    );
    expect(code).toBe(0);
    expect(casesIn('s.json')).toHaveLength(3);
    expect(shell(`regionlens evaluate ${folders.join(' ')} --out t.json > /dev/full`).code).toBe(0);
    expect(casesIn('t.json')).toHaveLength(3);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s before anything is scored ends with 130 and leaves outputs as they were',
    async (signal) => {
      writeFileSync(join(folder, 's.json'), 'before');
      addCases(200);
      const child = spawn(
        process.execPath,
        [`${bundle}/regionlens.js`, 'evaluate', ...folders, '--surface', '--threads', '1', '--out', 's.json'],
        { cwd: folder },
      );
      let err = '';
      child.stderr.on('data', (data) => (err += data));
      child.stdout.once('data', () => child.kill(signal));
      expect(await new Promise((done) => child.on('close', done))).toBe(130);
      expect(err).toBe('Interrupted; the outputs are as they were before.\n');
      expect(readFileSync(join(folder, 's.json'), 'utf8')).toBe('before');
      expect(leftovers()).toEqual([]);
    },
  );

  test('Ctrl-C keeps what was scored, with what was not among the failures', async () => {
    writeFileSync(join(folder, 's.json'), 'before');
    addCases(200);
    const child = spawn(
      process.execPath,
      [`${bundle}/regionlens.js`, 'evaluate', ...folders, '--threads', '1', '--out', 's.json'],
      { cwd: folder },
    );
    let [out, err] = ['', ''];
    child.stderr.on('data', (data) => (err += data));
    child.stdout.on('data', (data) => {
      out += data;
      if (out.includes('[5/203]')) child.kill('SIGINT');
    });
    expect(await new Promise((done) => child.on('close', done))).toBe(130);
    const told =
      /^Interrupted; (\d+) of 203 predictions are kept in (\S+s-unsaved\.json), the outputs are as they were before\.\n$/;
    const [, count, kept] = told.exec(err) ?? [];
    const { cases, failures } = JSON.parse(readFileSync(kept, 'utf8'));
    expect(cases).toHaveLength(Number(count));
    expect(cases.length).toBeGreaterThanOrEqual(5);
    expect(failures).toHaveLength(203 - cases.length);
    expect(failures[0]).toMatchObject({ code: 'interrupted', model: 'pred' });
    expect(new Set([...cases, ...failures].map((item) => item.case)).size).toBe(203);
    expect(readFileSync(join(folder, 's.json'), 'utf8')).toBe('before');
    expect(leftovers()).toEqual([]);
  });
});

/** So many cases more than one can be scored before a signal arrives. */
function addCases(count: number): void {
  for (let index = 0; index < count; index++) {
    for (const side of ['ref', 'pred']) {
      writeFileSync(
        join(folder, `${side}/c${index}.nii.gz`),
        readFileSync(join(folder, `${side}/one.nii.gz`)),
      );
    }
  }
}

describe('folders', () => {
  test('with links in circles end in time, with a word, and with every case once', async () => {
    symlinkSync('..', join(folder, 'pred/up'));
    symlinkSync('self', join(folder, 'pred/self'));
    mkdirSync(join(folder, 'pred/mesh'));
    for (let index = 0; index < 8; index++) {
      const own = join(folder, `pred/mesh/${index}`);
      mkdirSync(own);
      for (let other = 0; other < 8; other++) symlinkSync(`../${other}`, join(own, `to${other}`));
    }
    const started = Date.now();
    const told = await evaluate('--out', 's.json');
    expect(Date.now() - started).toBeLessThan(30_000);
    expect(told.code).toBe(1);
    expect(told.err).toContain('pred/self: It could not be read');
    expect(told.err).toContain('pred/mesh/0/to0: This link leads back');
    expect(casesIn('s.json')).toEqual(['one', 'three', 'two']);
    expectSentences(told);
  });

  test('that cannot be read, and files, are named, and the rest goes on', async () => {
    mkdirSync(join(folder, 'pred/more'));
    chmodSync(join(folder, 'pred/more'), 0o000);
    chmodSync(join(folder, 'pred/two.nii.gz'), 0o000);
    symlinkSync('gone.nii.gz', join(folder, 'pred/four.nii.gz'));
    const told = await run(['evaluate', ...folders, '--out', 's.json'], nobody);
    expect(told.code).toBe(1);
    expect(told.err).toMatch(/pred\/more: It could not be read \(permission denied\)/);
    expect(told.err).toMatch(/pred\/two\.nii\.gz: It could not be read \(.*\)/);
    expect(told.err).toMatch(/pred\/four\.nii\.gz: It could not be read \(no such file or directory\)/);
    expect(casesIn('s.json')).toEqual(['one', 'three']);
    expectSentences(told);
  });

  test('with names that are not UTF-8 are scored without those, which are named', async () => {
    const name = Buffer.concat([
      Buffer.from(join(folder, 'pred/caf')),
      Buffer.from([0xe9]),
      Buffer.from('.nii.gz'),
    ]);
    writeFileSync(name, readFileSync(join(folder, 'pred/one.nii.gz')));
    const told = await evaluate('--out', 's.json');
    expect(told.code).toBe(1);
    expect(told.err).toMatch(/pred\/caf\ufffd\.nii\.gz: Its name is not UTF-8/);
    expect(casesIn('s.json')).toHaveLength(3);
  });

  test('with control characters in names do nothing to the terminal', async () => {
    for (const side of ['ref', 'pred'])
      await writeMap(join(folder, `${side}/a\u001b[2J\u202eb.nii.gz`), [0, 1]);
    await writeMap(join(folder, 'pred/lone\n[9\u009b.nii.gz'), [0, 1]);
    const told = await evaluate('--out', 's.json');
    expect(told.out).toContain('a\\x1b[2J\\u202eb');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be printed.
    expect(told.out + told.err).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    expect(told.err).toContain('lone\\x0a[9\\x9b');
  });

  test.each(['evaluate', 'verify'])('without anything to %s end with 3', async (command) => {
    mkdirSync(join(folder, 'empty'));
    writeFileSync(
      join(folder, 'regions.json'),
      JSON.stringify({ labels: { background: 0, whole: [1, 2], core: [2] }, regions_class_order: [1, 2] }),
    );
    for (const prediction of ['empty', 'pred']) {
      const found = ['--reference', 'empty', '--prediction', prediction, '--dataset', 'regions.json'];
      const told = await run([command, ...found, '--out', 's.json']);
      expect(told.code, told.err).toBe(3);
    }
  });

  test('as dataset.json, or one that is too large, are told in a sentence', async () => {
    mkdirSync(join(folder, 'set'));
    writeFileSync(join(folder, 'large.json'), Buffer.alloc(5_000_000, ' '));
    for (const path of ['set', 'large.json']) {
      const told = await run(['evaluate', ...folders.slice(0, 4), '--dataset', path, '--out', 's.json']);
      expect([told.code, told.out]).toEqual([2, '']);
      expectSentences(told);
    }
  });
});
