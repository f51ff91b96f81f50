import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { readCaseMap } from './readCaseMap';

const folder = mkdtempSync(join(tmpdir(), 'regionlens-map-'));
const table = join(folder, 'pairs.csv');
for (const name of ['r1.nii', 'r2.nii', 'p1.nii', 'p2.nii']) writeFileSync(join(folder, name), '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  writeFileSync(table, text);
  return readCaseMap(table);
}

test('reads pairs with paths beside the table, models by name or none', () => {
  const at = (name: string) => join(folder, name);
  expect(read('case,reference,prediction\na,r1.nii,p1.nii\n\nb,./r2.nii,p1.nii\n')).toEqual([
    { caseId: 'a', model: 'prediction', reference: at('r1.nii'), prediction: at('p1.nii') },
    { caseId: 'b', model: 'prediction', reference: at('r2.nii'), prediction: at('p1.nii') },
  ]);
  expect(
    read('\uFEFFcase,reference,prediction,model\r\n"a, b",r1.nii,p1.nii,u\r\n"a, b",r1.nii,p2.nii,v'),
  ).toMatchObject([
    { caseId: 'a, b', model: 'u' },
    { caseId: 'a, b', model: 'v' },
  ]);
});

test.each([
  ['case,reference\na,r1.nii', /first line has to be case,reference,prediction/],
  ['case;reference;prediction\na;r1.nii;p1.nii', /first line has to be/],
  ['case,reference,prediction,fold\na,r1.nii,p1.nii,0', /first line has to be/],
  ['case,reference,prediction\n', /names no case/],
  ['', /first line has to be/],
  ['case,reference,prediction\na,r1.nii', /line 2: 2 cells, 3 are expected/],
  ['case,reference,prediction\na,,p1.nii', /line 2: reference is empty/],
  ['case,reference,prediction\na,r1.nii,p1.nii\na,r1.nii,p2.nii', /line 3: case a .* in line 2 already/],
  [
    'case,reference,prediction,model\na,r1.nii,p1.nii,u\na,r2.nii,p2.nii,v',
    /line 3: .* another reference in line 2/,
  ],
  ['case,reference,prediction\n"a,r1.nii,p1.nii', /line 2: /],
])('refuses %j', (text, sentence) => {
  expect(read(text)).toMatch(sentence);
});

test('names the line of a missing file, wherever it stands and whatever the cells before it hold', () => {
  const cell = fc.constantFrom('a', 'b "c"', 'two\nlines', 'x,y', '病例');
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (names, end, isReference) => {
        const rows = names.map((name, index) => [`${index} ${name}`, 'r1.nii', 'p1.nii']);
        const lost = isReference ? ['z', 'lost.nii', 'p1.nii'] : ['z', 'r1.nii', 'lost.nii'];
        const text = Papa.unparse([['case', 'reference', 'prediction'], ...rows], { newline: end }) + end;
        const line = text.split('\n').length;
        expect(read(text + Papa.unparse([lost]))).toMatch(new RegExp(`line ${line}: no file .*lost\\.nii$`));
      },
    ),
  );
});
