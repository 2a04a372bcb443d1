import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseColumns } from './fields.ts';
import { readStaffList, type StaffLine } from './list.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));

function read(content: string | Uint8Array) {
  const list = readStaffList(typeof content === 'string' ? utf8(content) : content);
  if (!list.ok) throw new Error(`${list.problem} ${list.detail}`);
  return list;
}
const problemOf = (content: Uint8Array) => {
  const list = readStaffList(content);
  return list.ok ? 'none' : `${list.problem} ${list.missing.join()}`.trim();
};
const head = 'Nr;Naam;Voornaam;E-mail;Dienst;Werkgever;In dienst;Uit dienst';
const one = (cells: string, header = head) => read(`${header}\n${cells}\n`);
const line = (cells: string, header = head): StaffLine | undefined => one(cells, header).lines[0];
const trouble = (cells: string, header = head) => one(cells, header).unreadable[0];

test.each([
  ['no bytes', bytes(), 'empty'],
  ['only blanks', bytes(' \r\n\t\n'), 'empty'],
  ['only a byte order mark', bytes([0xef, 0xbb, 0xbf]), 'empty'],
  ['xlsx', bytes('PK', [3, 4, 20, 0]), 'excel'],
  ['xls', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'excel'],
  ['png', bytes([0x89], 'PNG'), 'picture'],
  ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0]), 'picture'],
  ['gif', bytes('GIF89a'), 'picture'],
  ['webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8'), 'picture'],
  ['pdf', bytes('%PDF-1.7'), 'pdf'],
  ['NUL bytes', bytes('Nr;Naam', [0, 0], ';Voornaam'), 'not_text'],
  ['UTF-16 without byte order mark', bytes([0x4e, 0, 0x72, 0]), 'not_text'],
  ['half a UTF-16 character', bytes([0xff, 0xfe, 0x4e, 0, 0x72]), 'not_text'],
  ['no separator', bytes('Beste collega, hierbij\nde lijst'), 'no_columns number,lastName,firstName,unit'],
  ['no unit', bytes('Nr;Naam;Voornaam\n1;A;B'), 'no_columns unit'],
  ['10 MB and one', new Uint8Array(10_000_001).fill(65), 'too_large'],
])('refuses %s', (_, content, problem) => expect(problemOf(content)).toBe(problem));

test.each([
  ['utf-8', bytes('Nr;Naam;Voornaam;Dienst\n1;Öztürk;Zoë;Financiën')],
  ['utf-8', bytes([0xef, 0xbb, 0xbf], 'Nr;Naam;Voornaam;Dienst\n1;Öztürk;Zoë;Financiën')],
  ['windows-1252', Uint8Array.from(Buffer.from('Nr;Naam;Voornaam;Dienst\n1;Öztürk;Zoë;Financiën', 'latin1'))],
  [
    'utf-16le',
    Uint8Array.from(Buffer.from('\ufeffNr;Naam;Voornaam;Dienst\n1;Öztürk;Zoë;Financiën', 'utf16le')),
  ],
  [
    'utf-16be',
    Uint8Array.from(Buffer.from('\ufeffNr;Naam;Voornaam;Dienst\n1;Öztürk;Zoë;Financiën', 'utf16le').swap16()),
  ],
])('reads %s', (encoding, content) => {
  const list = read(content);
  expect(list.encoding).toBe(encoding);
  expect(list.lines[0]).toMatchObject({
    number: '1',
    lastName: 'Öztürk',
    firstName: 'Zoë',
    unit: 'Financiën',
  });
});

test('Windows-1252 has its own characters between 0x80 and 0x9f', () => {
  expect(read(bytes('Nr;Naam;Voornaam;Dienst\n1;D', [0x92], 'hondt;A', [0x9e], ';D')).lines[0]).toMatchObject(
    {
      lastName: 'D’hondt',
      firstName: 'Až',
    },
  );
});

test.each([
  [';', 'Nr;"Naam, kort";Naam;Voornaam;Dienst\n1;x;A;B;C'],
  [',', 'Nr,Naam,Voornaam,Dienst\n1,A,B,C'],
  ['\t', 'Nr\tNaam\tVoornaam\tDienst\n1\tA\tB\tC'],
  [',', 'sep=,\r\nNr,Naam,Voornaam,Dienst\r\n1,A,B,C'],
])('finds the separator %j', (separator, content) => {
  const list = read(content);
  expect(list.separator).toBe(separator);
  expect(list.lines[0]).toMatchObject({ number: '1', lastName: 'A', firstName: 'B', unit: 'C' });
  expect(list.lines[0]?.line).toBe(content.startsWith('sep') ? 3 : 2);
});

test('recognises headers whatever their case, accents and punctuation, and ignores the rest', () => {
  const headers = [
    'STAMNUMMER',
    'Naam',
    'Familienaam',
    'Vóórnaam',
    'E-mail adres',
    'Rijksregisternummer',
    'Afdeling',
  ];
  expect(recogniseColumns(headers).map(({ field }) => field)).toEqual([
    ...['number', null, 'lastName', 'firstName', 'email', null, 'unit'],
  ]);
  const fields = recogniseColumns([
    'Datum uit dienst',
    'In-dienst',
    'Entiteit',
    'Gebouw',
    'Functietitel',
    'Team',
  ]);
  expect(fields.map(({ field }) => field)).toEqual([
    ...['endsOn', 'startsOn', 'employer', 'location', 'functionTitle', 'subunit'],
  ]);
});

