import fc from 'fast-check';
import { expect, it } from 'vitest';
import { difference, type DifferenceLine } from './difference.ts';

const line = fc.constantFrom('1. Klik op Delen.', '2. Kies een naam.', '3. Klaar.', '', 'Let op');
const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'));
const without = (lines: DifferenceLine[], kind: DifferenceLine['kind']) =>
  lines
    .filter((one) => one.kind !== kind)
    .map((one) => one.text)
    .join('\n');

it('says what is gone and what came in its place', () => {
  expect(difference('een\ntwee\ndrie', 'een\n2\ndrie')).toEqual([
    { kind: 'same', text: 'een' },
    { kind: 'gone', text: 'twee' },
    { kind: 'new', text: '2' },
    { kind: 'same', text: 'drie' },
  ]);
});

it('does not see line ends of another kind', () => {
  expect(difference('een\r\ntwee', 'een\ntwee').every(({ kind }) => kind === 'same')).toBe(true);
});

it('leaves alone as many lines as it can', () => {
  const lines = difference('a\nb\nc\nd', 'x\nb\nd\ny');
  expect(lines.filter(({ kind }) => kind === 'same').map((one) => one.text)).toEqual(['b', 'd']);
});

it('holds both texts whole', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = difference(before, after);
      expect(without(lines, 'new')).toBe(before);
      expect(without(lines, 'gone')).toBe(after);
    }),
  );
});

it('says nothing changed of equal texts, and as much one way as the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(difference(before, before).every(({ kind }) => kind === 'same')).toBe(true);
      const shared = difference(before, after).filter(({ kind }) => kind === 'same').length;
      const back = difference(after, before).filter(({ kind }) => kind === 'same').length;
      expect(back).toBe(shared);
    }),
  );
});

it('is quick on the longest tip there can be', () => {
  const long = (sign: string) => Array.from({ length: 2_600 }, (_, at) => `${sign}${at % 97}`).join('\n');
  expect(difference(long('a'), long('b'))).toHaveLength(5_200);
});
