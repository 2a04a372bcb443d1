import { expect, test } from 'vitest';
import { closeToBest, rankHits, withRarity, type Hit } from './rank.ts';
import type { QueryTerm } from './terms.ts';

const word = (term: string, weight = 1, of = term): QueryTerm => ({ term, weight, word: of });
const hit = (documentId: string, term: string, weight = 1): Hit => ({ documentId, term, weight });
const idsOf = (query: QueryTerm[], hits: Hit[], limit = 10): string[] =>
  rankHits(query, hits, limit).map(({ documentId }) => documentId);

test('variants of one word do not add up: the best counts', () => {
  const query = [word('mail'), word('=mail', 0.85, 'mail'), word('postvak', 0.6, 'mail')];
  const [alone] = rankHits(query, [hit('a', 'mail')], 1);
  const [thrice] = rankHits(query, [hit('a', 'mail'), hit('a', '=mail'), hit('a', 'postvak')], 1);
  expect(thrice).toEqual(alone);
});

test('what covers more of the query comes first', () => {
  const query = [word('agenda'), word('delen'), word('outlook')];
  expect(idsOf(query, [hit('one', 'agenda'), hit('two', 'agenda', 0.7), hit('two', 'delen', 0.7)])).toEqual([
    'two',
    'one',
  ]);
});

test('a word that many documents hold counts less', () => {
  const query = [word('mail'), word('intrekken')];
  const many = Array.from({ length: 40 }, (_, index) => hit(`m${index}`, 'mail'));
  expect(idsOf(query, [...many, hit('rare', 'intrekken')], 1)).toEqual(['rare']);
  const counted = withRarity(query, new Map([['intrekken', 5_000]]));
  expect(idsOf(counted, [hit('a', 'mail'), hit('b', 'intrekken')])).toEqual(['a', 'b']);
});

test('close to the best is what does not fit by one weak word alone', () => {
  const query = [word('mail'), word('intrekken'), word('outlook')];
  const best = [hit('a', 'mail'), hit('a', 'intrekken'), hit('a', 'outlook')];
  const near = [hit('b', 'mail'), hit('b', 'intrekken')];
  const all = rankHits(query, [...best, ...near, hit('c', 'mail', 0.6)], 3);
  expect(all.map(({ documentId }) => documentId)).toEqual(['a', 'b', 'c']);
  expect(closeToBest(all).map(({ documentId }) => documentId)).toEqual(['a', 'b']);
  expect(closeToBest([])).toEqual([]);
});

test('the why holds the matched words in the order of the query', () => {
  const query = [word('agenda', 1, 'Agenda'), word('niets'), word('delen')];
  expect(rankHits(query, [hit('a', 'delen'), hit('a', 'agenda')], 1)[0]?.words).toEqual(['Agenda', 'delen']);
});

test('two words that meet one posting count once in full', () => {
  const query = [word('=mail', 0.85, 'mail'), word('=mail', 0.85, 'bericht')];
  const both = rankHits(query, [hit('a', '=mail')], 1)[0];
  const apart = rankHits(
    [query[0]!, word('=agenda', 0.85, 'agenda')],
    [hit('a', '=mail'), hit('a', '=agenda')],
    1,
  )[0];
  expect(both?.words).toEqual(['mail', 'bericht']);
  expect(both?.points).toBeLessThan(apart?.points ?? 0);
});

const threshold: [string, QueryTerm[], Hit[], boolean][] = [
  ['a typing error, one word', [word('~wagt', 0.4, 'wagt')], [hit('d', '~wagt', 0.45)], true],
  [
    'a typing error, two words',
    [word('~wagt', 0.4, 'wagt'), word('kerst')],
    [hit('d', '~wagt', 0.45)],
    false,
  ],
  ['first letters, one word', [word('^han', 0.45, 'han')], [hit('d', '^han', 0.5)], true],
  ['first letters, two words', [word('^han', 0.45, 'han'), word('kerst')], [hit('d', '^han', 0.5)], false],
  [
    'strong first letters are still a guess',
    [word('^han', 0.9, 'han'), word('kerst')],
    [hit('d', '^han')],
    false,
  ],
  ['an everyday word', [word('nieuw', 0.3), word('badge')], [hit('d', 'nieuw', 0.3)], false],
  [
    'every word, though everyday',
    [word('nieuw', 0.3), word('maken', 0.3)],
    [hit('d', 'nieuw', 0.3), hit('d', 'maken', 0.3)],
    true,
  ],
  ['one title word of two', [word('agenda'), word('kerst')], [hit('d', 'agenda')], true],
  [
    'one title word of six',
    ['agenda', 'b', 'c', 'd', 'e', 'f'].map((one) => word(one)),
    [hit('d', 'agenda')],
    false,
  ],
  ['one body word of three', [word('agenda'), word('b'), word('c')], [hit('d', 'agenda', 0.35)], false],
  [
    'two body words of three',
    [word('agenda'), word('b'), word('c')],
    [hit('d', 'agenda', 0.35), hit('d', 'b', 0.35)],
    true,
  ],
  ['a trace of one word', [word('mail')], [hit('d', 'mail', 0.05)], false],
];

test.each(threshold)('%s', (_, query, hits, isShown) => {
  expect(idsOf(query, hits)).toEqual(isShown ? ['d'] : []);
});

test('limit, order and emptiness', () => {
  const hits = ['b', 'a', 'c'].map((id) => hit(id, 'mail'));
  expect(idsOf([word('mail')], hits, 2)).toEqual(['a', 'b']);
  expect(idsOf([word('mail')], hits, 0)).toEqual([]);
  expect(rankHits([], hits, 3)).toEqual([]);
  expect(rankHits([word('mail')], [], 3)).toEqual([]);
  expect(idsOf([word('mail')], [hit('a', 'elders')])).toEqual([]);
});
