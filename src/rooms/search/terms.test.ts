import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankHits } from './rank.ts';
import { documentTerms, queryTerms } from './terms.ts';

const termsOf = (title: string, body = ''): Map<string, number> => documentTerms({ title, body });
const asked = (text: string): string[] => queryTerms(text).map(({ term }) => term);

describe('filing', () => {
  test('the title weighs more than the body, a word that returns more than one that does not', () => {
    const terms = termsOf('Agenda', 'De printer. Nog een printer en een beamer.');
    expect(terms.get('agenda')).toBe(1);
    expect(terms.get('printer')).toBeGreaterThan(terms.get('beamer') ?? 1);
    expect(terms.get('printer')).toBeLessThanOrEqual(0.5);
  });

  test.each([
    ['Mijn paswoord', '=wachtwoord'],
    ['Een e-mail', '=mail'],
    ['Het mobieltje', '=gsm'],
    ['Afdrukken', '=printen'],
    ['Druk het blad af', '=printen'],
    ['Hier in te loggen', '=aanmelden'],
    ['De Wi-Fi', '=wifi'],
    ['Printen op beide kanten', '=dubbelzijdig'],
    ['Mailhandtekeningen', '=handtekening'],
    ['Gedeeld', '=delen'],
    ["Alle agenda's", '=agenda'],
    ['Bestandje', '=bestand'],
    ['Een fotootje', '=foto'],
    ['Mapjes', '=map'],
    ['Gedelete', '=verwijderen'],
    ['Ingelogd', '=aanmelden'],
  ])('"%s" is filed under %s', (title, term) => {
    expect([...termsOf(title).keys()]).toContain(term);
  });

  test('politeness and function words are not filed', () => {
    expect([...termsOf('Hallo, hoe kan ik mijn scanner niet, dank, aub').keys()].sort()).toEqual(
      [...termsOf('scanner').keys()].sort(),
    );
  });

  test('title words are filed under their first three to six letters, body words are not', () => {
    const prefixes = [...termsOf('Handtekening', 'paswoord').keys()].filter((term) => term.startsWith('^'));
    expect(prefixes).toEqual(['^han', '^hand', '^handt', '^handte']);
  });

  test('only words that the lexicon does not have get spelling keys', () => {
    expect([...termsOf('Wachtwoord').keys()].some((term) => term.startsWith('~'))).toBe(false);
    expect([...termsOf('Topdesk').keys()].filter((term) => term.startsWith('~')).length).toBeGreaterThan(5);
  });

  test('a text of stopwords alone is still found', () => {
    expect(termsOf('Hoe kan ik').size).toBeGreaterThan(0);
    expect(termsOf('!? …').size).toBe(0);
  });
});

describe('asking', () => {
  test('keeps the word as it was typed', () => {
    expect(new Set(queryTerms('Mijn Paswoord vergeten. ').map(({ word }) => word))).toEqual(
      new Set(['Paswoord', 'vergeten']),
    );
  });

  test('mends a misspelling and adds its keys', () => {
    expect(asked('handteekening ')).toContain('=handtekening');
    expect(asked('topdsek ').some((term) => term.startsWith('~'))).toBe(true);
  });

  test('the last word counts as still being typed, until a space or a mark follows', () => {
    expect(asked('mail wacht')).toContain('^wacht');
    expect(asked('mail wacht')).toContain('=wachtwoord');
    expect(asked('mail wacht ').some((term) => term.startsWith('^'))).toBe(false);
    expect(asked('mail wacht?').some((term) => term.startsWith('^'))).toBe(false);
  });

  test('the head of a compound counts, and what stands before it when the head says little', () => {
    const weightOf = (text: string, term: string) =>
      queryTerms(text).find((one) => one.term === term)?.weight ?? 0;
    expect(weightOf('mailhandtekening ', '=handtekening')).toBeGreaterThan(0.5);
    expect(weightOf('mailhandtekening ', '=mail')).toBeLessThan(0.5);
    expect(weightOf('printerinstellingen ', '=printen')).toBeGreaterThan(0.5);
  });

  test('"ik word" is a verb', () => {
    expect(asked('ik word gek ')).not.toContain('=word');
    expect(asked('hoe word ik lid ')).not.toContain('=word');
    expect(asked('lettertype in word ')).toContain('=word');
  });

  test('a long story stays within 120 terms', () => {
    const story = Array.from(
      { length: 300 },
      (_, index) => `verhaalwoord${String.fromCharCode(97 + (index % 26))}`,
    );
    expect(
      queryTerms(`${story.join(' ')} ${'printerinstellingen agenda mail '.repeat(30)}`).length,
    ).toBeLessThanOrEqual(120);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom('mail', 'Outlook', "foto's", 'e-mail', 'hoe', 'nieuw', 'xyzzyq', 'ﷺ', '\0', '12', '\n'),
    )
    .map((words) => words.join(' ')),
);

describe('whatever is typed', () => {
  test('terms are well-formed, without whitespace, at most 64 characters, with a weight up to 1', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, body) => {
        const terms = [
          ...documentTerms({ title, body }),
          ...queryTerms(title).map((one) => [one.term, one.weight] as const),
        ];
        for (const [term, weight] of terms) {
          expect(term).toMatch(/^[=~^]?[^\s\0]{1,63}$/);
          expect(term.isWellFormed()).toBe(true);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
        expect(queryTerms(body).length).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('its own title finds a document', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, body) => {
        const terms = documentTerms({ title, body });
        const query = queryTerms(title);
        const hits = [...terms].map(([term, weight]) => ({ documentId: 'd', term, weight }));
        const filedForTitle = documentTerms({ title, body: '' }).size > 0;
        expect(rankHits(query, hits, 3).map(({ documentId }) => documentId)).toEqual(
          filedForTitle ? ['d'] : [],
        );
      }),
    );
  });
});
