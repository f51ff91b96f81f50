import type { Picture, PictureSettings } from '../../domain/picture';
import { type PictureField, pictureFields } from '../../domain/pictureFields';
import { writeAddress } from './address';

const fields = Object.entries(pictureFields) as [keyof PictureSettings, PictureField<unknown>][];

/** A link to exactly this picture, for whoever has the same files open. */
export function linkToPicture(href: string, picture: Picture): string {
  const query = new URLSearchParams();
  for (const [name, field] of fields) {
    for (const text of field.write(picture[name])) query.append(field.query, text);
  }
  return `${href.split('#')[0]}${writeAddress({ ...picture, screen: 'case', scene: 1 })}&${query}`;
}

/**
 * How the picture that a link leads to is drawn; an address that was not copied as a link says nothing. What a
 * link says wrongly is left as it is on screen.
 */
export function readPicture(hash: string): Partial<PictureSettings> {
  const query = new URLSearchParams(hash.split('?')[1]);
  if (!pictureFields.arrangement.read(query.getAll(pictureFields.arrangement.query))) return {};
  return Object.fromEntries(
    fields
      .map(([name, field]) => [name, field.read(query.getAll(field.query))])
      .filter(([, value]) => value !== undefined),
  );
}
