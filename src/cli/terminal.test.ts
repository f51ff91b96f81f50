import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errors } from '../i18n/messages/errors';
import { exitCodeMeanings } from './exitCodes';
import { modelNames } from './findCases';
import { helpText } from './parseArguments';
import { printable } from './terminal';

test('any text is printed as one line without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
  expect(printable('Tumour 肿瘤 é 🧠')).toBe('Tumour 肿瘤 é 🧠');
});

test('different prediction folders have different model names', () => {
  expect(modelNames(['/x/a/b-c/val', '/x/a-b/c/val'])).toEqual(['a_b-c', 'a-b_c']);
  const part = fc.constantFrom('a', 'b', 'a-b', 'a_b', 'val', 'fold_0');
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 6 }), (paths) => {
      const names = modelNames(paths);
      expect(new Set(names).size).toBe(paths.length);
      for (const name of names) expect(name).not.toContain('/');
    }),
  );
});

test('no message about a file speaks of what only the page has', () => {
  for (const [code, { en, zh }] of Object.entries(errors)) {
    expect(en + zh, code).not.toMatch(/browser|reload|浏览器|重新加载/i);
  }
});

test('help and README tell the same exit codes', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const [code, meaning] of Object.entries(exitCodeMeanings)) {
    expect(helpText).toContain(meaning);
    expect(readme).toContain(`| ${code} | ${meaning} |`);
  }
});
