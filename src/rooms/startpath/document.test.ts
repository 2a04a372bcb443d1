import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Invalid } from '#platform/errors.ts';
import {
  blocksOf,
  fillIn,
  openPlaces,
  placeNames,
  plainParagraphs,
  titleOf,
  withoutOpen,
} from './document.ts';
import { placesToFill, withPlaces } from './filling.ts';
import { textForm } from './forms.ts';
import { writtenSteps } from './steps.ts';

const folder = new URL('../../../messages/documents/', import.meta.url);
const textOf = (step: string) => readFileSync(new URL(`${step}.md`, folder), 'utf8');
const plain = (text: string, open = false) => ({ text, strong: false, open });

test('reads titles, headings, lists, tables and paragraphs', () => {
  expect(
    blocksOf(
      '# Nota\n| Aan | het **MT** van [naam] |\n| Van | ik |\n\nEen\nregel.\n- a\n- b\n\n- c\n1. d\n2) e\n## Kop',
    ),
  ).toEqual([
    { kind: 'title', line: [plain('Nota')] },
    {
      kind: 'table',
      rows: [
        [
          [plain('Aan')],
          [plain('het '), { text: 'MT', strong: true, open: false }, plain(' van '), plain('[naam]', true)],
        ],
        [[plain('Van')], [plain('ik')]],
      ],
    },
    { kind: 'paragraph', line: [plain('Een'), plain(' regel.')] },
    { kind: 'points', lines: [[plain('a')], [plain('b')]] },
    { kind: 'points', lines: [[plain('c')]] },
    { kind: 'numbers', lines: [[plain('d')], [plain('e')]] },
    { kind: 'heading', line: [plain('Kop')] },
  ]);
});

test('any text is a document, and nothing that was written is lost', () => {
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '#', '-', '*', '|', '[', ']', '1', '.') }),
      (text) => {
        expect(letters(plainParagraphs(text).join(''))).toBe(letters(text));
      },
    ),
  );
});

test('fills in what is known, and tells what is open', () => {
  const text = '# Van [naam bestuur]\n[..] uur\nBel [telefoon]';
  const filled = fillIn(text, { 'naam bestuur': 'Stad [x] & co', telefoon: null });
  expect(filled).toBe('# Van Stad [x] & co\n[..] uur\nBel [telefoon]');
  expect(openPlaces(text)).toBe(3);
  expect(fillIn('[constructor]', {})).toBe('[constructor]');
  expect(withoutOpen(text)).toBe('');
  expect(titleOf('Dag\n# Twee **woorden**')).toBe('Twee woorden');
  expect(titleOf('Dag')).toBeNull();
});

test('asks each open place once, and what is typed there makes no marks', () => {
  const text = '[aantal uren] uur, en nog [aantal uren] uur. Tot [sluitingsdag]. | [naam] |';
  expect(placeNames(text)).toEqual(['aantal uren', 'sluitingsdag', 'naam']);
  expect(placesToFill('call', text).map(({ name }) => name)).toEqual(['aantal uren', 'naam']);
  expect(placesToFill('decision', `- **Tijd** ${'lang '.repeat(20)}[aantal] uur\n| Van | [naam] |`)).toEqual([
    { name: 'aantal', around: `… ${'lang '.repeat(7)}[aantal] uur` },
    { name: 'naam', around: 'Van: [naam]' },
  ]);
  expect(placesToFill('agreement', text)).toEqual([]);
  const typed = withPlaces(text, ['aantal uren', 'naam'], [' 2 ', '[An] | **Peeters**']);
  expect(typed).toBe('2 uur, en nog 2 uur. Tot [sluitingsdag]. | An  Peeters |');
  expect(withPlaces(text, ['aantal uren', 'naam'], ['', 'An'])).toContain('[aantal uren] uur');
  expect(withPlaces(text, ['aantal uren', 'naam'], [' ', '|'])).toBe(text);
  expect(() => withPlaces(`${text}${'x'.repeat(20_000)}`, ['naam'], ['An'])).toThrow(Invalid);
  expect(withPlaces(text, ['Aantal uren'], ['3'])).toContain('3 uur');
});

test('asks a place once however it is written, and of very many the first ones', () => {
  expect(placeNames('[Naam] en [naam ], [NAAM]')).toEqual(['Naam']);
  expect(placesToFill('call', 'Tot [Sluitingsdag].')).toEqual([]);
  expect(withPlaces('[Naam] en [naam ]', ['Naam'], ['An'])).toBe('An en An');
  const many = Array.from({ length: 3_000 }, (_, at) => `[${at}]`).join('');
  expect(placesToFill('call', many)).toHaveLength(50);
  expect(withPlaces('(a) [.*] [$&] [toString]', ['.*', '$&', 'toString'], ['$1', '<b>', 'x'])).toBe(
    '(a) $1 <b> x',
  );
});

test('a place takes no letter that a word processor does not know, and is found by any name', () => {
  const sent = v.parse(textForm, {
    ...{ body: '[een\ttab]', edition: '0' },
    ...{ place: ['een\ttab'], typed: ['\uFFFEAn\u0001 '] },
  });
  expect(withPlaces(sent.body, sent.place, sent.typed)).toBe('An');
});

test('there is a text for each step that has one, and no other', () => {
  expect(readdirSync(folder).toSorted()).toEqual(writtenSteps.map((step) => `${step}.md`).toSorted());
});

test.each(writtenSteps)('%s: one title on top, every mark understood, the words of the house', (step) => {
  const text = textOf(step);
  const blocks = blocksOf(text);
  expect(blocks.map(({ kind }) => kind).indexOf('title')).toBe(0);
  expect(blocks.filter(({ kind }) => kind === 'title')).toHaveLength(1);
  expect(plainParagraphs(text).join('\n')).not.toMatch(/\*\*|^#|\|/m);
  expect(text).not.toMatch(/\b(mandaat|ticket|incident|gebruikers?|afdeling|behoefte|score)\b/i);
  for (const block of blocks)
    if (block.kind === 'table') expect(new Set(block.rows.map((row) => row.length)).size).toBe(1);
});
