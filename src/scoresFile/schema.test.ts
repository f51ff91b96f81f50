import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { failure } from '../domain/errors';
import { caseScores } from '../kernels/caseScores';
import { definitions, fileSchema } from './schema';
import { openScores } from './testScores';
import { scoresFile } from './write';

// What is finite, and which lists are of one length, JSON Schema cannot say.
const published = toJsonSchema(fileSchema, { definitions, errorMode: 'ignore', target: 'draft-07' });
const isValid = new Ajv().compile(published);

test('the published schema is that of the reader (vitest -u writes it anew)', async () => {
  const text = `${JSON.stringify(published, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/scores-file.schema.json');
});

/** By the commit that wrote them: the first one, then with measures, with marks, with dimensions. */
const writers = ['9a01474', '159b2cd', '3c4a9b0', '9ddf84c'];

function written(writer: string) {
  return JSON.parse(readFileSync(`src/scoresFile/fixtures/at-${writer}.json`, 'utf8'));
}

async function opened(file: unknown) {
  const read = await openScores(file);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

describe.each(writers)('a file as it was written at %s', (writer) => {
  test('is valid, opens, and says the same when it is saved again', async () => {
    const before = await opened(written(writer));
    expect(Object.keys(before.results)).toHaveLength(2);
    expect(Object.keys(before.measures)).toHaveLength(writer === '9a01474' ? 0 : 2);
    expect(isValid(written(writer)), JSON.stringify(isValid.errors)).toBe(true);
    const { scheme, profile, results, measures, lesionProfile, tauMm } = before;
    const convention = { profile, lesionProfile: lesionProfile ?? 'gli-2023', tauMm };
    const again = scoresFile({
      producer: 'test',
      scheme,
      profile,
      scores: Object.entries(results).map(([key, item]) =>
        caseScores(item, scheme, convention, measures[key]),
      ),
      failures: [{ caseId: 'lost', model: 'm', problem: failure('empty-file', 'lost.nii', {}).problem }],
      annotations: { lost: { mark: 'excluded', note: 'no voxels' } },
      messageOf: () => 'It is empty.',
    });
    const json = JSON.parse(JSON.stringify(again));
    expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true);
    const after = await opened(json);
    expect([after.results, after.measures]).toEqual([results, measures]);
  });
});

type Path = (string | number)[];

/** The places of all values, of a list those in its first item. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Object.entries(value).slice(0, Array.isArray(value) ? 1 : undefined);
  return entries.flatMap(([key, item]) => leaves(item, [...path, key]));
}

test.each([true, -1])(
  'the published schema and the reader refuse the same where %s is put in',
  async (by) => {
    const whole = written('9ddf84c');
    whole.cases.length = 1;
    const differing: string[] = [];
    for (const path of leaves(whole).filter((path) => !/Reason$/.test(String(path.at(-1))))) {
      const file = structuredClone(whole);
      const holder = path.slice(0, -1).reduce((at, key) => at[key], file);
      holder[path[path.length - 1]] = by;
      if (isValid(file) !== (await openScores(file)).ok) differing.push(path.join('.'));
    }
    expect(differing).toEqual([]);
  },
);
