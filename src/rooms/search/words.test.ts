import { expect, test } from 'vitest';
import { splitCompound } from './compounds.ts';
import { fold, stemOf, wordsOf } from './fold.ts';
import { concepts, near } from './lexicon.ts';
import { isFiller, isSurface } from './lookup.ts';
import { corrected, lettersApart, soundOf, spellingKeys } from './spelling.ts';
import { stopwords } from './words.ts';

test.each([
  ['Financiën', 'financien'],
  ['E-MAIL', 'email'],
  ['Œuvre', 'oeuvre'],
  ['ﷺ', 'صلىاللهعليهوسل'],
  ['\u{1D400}\u{20000}', 'a'],
  ['👍', ''],
])('%s is compared as %s', (word, folded) => {
  expect(fold(word).startsWith(folded)).toBe(true);
  expect(fold(word)).not.toMatch(/\s/);
});

test.each([
  ["agenda's en pc's", ['agenda', 'en', 'pc']],
  ['Teams-vergadering per e-mail', ['teams', 'vergadering', 'per', 'email']],
  ['bel 056 12 34 56 of mail ann.dewit@voorbeeld.be', ['bel', 'of', 'mail']],
  ['nummer 85.07.30-033.28', ['nummer']],
  ['zie https://voorbeeld.be/jan/peeters in 2026', ['zie', 'in', '2026']],
])('the words of "%s"; what names somebody is none', (text, words) => {
  expect(wordsOf(text, isSurface).map(({ folded }) => folded)).toEqual(words);
});

test.each([
  ['map', 'mappen'],
  ['brief', 'brieven'],
  ['huis', 'huizen'],
  ['toestel', 'toestellen'],
  ['vergadering', 'vergaderen'],
  ['deel', 'delen'],
  ['scan', 'scannen'],
])('%s and %s have one stem', (one, other) => {
  expect(stemOf(one)).toBe(stemOf(other));
});

test('Teams is no team, Word is no worden', () => {
  expect(stemOf('teams')).not.toBe(stemOf('team'));
  expect(stemOf('word')).toBe('word');
});

test.each([
  ['wachtwoordbeheer', ['wachtwoord'], 'beheer'],
  ['mailhandtekening', ['mail'], 'handtekening'],
  ['printerinstellingen', ['printer'], 'instellingen'],
  ['groepenlijst', ['groep'], 'lijst'],
  ['verkeersbord', ['verkeer'], 'bord'],
  ['outlookagenda', ['outlook'], 'agenda'],
  ['kerstreceptie', ['kerst'], 'receptie'],
])('%s comes apart', (compound, modifiers, head) => {
  const parts = splitCompound(compound);
  expect({ modifiers: parts?.modifiers.map(stemOf), head: parts?.head }).toEqual({
    modifiers: modifiers.map(stemOf),
    head,
  });
});

test.each(['sociaal', 'xylofoon', 'mail', ''])('"%s" does not come apart', (word) => {
  expect(splitCompound(word)).toBeNull();
});

test('the text itself lends words to its compounds', () => {
  expect(splitCompound('zwaluwkluis', new Set([stemOf('zwaluw')]))).toEqual({
    modifiers: ['zwaluw'],
    head: 'kluis',
  });
  expect(splitCompound('kluiszwaluw')).toBeNull();
  expect(splitCompound('kluiszwaluw', new Set([stemOf('zwaluw')]))?.head).toBe('zwaluw');
});

test.each([
  ['outlok', 'outlook'],
  ['handteekening', 'handtekening'],
  ['wagtwoort', 'wachtwoord'],
  ['wahctwoord', 'wachtwoord'],
  ['mailhandtekenig', 'mailhandtekening'],
  ['zebra', null],
  ['huisvuilzak', null],
])('%s is taken for %s', (typed, meant) => {
  expect(corrected(typed)).toBe(meant);
});

test.each([
  ['teams', 'teams', 0],
  ['teams', 'temas', 1],
  ['teams', 'team', 1],
  ['teams', 'teamss', 1],
  ['teams', 'tears', 1],
  ['teams', 'smaet', 2],
  ['teams', '', 2],
] as const)('%s and %s are %d letters apart', (one, other, letters) => {
  expect(lettersApart(one, other)).toBe(letters);
  expect(lettersApart(other, one)).toBe(letters);
});

test('two words one letter apart share a spelling key; short words have none', () => {
  const met = spellingKeys('topdesk').filter((key) => spellingKeys('topdsek').includes(key));
  expect(met.length).toBeGreaterThan(0);
  expect(spellingKeys('mail')).toEqual([]);
  expect(soundOf('wagtwoort')).toBe(soundOf('wachtwoord'));
});

test('the lexicon holds together', () => {
  const listed = Object.entries(concepts).flatMap(([key, members]) => [key, ...members.split(', ')]);
  for (const member of listed) {
    expect(member).toBe(member.trim());
    const words = wordsOf(member, () => true).filter(({ folded }) => !isFiller(folded));
    // A phrase that is one word without its fillers would make that word mean too much.
    if (member.includes(' ')) expect(words.length, member).toBeGreaterThan(1);
    expect(words.length, member).toBeLessThanOrEqual(4);
    if (words.length === 1) expect(stopwords.has(words[0]?.folded ?? ''), member).toBe(false);
  }
  for (const [key, others] of Object.entries(near)) {
    for (const concept of [key, ...others.split(', ')]) expect(Object.keys(concepts)).toContain(concept);
  }
});
