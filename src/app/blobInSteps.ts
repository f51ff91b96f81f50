import { Pace } from '../actions/pace';

/** A blob of so many pieces is made at a time: one of thousands would copy all of them at once. */
const piecesAtOnce = 50;

/** A file of many pieces of text, written in steps between which the page answers. */
export async function blobInSteps<Item>(
  items: readonly Item[],
  textOf: (item: Item, index: number) => string,
): Promise<Blob> {
  const pace = new Pace();
  const blobs: Blob[] = [];
  let texts: string[] = [];
  for (const [index, item] of items.entries()) {
    texts.push(textOf(item, index));
    if (texts.length === piecesAtOnce) {
      blobs.push(new Blob(texts));
      texts = [];
    }
    await pace.rest();
  }
  return new Blob([...blobs, ...texts]);
}
