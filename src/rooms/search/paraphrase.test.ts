import { expect, test } from 'vitest';
import { corpus } from './corpus.fixture.ts';
import { harmless, paraphrases } from './queries.fixture.ts';
import { closeToBest, rankHits, type Ranked } from './rank.ts';
import { documentTerms, queryTerms } from './terms.ts';

/** The whole way of a suggestion, with a map in place of the postings table. */
const filed = corpus.map((tip) => ({ id: tip.id, terms: documentTerms(tip) }));

function search(text: string, limit = 3): Ranked[] {
  const query = queryTerms(text);
  const wanted = new Set(query.map(({ term }) => term));
  const hits = filed.flatMap(({ id, terms }) =>
    [...terms]
      .filter(([term]) => wanted.has(term))
      .map(([term, weight]) => ({ documentId: id, term, weight })),
  );
  return closeToBest(rankHits(query, hits, limit));
}

test.each(paraphrases)('%s is found by: %s', (id, text) => {
  expect(search(text).map(({ documentId }) => documentId)).toContain(id);
});

test('four times out of five the right tip stands first', () => {
  const first = paraphrases.filter(([id, text]) => search(text)[0]?.documentId === id);
  expect(first.length / paraphrases.length).toBeGreaterThanOrEqual(0.8);
});

test.each(harmless)('nothing looks like: %s', (text) => {
  expect(search(text)).toEqual([]);
});

test.each([
  [
    'mijn handtekening staat niet onder mijn mails in outlook',
    'signature',
    ['handtekening', 'mails', 'outlook'],
  ],
  [
    'ik geraak niet meer binnen, Paswoord vergeten',
    'password',
    ['geraak niet meer binnen', 'Paswoord', 'vergeten'],
  ],
  ['dubelzijdig printen', 'duplex', ['dubelzijdig', 'printen']],
  ['MFA', 'mfa', ['MFA']],
])('says why, in the words that were typed: %s', (text, id, words) => {
  expect(search(text).find(({ documentId }) => documentId === id)?.words).toEqual(words);
});

test.each(corpus.map(({ id, title }) => [id, title] as const))(
  '%s is first for its own title',
  (id, title) => {
    expect(search(title)[0]?.documentId).toBe(id);
  },
);
