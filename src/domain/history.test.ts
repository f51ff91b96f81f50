import { expect, test } from 'vitest';
import { changed, redo, startHistory, undo } from './history';

test('steps back to every earlier value and forward again', () => {
  const history = changed(changed(startHistory(1), 2), 3);
  expect(undo(history).now).toBe(2);
  expect(undo(undo(history)).now).toBe(1);
  expect(redo(undo(undo(history))).now).toBe(2);
  expect(redo(redo(undo(undo(history)))).now).toBe(3);
});

test('stays at both ends', () => {
  const history = startHistory('only');
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
});

test('a new change forgets what was undone', () => {
  expect(redo(changed(undo(changed(startHistory(1), 2)), 5)).now).toBe(5);
});

test('typing into one field is one step, until another field is changed or a step undone', () => {
  const typed = changed(changed(startHistory(''), 'a', 'name'), 'ab', 'name');
  expect(undo(typed).now).toBe('');
  const again = changed(undo(changed(typed, 'c', 'value')), 'abc', 'value');
  expect(undo(again).now).toBe('ab');
});