test('keeps nothing of a column it does not know, least of all a rijksregisternummer', () => {
  const list = read('Nr;Naam;Voornaam;Dienst;INSZ;Loon\n1;A;B;C;85.07.30-033.28;geheimloon');
  expect(JSON.stringify([list.lines, list.unreadable])).not.toMatch(/85\.07|geheimloon/);
  const used = read('Nr;Naam;Voornaam;Dienst\n85.07.30-033.28;A;B;C\n85073003329;A;B;C');
  expect(used.unreadable).toEqual([{ line: 2, reason: 'national_number', column: 'Nr' }]);
  expect(used.lines).toHaveLength(1);
});

test.each([
  ['01/02/2026', '2026-02-01'],
  ['1/2/2026', '2026-02-01'],
  ['10-1-1992', '1992-01-10'],
  ['2007-02-06', '2007-02-06'],
  ['1.2.2020', '2020-02-01'],
  ['29/02/2024', '2024-02-29'],
  ['2007-02-06 00:00:00', '2007-02-06'],
  ['', null],
])('reads the date %s', (spelling, day) => expect(line(`1;A;B;;C;;${spelling};`)?.startsOn).toBe(day));

test.each([
  '31/02/2019',
  '29/02/2023',
  '13/13/2020',
  '1/2/26',
  '00/00/0000',
  '45000',
  'gisteren',
  '31/12/9999',
])('does not read the date %s', (value) => {
  expect(trouble(`1;A;B;;C;;${value};`)).toMatchObject({
    line: 2,
    reason: 'bad_date',
    column: 'In dienst',
    value,
  });
});

test('an end date that means "no end" is no end', () => {
  expect(line('1;A;B;;C;;01/01/2020;31/12/9999')?.endsOn).toBeNull();
});

test.each([
  ['1;A;B', { reason: 'too_few_columns' }],
  ['1;A;B;;C;;;;x', { reason: 'too_many_columns' }],
  [' ;A;B;;C;;;', { reason: 'no_number', column: 'Nr' }],
  ['1; ;B;;C;;;', { reason: 'no_name', column: 'Naam' }],
  ['1;A;;;C;;;', { reason: 'no_name', column: 'Voornaam' }],
  ['1;A;B;;;;;', { reason: 'no_unit', column: 'Dienst' }],
  [`1;A;B;;${'C'.repeat(201)};;;`, { reason: 'too_long', column: 'Dienst' }],
  [
    '1;A;B;An@Stad.demo.INVALID;C;;;',
    { reason: 'bad_email', column: 'E-mail', value: 'An@Stad.demo.INVALID' },
  ],
  ['1;A;B;an@stad;C;;;', { reason: 'bad_email', column: 'E-mail', value: 'an@stad' }],
  ['1;A;B;an b@stad.be;C;;;', { reason: 'bad_email', column: 'E-mail', value: 'an b@stad.be' }],
  [
    '1;A;B;;C;;02/01/2020;01/01/2020',
    { reason: 'ends_before_start', column: 'Uit dienst', value: '2020-01-01' },
  ],
])('lists %s', (cells, expected) => {
  const list = one(cells);
  expect(list.lines).toEqual([]);
  const number = cells.startsWith('1;') ? { number: '1' } : {};
  expect(list.unreadable).toEqual([{ line: 2, ...expected, ...number }]);
});

test('cleans what it keeps', () => {
  expect(line('="007"; De   Smet ;Jo\u200bke\u00a0;AN.B@Stad.BE ;C;geen;;;;')).toMatchObject({
    ...{ number: '007', lastName: 'De Smet', firstName: 'Joke', email: 'an.b@stad.be', employer: '' },
  });
  expect(line('1;A;B;n.v.t.;C;;;')?.email).toBeNull();
});

test('skips lines without content and counts them', () => {
  const list = read(`\n${head}\r\n\r\n;;;;;;;\r\n1;A;B;;C;;;\r\n\u001a`);
  expect(list.lines.map((staff) => staff.line)).toEqual([5]);
  expect(list.unreadable).toEqual([]);
});

test('the demo export of an HR package is read whole', () => {
  const list = read(
    Uint8Array.from(readFileSync(new URL('../../../../demo/personeel-export.csv', import.meta.url))),
  );
  expect(list).toMatchObject({ encoding: 'windows-1252', separator: ';' });
  expect(list.columns.at(-1)).toEqual({ header: 'Uurregeling', field: null });
  expect(list.lines).toHaveLength(406);
  expect(list.unreadable).toEqual([
    { line: 52, reason: 'bad_date', column: 'In dienst', value: '31/02/2019', number: '001146' },
    { line: 122, reason: 'too_few_columns', number: '001999' },
  ]);
  expect(list.lines.filter(({ email }) => email === null)).toHaveLength(85);
  const at = (wanted: number) => list.lines.find((staff) => staff.line === wanted);
  expect(at(2)).toEqual({
    ...{ line: 2, number: '001002', lastName: 'Feys', firstName: 'Karim' },
    ...{ email: 'karim.feys@voorbeeldstad.be', unit: 'Burgerzaken', subunit: null, location: 'Stadhuis' },
    ...{ functionTitle: 'Loketmedewerker', employer: 'Stad Voorbeeld', startsOn: '2026-02-01', endsOn: null },
  });
  expect([at(8)?.startsOn, at(13)?.startsOn]).toEqual(['2007-02-06', '1992-01-10']);
  expect([at(20)?.lastName, at(62)?.unit, at(5)?.firstName]).toEqual([
    'Desmet',
    'technische dienst',
    'Aïcha',
  ]);
  expect([at(25)?.email, at(42)?.endsOn]).toEqual(['ibrahim.dhondt@voorbeeldstad.be', '2024-08-31']);
  expect([at(72)?.lastName, at(73)?.line]).toEqual(['De Vos; gez. Maes', 73]);
});
