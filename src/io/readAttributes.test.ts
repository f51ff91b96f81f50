import { describe, expect, test } from 'vitest';
import { readAttributes } from './readAttributes';

const cases = ['BraTS-SSA-00002-000', 'BraTS-SSA-00230-000', 'BraTS-SSA-00231-000'];

function opened(text: string) {
  const read = readAttributes('sites.csv', text, cases);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

describe('a table of case attributes', () => {
  test('finds its id column by what the cells say, not by its name', () => {
    const table = opened(
      'site,who,grade\nBasel,brats_ssa_00002_000,4\nLagos,BraTS-SSA-00230-000,"3, maybe"\n',
    );
    expect(table).toMatchObject({ file: 'sites.csv', idColumn: 'who', columns: ['site', 'grade'] });
    expect(table.values).toEqual({
      'BraTS-SSA-00002-000': { site: 'Basel', grade: '4' },
      'BraTS-SSA-00230-000': { site: 'Lagos', grade: '3, maybe' },
    });
    expect(table.unmatched).toEqual([]);
  });

  test.each([
    ['id,site\nx,"Basel\ny,Lagos\nz,Oslo\n', 2],
    ['id,site\nx,"Basel\ny,"Lagos"\nz,Oslo\n', 2],
    ['id,site\r\nx,"a\r\nb"\r\ny,"Lagos" north\r\n', 4],
    ['id,"site\nx,y\n', 1],
  ])('is refused with the line of a quotation mark without its partner: %j', (text, line) => {
    expect(readAttributes('sites.csv', text, cases)).toEqual({
      ok: false,
      problem: { code: 'attributes-quote', file: 'sites.csv', facts: { line } },
    });
  });

  test('takes the part of a name that only one case has, and leaves ids that several or none have', () => {
    const table = opened('id\tsite\n00002\tBasel\n0023\tLagos\n00777\tOslo\n');
    expect(Object.keys(table.values)).toEqual(['BraTS-SSA-00002-000']);
    expect(table.unmatched).toEqual(['0023', '00777']);
  });

  test('never takes a part of a number, nor a part of a name where another line has the whole', () => {
    const site = (text: string, ids: string[]) => {
      const read = readAttributes('a.csv', `id,site\n${text}`, ids);
      return read.ok ? [read.value.values, read.value.unmatched, read.value.repeated] : read.problem.code;
    };
    expect(site('P1001,A\nP100,B\n', ['P1001'])).toEqual([{ P1001: { site: 'A' } }, ['P100'], []]);
    expect(site('P100,B\n', ['P1001'])).toBe('attributes-no-ids');
    expect(site('P-100,B\n', ['study_P100_scan2'])).toEqual([{ study_P100_scan2: { site: 'B' } }, [], []]);
    // A patient's line is that of every time point, but not where a time point has its own.
    expect(site('BraTS-1,A\n', ['BraTS-1-000', 'BraTS-1-001', 'BraTS-12-000'])).toEqual([
      { 'BraTS-1-000': { site: 'A' }, 'BraTS-1-001': { site: 'A' } },
      [],
      [],
    ]);
    const order = ['P100-1,A', 'P100,B'];
    for (const lines of [order, order.toReversed()]) {
      expect(site(lines.join('\n'), ['P100-1', 'P200-1'])).toEqual([
        { 'P100-1': { site: 'A' } },
        ['P100'],
        [],
      ]);
    }
  });

  test('takes no site for an id, though cases begin with its name', () => {
    const ids = ['UCSF-001', 'UCSF-002', 'UPENN-003'];
    const lines = [
      ['UCSF', 'UCSF-001', '40'],
      ['UCSF', 'UCSF-002', '50'],
      ['UPENN', 'UPENN-003', '60'],
      ['UCSF', 'UCSF-777', '99'],
    ];
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
    ]) {
      const rows = [['site', 'id', 'age'], ...lines].map((line) =>
        order.map((place) => line[place]).join(','),
      );
      const read = readAttributes('a.csv', rows.join('\n'), ids);
      if (!read.ok) throw new Error(read.problem.code);
      expect(read.value).toMatchObject({ idColumn: 'id', unmatched: ['UCSF-777'], repeated: [] });
      expect(ids.map((id) => read.value.values[id].age)).toEqual(['40', '50', '60']);
    }
    const noIds = readAttributes('a.csv', 'site,age\nUCSF,40\nUCSF,50\n', ids);
    expect(noIds).toMatchObject({ ok: false, problem: { code: 'attributes-no-ids' } });
  });

  test('names the cases that several lines answer to, of which the last counts', () => {
    const read = readAttributes('a.csv', 'id,site\ncase_1,A\ncase_2,B\ncase-1,C\n', ['case_1', 'case_2']);
    expect(read).toMatchObject({
      ok: true,
      value: { repeated: ['case_1'], values: { case_1: { site: 'C' } } },
    });
  });

  test('reads semicolons, a byte order mark and rows that are too short', () => {
    const table = opened('\uFEFFcase;site;scanner\nBraTS-SSA-00231-000;Genève\n\n');
    expect(table.values['BraTS-SSA-00231-000']).toEqual({ site: 'Genève', scanner: '' });
  });

  test.each([
    ['attributes-empty', ''],
    ['attributes-empty', 'case,site\n'],
    ['attributes-no-ids', 'name,site\npatient one,Basel\n'],
  ])('says %s', (code, text) => {
    expect(readAttributes('sites.csv', text, cases)).toMatchObject({
      ok: false,
      problem: { code, file: 'sites.csv' },
    });
  });
});
