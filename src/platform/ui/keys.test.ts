import { expect, test } from 'vitest';
import { lineAfter, pressOf } from './keys.ts';

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const page = { typing: false, inList: false, letters: true };

test('letters and signs mean something, but never while typing, with Ctrl, or once switched off', () => {
  expect(['/', '?', 'j', 'k', 'x'].map((name) => pressOf(key(name), page))).toEqual([
    ...['search', 'help', 'next', 'previous', null],
  ]);
  for (const name of ['/', '?', 'j', 'k', 'ArrowDown']) {
    expect(pressOf(key(name), { ...page, inList: true, typing: true })).toBeNull();
    expect(pressOf(key(name, { ctrlKey: true }), { ...page, inList: true })).toBeNull();
    expect(pressOf(key(name), { ...page, letters: false })).toBeNull();
  }
});

test('arrows move inside a list alone, also without the letters; elsewhere they scroll', () => {
  expect(pressOf(key('ArrowDown'), page)).toBeNull();
  expect(pressOf(key('ArrowDown'), { ...page, inList: true, letters: false })).toBe('next');
  expect(pressOf(key('End'), { ...page, inList: true })).toBe('last');
});

test('the focus moves line by line and stops at the ends', () => {
  expect(lineAfter('next', -1, 3)).toBe(0);
  expect(lineAfter('previous', -1, 3)).toBe(0);
  expect([lineAfter('next', 1, 3), lineAfter('next', 2, 3), lineAfter('previous', 0, 3)]).toEqual([2, 2, 0]);
  expect([lineAfter('first', 2, 3), lineAfter('last', 0, 3), lineAfter('next', -1, 0)]).toEqual([0, 2, -1]);
});
