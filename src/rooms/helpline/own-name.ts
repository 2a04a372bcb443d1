// Under cover the name stays behind when a question moves on, but the text goes along. Whether somebody wrote who they
// are in it: not to refuse it, only to ask once more.

export type Self = { firstName: string; lastName: string; email: string | null; phone: string | null };

/** Names of fewer letters are words far more often than names. */
const fewestLetters = 3;
/** Fewer digits are a year, an amount, an extension. */
const fewestDigits = 6;

/** Names that are plain Dutch words as well: only a capital that no sentence asks for makes them a name. */
const ordinary = new Set(
  `april bakker bank beer berg blauw bloem boer bos bruin bus dorp engel geel goed groen groot haan hoek iris jade jong
   juni kaas kerk klein koning kok kort lang lente linde mei meester mens merel mark molen nagel pas plas poort post
   raven ridder ring rood roos schilder smet ster sterk storm straat visser vos wil winter wit wolf zomer zon zwart`.split(
    /\s+/,
  ),
);

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A word of the text; `asName`: written with a capital that is not that of a sentence. */
type Word = { folded: string; asName: boolean };

function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => {
    const before = text.slice(end, index);
    const opens = (end === 0 && !before.trim()) || endsSentence(before);
    end = index + word.length;
    const goesOn = /^[ \t]+\p{Ll}/u.test(text.slice(end));
    return { folded: folded(word), asName: /^\p{Lu}/u.test(word) && !(opens && goesOn) };
  });
}

/** A full stop, or a new line, with nothing but blanks after it. */
function endsSentence(between: string): boolean {
  const kept = between.trimEnd();
  return /[.!?]$/.test(kept) || between.slice(kept.length).includes('\n');
}

function hasName(words: readonly Word[], name: string): boolean {
  const parts = wordsOf(name).map((part) => part.folded);
  if (parts.join('').length < fewestLetters) return false;
  return words.some((_, at) => {
    const here = words.slice(at, at + parts.length);
    const same = here.length === parts.length && here.every((word, i) => word.folded === parts[i]);
    return same && (!ordinary.has(parts.at(-1)!) || here.at(-1)!.asName);
  });
}

/** The part of a number that stays the same with and without a country: 058 31 20 11, +32 58 31 20 11. */
const significant = (phone: string): string =>
  phone
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(\+|00)32|^0/, '');

function hasPhone(text: string, phone: string): boolean {
  const own = significant(phone);
  if (own.length < fewestDigits) return false;
  const numbers = text.match(/\+?\d[\d\s./()-]*\d/g) ?? [];
  return numbers.some((number) => significant(number) === own);
}

/** Whether a text says who wrote it: first name, surname, address or telephone number, each as a word of its own. */
export function tellsWho(text: string, { firstName, lastName, email, phone }: Self): boolean {
  const words = wordsOf(text);
  return (
    hasName(words, firstName) ||
    hasName(words, lastName) ||
    (email !== null && folded(text).includes(folded(email))) ||
    (phone !== null && hasPhone(text, phone))
  );
}
