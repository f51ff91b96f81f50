import { NotAScoresFile } from './notAScoresFile';

/** Deeper than any file of ours; what is nested deeper could not be written again. */
const mostDepth = 100;
/** A single text of more bytes cannot be held. */
const mostBytes = 2 ** 28;

const decoder = new TextDecoder();

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Splits a JSON document of any length without holding it: `takeItem`, where there is one, is given the text of every item of the array
 * that stands under `key` in the outermost object, in order; `rest` is the document with that array empty, `count`
 * the number of its items. Nothing is checked but brackets and quotes: parsing the texts finds what is not JSON.
 * Throws NotAScoresFile for what is nested too deep or has a single item of over 256 MB, and the signal's reason.
 */
export async function splitJson(
  pieces: AsyncIterable<Uint8Array>,
  key: string,
  takeItem: ((text: string, index: number) => void) | null,
  signal?: AbortSignal,
): Promise<{ rest: string; count: number }> {
  const rest = new Bytes();
  let item: Bytes | null = null;
  let lastText = new Bytes();
  let count = 0;
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  const take = (whole: Bytes): void => {
    takeItem?.(whole.text(), count);
    count++;
  };
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    let start = 0;
    const upTo = (end: number): void => {
      (item ?? rest).add(piece.subarray(start, end));
      start = end;
    };
    let textStart = 0;
    const isNamed = () => depth === 1 && item === null;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) {
          isText = false;
          if (isNamed()) lastText.add(piece.subarray(textStart, at));
        }
        continue;
      }
      switch (byte) {
        case quote:
          isText = true;
          textStart = at + 1;
          if (isNamed()) lastText = new Bytes();
          break;
        case openBracket:
        case openBrace:
          depth++;
          if (depth > mostDepth) throw new NotAScoresFile(`more than ${mostDepth} levels`);
          if (byte === openBracket && depth === 2 && item === null && said(lastText) === key) {
            upTo(at + 1);
            item = new Bytes();
          }
          break;
        case closeBracket:
        case closeBrace:
          depth--;
          if (depth !== 1 || item === null) break;
          upTo(at);
          // An array without items holds nothing but space.
          if (count > 0 || !item.isBlank()) take(item);
          item = null;
          break;
        case comma:
          if (depth !== 2 || item === null) break;
          upTo(at);
          take(item);
          item = new Bytes();
          start = at + 1;
      }
    }
    if (isText && isNamed()) lastText.add(piece.subarray(textStart));
    upTo(piece.length);
  }
  return { rest: rest.text(), count };
}

/** What a text says: any letter may be written as its number. */
function said(bytes: Bytes): string {
  const text = bytes.text();
  return text.includes('\\') ? JSON.parse(`"${text}"`) : text;
}

/** Bytes of one text, from piece to piece. */
class Bytes {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  /** Takes a view, whose piece is not written again. */
  add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.length += part.length;
    if (this.length > mostBytes) throw new NotAScoresFile(`more than ${mostBytes} bytes in one part`);
    this.parts.push(part);
  }

  isBlank(): boolean {
    return this.text().trim() === '';
  }

  /** Decoded at once, which is several times as fast as part by part. */
  text(): string {
    if (this.parts.length === 1) return decoder.decode(this.parts[0]);
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return decoder.decode(whole);
  }
}
