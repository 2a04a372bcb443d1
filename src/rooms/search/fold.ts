import { stemmer } from '@orama/stemmers/dutch';
import { exactForms } from './lexicon.ts';

/** A word as it was typed, and as it is compared: lowercase, without accents, letters and digits only. */
export type Token = { typed: string; folded: string };

const longestWord = 40;
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’‘‐‑-][\p{L}\p{N}\p{M}]+)*/gu;
const joints = /['’‘‐‑-]/u;
const longestNumber = 5;
const privatePattern = /(?:https?:\/\/|www\.)\S{1,300}|\S{1,80}@\S{1,120}|\+?(?:\d[ ./()-]{0,2}){7,24}/giu;
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};
const neverStemmed = new Set(exactForms);

/**
 * One word, lowercase and bare: at most 40 letters and digits, none outside the basic plane, so that cutting
 * never leaves half a character. An empty string when nothing is left.
 */
export function fold(word: string): string {
  return word
    .slice(0, longestWord * 4)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]|[\u{10000}-\u{10FFFF}]/gu, '')
    .slice(0, longestWord);
}

/**
 * The words of a text in order. A word with a joint ("e-mail", "Teams-vergadering", "agenda's") stays whole
 * when `isWhole` knows it, and falls apart otherwise. Mail addresses, web addresses and long numbers
 * (telephone, register) are never words: they name somebody, and a posting must not.
 */
export function wordsOf(text: string, isWhole: (folded: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (const [typed] of text.replace(privatePattern, ' ').matchAll(wordPattern)) {
    for (const part of partsOf(typed, isWhole)) {
      const folded = fold(part);
      const isLongNumber = folded.length > longestNumber && /^\p{N}+$/u.test(folded);
      if (folded !== '' && !isLongNumber)
        tokens.push({ typed: part.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/, ''), folded });
    }
  }
  return tokens;
}

function partsOf(typed: string, isWhole: (folded: string) => boolean): string[] {
  if (!joints.test(typed)) return [typed];
  const plural = typed.replace(/['’‘]s$/iu, '');
  if (!joints.test(plural)) return [plural];
  return isWhole(fold(typed)) ? [typed] : typed.split(joints);
}

/**
 * The Dutch (Snowball) stem, with the last consonant made single and hard, so that "map" and "mappen",
 * "brief" and "brieven", "huis" and "huizen" meet. Names in `exactForms` are left alone.
 */
export function stemOf(folded: string): string {
  if (neverStemmed.has(folded) || folded.length < 3) return folded;
  const known = remembered.get(folded);
  if (known !== undefined) return known;
  const stem = stemmer(folded)
    .replace(/([bcdfgklmnprstz])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(folded, stem);
  return stem;
}

/** Stemming is most of the work and office Dutch repeats itself; forgetting costs only time. */
const remembered = new Map<string, string>();
const mostRemembered = 20_000;
