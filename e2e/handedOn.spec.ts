import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** The parts of the built page and command line whose texts have to be handed on */
const owed = {
  dist: ['react-dom', '@niivue/niivue', 'workbox-core'],
  'dist-cli': ['fflate', 'pako'],
};

for (const [folder, names] of Object.entries(owed)) {
  test(`the licences of what others wrote are in ${folder}`, () => {
    const texts = readFileSync(`${folder}/third-party-licenses.txt`, 'utf8');
    for (const name of names) expect(texts).toContain(`## ${name} - `);
    expect(texts).not.toMatch(/^## .*\b[AL]?GPL/im);
  });
}

test('the packed product runs in an empty folder without network, and holds nothing but what is built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regionlens-pack-'));
  try {
    const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [{ filename, files }] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' }));
    const tops = new Set((files as { path: string }[]).map(({ path }) => path.split('/')[0]));
    expect([...tops].sort()).toEqual(['LICENSE', 'README.md', 'dist', 'dist-cli', 'package.json']);
    const npx = ['--offline', '--yes', '--cache', join(folder, 'cache'), `./${filename}`, '--help'];
    expect(execFileSync('npx', npx, { cwd: folder, encoding: 'utf8' })).toContain('regionlens evaluate');
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
