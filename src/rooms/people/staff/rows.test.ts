import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStaffList } from './list.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => {
  const list = readStaffList(utf8(text));
  if (!list.ok) throw new Error(`${list.problem} ${list.detail}`);
  return list;
};
const head = 'Nr;Naam;Voornaam;Dienst';

test('quotes hold separators, quotes and line breaks', () => {
  const list = read('Nr;Naam;Voornaam;Dienst\r\n1;"De Vos; ""gez."" Maes";"B\r\nC";D\r\n2;A;B;C');
  expect(list.lines).toMatchObject([
    { line: 2, lastName: 'De Vos; "gez." Maes', firstName: 'B C' },
    { line: 4, number: '2' },
  ]);
});

test('a stray quote costs its own line, never the next ones', () => {
  const list = read('Nr;Naam;Voornaam;Dienst\n1;"De Vos;B;C\n2;A;B;C\n3;"De Smet";B;C\n4;A;"B;C\n5;A;B;"C');
  expect(list.lines.map(({ number }) => number)).toEqual(['2', '3', '5']);
  expect(list.unreadable.map((one) => [one.line, one.reason])).toEqual([
    [2, 'too_few_columns'],
    [5, 'too_few_columns'],
  ]);
});

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', ';', '"', '\n', '\r', "'", '='),
  maxLength: 6,
});

test('text after a closing quote joins no lines', () => {
  expect(read(`${head}\n1;"A\nB"x;C;D\n2;"A"x;B;C`)).toMatchObject({
    lines: [{ line: 4, lastName: 'Ax' }],
    unreadable: [{ line: 2 }, { line: 3 }],
  });
});

test('whatever is written by the rules of RFC 4180 comes back, at its own line', () => {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), lineEnd, (rows, end) => {
      // Nine columns: wider than any cell here has separators.
      const lines = rows.map(
        ([last, first]) => `${['1', `L${last}`, `F${first}`, 'C'].map(quote).join(';')};;;;;`,
      );
      const list = read(['Nr;Naam;Voornaam;Dienst;a;b;c;d;e', ...lines].join(end));
      const lineBreaks = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;
      let line = 1;
      const expected = rows.map(([last, first], at) => {
        line += 1 + lineBreaks(lines[at - 1] ?? '');
        return { line, lastName: clean(`L${last}`), firstName: clean(`F${first}`) };
      });
      expect(list.lines).toMatchObject(expected);
    }),
  );
});

test('no bytes make it throw', () => {
  const parts = fc.array(fc.constantFrom('1', 'A', ';', ';', '"', '\n', '\r', '@', '\0', '31/02/2020'), {
    maxLength: 60,
  });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (content) => void readStaffList(content)));
  fc.assert(fc.property(parts, (text) => void readStaffList(utf8(`${head}\n${text.join('')}`))));
});

test('stray quotes cost the lines they stand on, and each of those is listed', () => {
  const strays = [
    '9;"A;B;C',
    '9;A;"B;C',
    '9;A;B;"C',
    '9;A";B;C',
    '9;"A";"B;C',
    '"9;A;B;C',
    '9;"A"x;B;C',
    '9;"""A;B;C',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom('plain', 'plain', ...strays), { maxLength: 30 }), (kinds) => {
      const rows = kinds.map((kind, at) => (kind === 'plain' ? `p${at};A;B;C` : kind));
      const list = read(['Nr;Naam;Voornaam;Dienst', ...rows].join('\n'));
      const named = new Set(list.lines.map(({ number }) => number));
      expect(
        rows.filter((row) => row.startsWith('p')).every((row) => named.has(row.split(';')[0] ?? '')),
      ).toBe(true);
      expect(list.lines.length + list.unreadable.length).toBe(rows.length);
    }),
  );
});

test('a file full of stray quotes is read in time that grows with its length', () => {
  const content = `Nr;Naam;Voornaam;Dienst\n${'1;"A""";"B;"";C\n'.repeat(30_000)}`;
  const list = read(content);
  expect(list.lines.length + list.unreadable.length).toBe(30_000);
});
