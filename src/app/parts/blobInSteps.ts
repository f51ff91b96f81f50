import { Pace } from '../../actions/pace';

/** So many letters are copied at a time: a blob of megabytes of pieces copies all of them at once. */
const lettersAtOnce = 500_000;

/** A file of many pieces of text, written in steps between which the page answers; rejects when cancelled. */
export async function blobInSteps(pieces: Iterable<string>, type = '', pace = new Pace()): Promise<Blob> {
  const blobs: Blob[] = [];
  let texts: string[] = [];
  let letters = 0;
  for (const piece of pieces) {
    texts.push(piece);
    letters += piece.length;
    if (letters > lettersAtOnce) {
      blobs.push(new Blob(texts));
      texts = [];
      letters = 0;
    }
    await pace.rest();
  }
  return new Blob([...blobs, ...texts], { type });
}
