import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isFileOnDisk } from './fileOnDisk';
import { mappedCases } from './findCases';

const root = mkdtempSync(join(tmpdir(), 'regionlens-data-file-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const meta = (dataFile: string) => `ObjectType = Image\nNDims = 3\nElementDataFile = ${dataFile}\n`;
const nrrd = (dataFile: string) => `NRRD0004\ntype: uchar\ndata file: ${dataFile}\n`;

/** The file of the voxels that a table's reference is read with, below the folder that was written. */
function companionOf(header: string, text: string, others: readonly string[]): string | undefined {
  const folder = mkdtempSync(join(root, 'case-'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write(header, text);
  for (const path of others) write(path, '');
  const reference = join(folder, header);
  const pair = { caseId: 'one', model: 'unet', reference, prediction: reference };
  const { cases, inputs } = mappedCases([pair], null);
  const [{ reference: source }] = cases;
  if (source.kind === 'region-masks' || !isFileOnDisk(source.file)) throw new Error(source.kind);
  const path = source.file.companion?.diskPath;
  if (path !== undefined) expect(inputs).toContain(path);
  return path?.slice(folder.length + 1);
}

test.each<[string, string[], string, string | undefined]>([
  ['another file than the one of its name', ['a/c.raw', 'a/other.raw'], 'other.raw', 'a/other.raw'],
  ['a file in a folder below', ['a/c.raw', 'a/data/c.raw'], 'data/c.raw', 'a/data/c.raw'],
  ['a file in the folder above', ['c.raw', 'a/c.raw'], '../c.raw', 'c.raw'],
  ['a file in other capitals', ['a/C.RAW'], './c.raw', 'a/C.RAW'],
  ['a place on another machine', ['a/c.raw'], 'D:\\studies\\c.raw', 'a/c.raw'],
  ['a file that is not there', ['a/c.raw'], 'd.raw', undefined],
  ['a folder', ['a/d.raw/c.raw'], 'd.raw', undefined],
  ['a device', [], relative(join(root, 'case-1/a'), '/dev/zero'), undefined],
  ['a file in a folder that is not there', ['a/c.raw'], 'no/c.raw', undefined],
])('a header in a table that names %s is read with that file alone', (_, others, named, expected) => {
  expect(companionOf('a/c.mhd', meta(named), others)).toBe(expected);
  expect(companionOf('a/c.nhdr', nrrd(named), others)).toBe(expected);
});

test('a header that names nothing goes with the file of its name, one that holds its voxels with none', () => {
  expect(companionOf('a/c.hdr', '', ['a/c.img', 'a/d.img'])).toBe('a/c.img');
  expect(companionOf('a/c.npz', '', ['a/c.pkl'])).toBe('a/c.pkl');
  expect(companionOf('a/c.mhd', meta('LOCAL'), ['a/c.raw'])).toBeUndefined();
  expect(companionOf('a/c.nii', '', ['a/c.img'])).toBeUndefined();
});
