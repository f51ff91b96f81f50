import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Papers of the project are cited by name from code and from each other; what they name has to be there. */
const sources = ['src', 'e2e', 'bench', 'scripts'].flatMap((folder) => filesIn(folder, /\.(tsx?|mjs|css)$/));
const papers = ['README.md', 'CONTRIBUTING.md', ...filesIn('docs', /\.md$/)];

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path));
}

test('no comment cites a paper that is not in docs', () => {
  const dead = sources.flatMap((path) =>
    [
      ...readFileSync(path, 'utf8')
        .replaceAll(/https?:\S+/g, '')
        .matchAll(/(?<![\w./])(?:docs\/)?([\w-]+(?:\/[\w-]+)*\.md)\b/gi),
    ]
      .map(([, paper]) => paper)
      .filter((paper) => ![`docs/${paper}`, paper].some((place) => existsSync(place)))
      .map((paper) => `${path}: ${paper}`),
  );
  expect(dead).toEqual([]);
});

test('no decision is cited that was never taken', () => {
  const taken = new Set(readdirSync('docs/decisions').map((name) => Number(name.slice(0, 4))));
  const dead = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\b[Dd]ecision (\d{1,4})\b/g)]
      .filter(([, number]) => !taken.has(Number(number)))
      .map(([text]) => `${path}: ${text}`),
  );
  expect(dead).toEqual([]);
});

test('every paragraph of metrics.md that code cites exists', () => {
  const paragraphs = new Set(
    [...readFileSync('docs/metrics.md', 'utf8').matchAll(/^## (\d+)\./gm)].map(([, n]) => n),
  );
  const dead = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/metrics\.md §(\d+)/g)]
      .filter(([, number]) => !paragraphs.has(number))
      .map(([text]) => `${path}: ${text}`),
  );
  expect(dead).toEqual([]);
});

test('links between the papers lead somewhere', () => {
  const dead = papers.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, target]) => target)
      .filter((target) => !existsSync(join(dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test('files of the code that papers name are there', () => {
  const dead = papers.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/`((?:src|e2e|docs|scripts|bench)\/[\w./-]+?)\/?`/g)]
      .map(([, target]) => target)
      .filter((target) => !existsSync(target))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});
