import { failure, ProblemError } from '../domain/errors';
import { badLine } from './openVolume';
import type { VoxelSink } from './voxelSink';

const MOST_DIGITS = 1000;

/**
 * Streams numbers that are written out, with blanks between them, through the sink that `open` makes. Nothing is
 * allocated where `mostBytes` could not hold so many digits and blanks. Throws 'truncated-data' or 'surplus-data'
 * (counted in numbers), 'bad-header-line' for a word that is no number, and whatever `open` and the sink throw.
 */
export async function pourText<Sink extends VoxelSink>(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  count: number,
  mostBytes: number,
  open: () => Sink,
): Promise<Sink> {
  const sink = 2 * count - 1 <= mostBytes ? open() : undefined;
  const decoder = new TextDecoder();
  let cut = '';
  let found = 0;
  const add = (text: string) => {
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    const numbers = Float64Array.from(words, Number);
    const bad = numbers.findIndex((number) => Number.isNaN(number));
    if (bad >= 0 && words[bad].toLowerCase() !== 'nan') {
      throw badLine(path, words[bad]);
    }
    found += numbers.length;
    if (found <= count) sink?.add(numbers);
  };
  for await (const chunk of chunks) {
    const text = cut + decoder.decode(chunk, { stream: true });
    const end = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1;
    cut = text.slice(end);
    add(text.slice(0, end));
    if (found > count || cut.length > MOST_DIGITS) break;
  }
  add(cut);
  if (!sink || found !== count) {
    const code = found > count ? 'surplus-data' : 'truncated-data';
    throw new ProblemError(failure(code, path, { expectedBytes: count, foundBytes: found }).problem);
  }
  return sink;
}
