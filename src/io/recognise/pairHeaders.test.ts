import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseCohort } from '../recogniseCohort';

const meta = (dataFile: string) => `ObjectType = Image\nNDims = 3\nElementDataFile = ${dataFile}\n`;
const nrrd = (dataFile: string) =>
  `NRRD0004\n# a comment\ntype: uchar\nkey:=data file: no\ndata file: ${dataFile}\n`;

/** The companions of headers, by path. */
function pairsOf(paths: string[], texts: Record<string, string>): Record<string, string> {
  const files = paths.map((path) => ({ path, size: 300 }));
  const { companions } = recogniseCohort(files, new Map(Object.entries(texts)));
  return Object.fromEntries([...companions].map(([header, { path }]) => [header, path]));
}

test.each<[string, string[], string, string | undefined]>([
  ['names another file than the one beside it', ['a/c.raw', 'a/other.raw'], 'other.raw', 'a/other.raw'],
  ['names a file in a folder below', ['a/c.raw', 'a/data/c.raw'], 'data/c.raw', 'a/data/c.raw'],
  ['names a file in the folder above', ['c.raw', 'a/c.raw'], '../c.raw', 'c.raw'],
  ['names it in other capitals', ['a/C.RAW'], './c.raw', 'a/C.RAW'],
  ['names a place on another machine', ['a/c.raw'], 'D:\\studies\\c.raw', 'a/c.raw'],
  ['names a file that is not there', ['a/c.raw'], 'd.raw', undefined],
  ['names a file whose name has blanks', ['a/c one.raw'], 'c one.raw', 'a/c one.raw'],
])('a header that %s is paired by that name alone', (_, files, named, expected) => {
  const wanted = expected === undefined ? {} : { 'a/c.mhd': expected };
  expect(pairsOf(['a/c.mhd', ...files], { 'a/c.mhd': meta(named) })).toEqual(wanted);
  const nhdr = expected === undefined ? {} : { 'a/c.nhdr': expected };
  expect(pairsOf(['a/c.nhdr', ...files], { 'a/c.nhdr': nrrd(named) })).toEqual(nhdr);
});

test('a header that holds its own voxels takes nothing from beside it', () => {
  expect(pairsOf(['a/c.mhd', 'a/c.raw'], { 'a/c.mhd': meta('LOCAL') })).toEqual({});
  expect(pairsOf(['a/c.nhdr', 'a/c.raw'], { 'a/c.nhdr': 'NRRD0004\ntype: uchar\n\n' })).toEqual({});
});

test('two headers may name one file, and a header without its text goes by its own name', () => {
  const paths = ['a/c.mhd', 'a/d.mhd', 'a/c.raw'];
  expect(pairsOf(paths, { 'a/c.mhd': meta('c.raw'), 'a/d.mhd': meta('c.raw') })).toEqual({
    'a/c.mhd': 'a/c.raw',
    'a/d.mhd': 'a/c.raw',
  });
  expect(pairsOf(paths, {})).toEqual({ 'a/c.mhd': 'a/c.raw' });
});

test('whatever names headers carry, each gets the file that it names', () => {
  const name = fc
    .string({ unit: fc.constantFrom('a', 'b', '1', ' ', '-', 'ü'), minLength: 1, maxLength: 6 })
    .map((text) => `x${text}x`);
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), fc.nat(5), (names, shift) => {
      const named = (index: number) => `${names[(index + shift) % names.length]}.raw`;
      const paths = names.flatMap((stem) => [`labelsTr/${stem}.mhd`, `labelsTr/${stem}.raw`]);
      const texts = names.map((stem, index) => [`labelsTr/${stem}.mhd`, meta(named(index))]);
      const wanted = names.map((stem, index) => [`labelsTr/${stem}.mhd`, `labelsTr/${named(index)}`]);
      expect(pairsOf(paths, Object.fromEntries(texts))).toEqual(Object.fromEntries(wanted));
    }),
  );
});
