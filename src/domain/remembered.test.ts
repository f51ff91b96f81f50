import { expect, test } from 'vitest';
import { remembered } from './remembered';

test('what is asked again is the same object; one other argument, and it is worked out anew', () => {
  const boxed = remembered((facts: { id: number }, factor: number, unit: string) => ({
    text: `${facts.id * factor} ${unit}`,
  }));
  const facts = { id: 3 };
  const once = boxed(facts, 2, 'mm');
  expect(once).toEqual({ text: '6 mm' });
  expect(boxed(facts, 2, 'mm')).toBe(once);
  expect(boxed(facts, 2, 'mL')).toEqual({ text: '6 mL' });
  expect(boxed(facts, Number.NaN, 'mm')).toBe(boxed(facts, Number.NaN, 'mm'));
  // Only the last answer is kept.
  expect(boxed(facts, 2, 'mm')).not.toBe(once);
});

test('each first argument has an answer of its own, by identity and not by content', () => {
  const list = remembered((facts: { id: number }) => [facts.id]);
  const [one, other] = [{ id: 1 }, { id: 1 }];
  const ofOne = list(one);
  expect(list(other)).not.toBe(ofOne);
  expect(list(one)).toBe(ofOne);
});

test('an answer that is nothing is an answer, and knows says whether there is one without working', () => {
  let worked = 0;
  const nothing = remembered((_: object, __: number): undefined => {
    worked++;
  });
  const facts = {};
  expect(nothing.knows(facts, 1)).toBe(false);
  nothing(facts, 1);
  nothing(facts, 1);
  expect(nothing.knows(facts, 1)).toBe(true);
  expect(nothing.knows(facts, 2)).toBe(false);
  expect(worked).toBe(1);
});

test('what could not be worked out is asked anew', () => {
  let isBroken = true;
  const often = remembered((_: object) => {
    if (isBroken) throw new Error('not yet');
    return 'there';
  });
  const facts = {};
  expect(() => often(facts)).toThrow('not yet');
  isBroken = false;
  expect(often(facts)).toBe('there');
});
