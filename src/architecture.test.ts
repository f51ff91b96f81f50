import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** docs/architecture.md: data flows one way. A folder imports itself and what stands beside its name, nothing else. */
const mayImport: Record<string, string[]> = {
  domain: [],
  kernels: ['domain'],
  io: ['domain'],
  i18n: ['domain'],
  scoresFile: ['domain', 'io'],
  workers: ['domain', 'kernels', 'io', 'scoresFile'],
  // The tag of the language that is chosen, and nothing else of i18n.
  stores: ['domain', 'i18n'],
  actions: ['domain', 'io', 'scoresFile', 'workers', 'stores'],
  viewer: ['domain', 'i18n', 'stores', 'actions'],
  charts: ['domain', 'i18n'],
  report: ['domain', 'i18n', 'charts'],
  derived: ['domain', 'kernels', 'i18n', 'stores', 'actions'],
  app: ['domain', 'i18n', 'stores', 'actions', 'derived', 'viewer', 'charts', 'report', 'scoresFile'],
  cli: ['domain', 'kernels', 'io', 'scoresFile', 'workers', 'report', 'i18n'],
};

/** Inside `app` a feature imports parts, and the shell alone puts features together. */
const appMayImport: Record<string, string[]> = {
  parts: [],
  intake: ['parts'],
  cohort: ['parts'],
  case: ['parts'],
  present: ['parts'],
  rating: ['parts'],
  report: ['parts'],
  shell: ['parts', 'intake', 'cohort', 'case', 'present', 'rating', 'report'],
};

/** A library lives in the rooms named here and nowhere else. */
const libraryHomes: Record<string, string[]> = {
  '@niivue/niivue': ['viewer'],
  recharts: ['charts'],
  zustand: ['stores'],
  '@mantine/core': ['app', 'viewer'],
  '@mantine/hooks': ['app', 'viewer'],
  '@mantine/dropzone': ['app'],
  '@mantine/spotlight': ['app'],
  '@tabler/icons-react': ['app', 'viewer'],
  '@tanstack/react-virtual': ['app'],
  react: ['app', 'derived', 'viewer', 'charts', 'i18n'],
  i18next: ['i18n'],
  'nifti-reader-js': ['io'],
  'virtual:pwa-register': ['app'],
  valibot: ['scoresFile'],
  fflate: ['io'],
  pako: ['io'],
  papaparse: ['report', 'io', 'cli'],
  dexie: ['actions'],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && path.includes('/') && !/\.test\.tsx?$/.test(path),
);

function importsOf(path: string): string[] {
  const source = readFileSync(join('src', path), 'utf8');
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map(([, target]) => target);
}

function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

describe('the layout', () => {
  test('every folder is in the table', () => {
    const folders = [...new Set(files.map((path) => path.split('/')[0]))].sort();
    expect(folders.filter((folder) => !(folder in mayImport))).toEqual([]);
  });

  test.each(files)('%s imports only what its folder may', (path) => {
    const folder = path.split('/')[0];
    for (const target of importsOf(path)) {
      if (!target.startsWith('.')) {
        const homes = libraryHomes[packageOf(target)];
        const isNode = target.startsWith('node:');
        expect(isNode ? ['cli'] : homes, `${target} has a home`).toContain(folder);
        continue;
      }
      const [there, room] = relative('src', normalize(join('src', dirname(path), target))).split('/');
      expect([folder, ...mayImport[folder]], `${folder} may import ${there}`).toContain(there);
      if (folder !== 'app' || there !== 'app') continue;
      const [, feature] = path.split('/');
      expect([feature, ...appMayImport[feature]], `app/${feature} may import app/${room}`).toContain(room);
    }
  });
});
