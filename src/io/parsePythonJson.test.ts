import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonValue, parsePythonJson } from './parsePythonJson';

function readValue(text: string): JsonValue {
  const result = parsePythonJson('x.json', text);
  if (!result.ok) throw new Error(`refused: ${text}`);
  return result.value;
}

function plain(value: JsonValue): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return value;
}

describe('parsePythonJson', () => {
  it('reads bare NaN and infinities as numbers, but leaves them alone inside strings', () => {
    expect(
      plain(readValue('{"a": NaN, "b": [Infinity, -Infinity, -1.5e3], "NaN": "NaN, Infinity"}')),
    ).toEqual({
      a: Number.NaN,
      b: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1500],
      NaN: 'NaN, Infinity',
    });
  });

  it('keeps the order of keys that look like integers', () => {
    expect([...(readValue('{"b": 1, "2": 2, "1": 3}') as Map<string, JsonValue>).keys()]).toEqual([
      'b',
      '2',
      '1',
    ]);
  });

  it('agrees with JSON.parse on every JSON document', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        const document = JSON.stringify(JSON.parse(text), null, indent);
        const own = JSON.stringify(plain(readValue(document)));
        expect(JSON.parse(own)).toEqual(JSON.parse(document));
      }),
    );
  });

  it.each(['', '{', '[1,]', '{"a" 1}', '01', 'nul', '"a', '"\\x"', '{} {}', '{a: 1}', '[1 2]', '\u0000'])(
    'refuses %j with the place of the error',
    (text) => {
      expect(parsePythonJson('x.json', text)).toMatchObject({ ok: false, problem: { code: 'bad-json' } });
    },
  );

  it('names line and column of the error', () => {
    expect(parsePythonJson('x.json', '{\n  "a": ?\n}')).toMatchObject({
      problem: { file: 'x.json', facts: { detail: '2:8' } },
    });
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(parsePythonJson('x.json', '['.repeat(100_000))).toMatchObject({ problem: { code: 'bad-json' } });
  });
});
