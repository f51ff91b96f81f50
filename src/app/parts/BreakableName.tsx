import { Fragment } from 'react';

/** A name that may go on in the next line behind its underscores and strokes; it copies as it is. */
export function BreakableName({ name }: { name: string }) {
  return name.split(/(?<=[_/])/).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the name
    <Fragment key={place}>
      {part}
      <wbr />
    </Fragment>
  ));
}
