import { failure, type Result, success } from '../domain/errors';

/** A JSON value whose objects are maps, because the order of their keys carries meaning (dataset.json). */
export type JsonValue = null | boolean | number | string | JsonValue[] | Map<string, JsonValue>;

const MAX_DEPTH = 200;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Most texts: nothing in them has to be read any further. */
const plainStringToken = /"[^"\\\p{Cc}]*"/uy;
/** Control characters and bad escapes are left to JSON.parse. */
const stringToken = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const words: [string, JsonValue][] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];

/** Where the text stops being JSON. Never leaves this file. */
class SyntaxStop extends Error {
  readonly position: number;

  constructor(position: number) {
    super();
    this.position = position;
  }
}

/**
 * Reads JSON as Python writes it: bare NaN, Infinity and -Infinity are numbers. Key order is kept, also of
 * keys that look like integers, which JSON.parse would move to the front. Fails with 'bad-json' and the line
 * and column of the first error.
 */
export function parsePythonJson(file: string, text: string): Result<JsonValue> {
  try {
    return success(new Reader(text).readDocument());
  } catch (stop) {
    if (!(stop instanceof SyntaxStop)) throw stop;
    const before = text.slice(0, stop.position).split('\n');
    return failure('bad-json', file, { detail: `${before.length}:${before.at(-1)!.length + 1}` });
  }
}

class Reader {
  private readonly text: string;
  private position: number;

  constructor(text: string) {
    this.text = text;
    this.position = text.startsWith('\uFEFF') ? 1 : 0;
  }

  readDocument(): JsonValue {
    const value = this.readValue(0);
    this.skipWhitespace();
    if (this.position < this.text.length) this.stop();
    return value;
  }

  private readValue(depth: number): JsonValue {
    this.skipWhitespace();
    if (depth > MAX_DEPTH) this.stop();
    const first = this.text[this.position];
    if (first === '{') return this.readObject(depth);
    if (first === '[') return this.readArray(depth);
    if (first === '"') return this.readString();
    const isNumber = first >= '0' && first <= '9';
    const word = isNumber ? null : words.find(([token]) => this.text.startsWith(token, this.position));
    if (word) {
      this.position += word[0].length;
      return word[1];
    }
    return Number(this.take(numberToken));
  }

  private readObject(depth: number): Map<string, JsonValue> {
    const object = new Map<string, JsonValue>();
    this.readItems('}', () => {
      this.skipWhitespace();
      const key = this.readString();
      this.skipWhitespace();
      if (this.text[this.position] !== ':') this.stop();
      this.position++;
      object.set(key, this.readValue(depth + 1));
    });
    return object;
  }

  private readArray(depth: number): JsonValue[] {
    const array: JsonValue[] = [];
    this.readItems(']', () => array.push(this.readValue(depth + 1)));
    return array;
  }

  /** From the opening bracket to the closing one; `readItem` reads what stands between the commas. */
  private readItems(close: string, readItem: () => void): void {
    this.position++;
    this.skipWhitespace();
    if (this.text[this.position] === close) {
      this.position++;
      return;
    }
    for (;;) {
      readItem();
      this.skipWhitespace();
      const next = this.text[this.position];
      if (next !== ',' && next !== close) this.stop();
      this.position++;
      if (next === close) return;
    }
  }

  private readString(): string {
    const start = this.position;
    plainStringToken.lastIndex = start;
    if (plainStringToken.test(this.text)) {
      this.position = plainStringToken.lastIndex;
      return this.text.slice(start + 1, this.position - 1);
    }
    const token = this.take(stringToken);
    try {
      return JSON.parse(token) as string;
    } catch {
      this.position = start;
      return this.stop();
    }
  }

  private skipWhitespace(): void {
    while (' \t\n\r'.includes(this.text[this.position] ?? '-')) this.position++;
  }

  private take(token: RegExp): string {
    token.lastIndex = this.position;
    const match = token.exec(this.text);
    if (!match) return this.stop();
    this.position = token.lastIndex;
    return match[0];
  }

  private stop(): never {
    throw new SyntaxStop(this.position);
  }
}
