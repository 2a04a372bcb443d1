import { stemOf } from './fold.ts';
import { isSurface, lexiconStems } from './lookup.ts';

/**
 * Typing and spelling mistakes, found with equality alone (the idea of SymSpell, W. Garbe, 2012: two words
 * one letter apart meet when each may lose one letter). The first letter must be right; people seldom miss it
 * and it keeps the postings few.
 */
const shortestMisspelt = 5;
const longestMisspelt = 18;
const shortestMendedPart = 8;
const keySign = '~';

/** How a word sounds: letters that Dutch writers mix up become one, doubled letters single. */
export function soundOf(folded: string): string {
  return folded
    .replace(/ij|ei|y/g, 'i')
    .replace(/ou|au|auw|ouw/g, 'u')
    .replace(/ch/g, 'g')
    .replace(/dt|th/g, 't')
    .replace(/d$/, 't')
    .replace(/ph|v/g, 'f')
    .replace(/ck|qu|q|c/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1');
}

function shortened(sound: string): string[] {
  const keys = new Set([sound]);
  for (let index = 1; index < sound.length; index += 1)
    keys.add(sound.slice(0, index) + sound.slice(index + 1));
  return [...keys];
}

const canBeMisspelt = (stem: string): boolean =>
  stem.length >= shortestMisspelt && stem.length <= longestMisspelt && !/^\p{N}/u.test(stem);

/**
 * The spelling keys ('~…') of a stem: its sound, and its sound with one letter less. None for a short stem.
 */
export function spellingKeys(stem: string): string[] {
  return canBeMisspelt(stem) ? shortened(soundOf(stem)).map((key) => keySign + key) : [];
}

let lexiconByKey: Map<string, string[]> | null = null;

/** By letters as well as by sound: in "wahctwoord" the letters are nearer, in "wagtwoort" the sound. */
const keysOf = (word: string): Set<string> =>
  new Set(canBeMisspelt(word) ? [...shortened(word), ...shortened(soundOf(word))] : []);

/** Made at the first misspelt word: the lexicon under such keys; the same in every process. */
function keyedLexicon(): Map<string, string[]> {
  if (lexiconByKey) return lexiconByKey;
  lexiconByKey = new Map();
  for (const surface of lexiconStems().values()) {
    for (const key of keysOf(surface)) {
      const words = lexiconByKey.get(key);
      if (words) words.push(surface);
      else lexiconByKey.set(key, [surface]);
    }
  }
  return lexiconByKey;
}

/**
 * The word of the lexicon that a misspelt word most likely is: at most one letter wrong, missing, extra or
 * two swapped, in writing or in sound. A compound with one long misspelt part is mended too. Null when
 * nothing is near.
 */
export function corrected(folded: string): string | null {
  return nearestWord(folded) ?? nearestWord(stemOf(folded)) ?? correctedCompound(folded);
}

function nearestWord(folded: string): string | null {
  const sound = soundOf(folded);
  let best: string | null = null;
  let bestDistance = 2;
  for (const key of keysOf(folded)) {
    for (const word of keyedLexicon().get(key) ?? []) {
      const distance = Math.min(lettersApart(folded, word), lettersApart(sound, soundOf(word)));
      if (distance < bestDistance) [best, bestDistance] = [word, distance];
    }
  }
  return best;
}

function correctedCompound(folded: string): string | null {
  for (let cut = 3; cut <= folded.length - 3; cut += 1) {
    const [start, end] = [folded.slice(0, cut), folded.slice(cut)];
    const mendedEnd = end.length >= shortestMendedPart && isSurface(start) ? nearestWord(end) : null;
    if (mendedEnd) return start + mendedEnd;
    const mendedStart = start.length >= shortestMendedPart && isSurface(end) ? nearestWord(start) : null;
    if (mendedStart) return mendedStart + end;
  }
  return null;
}

/** 0, 1, or 2 for two and more: letters missing, extra, wrong, or swapped with their neighbour. */
export function lettersApart(one: string, other: string): 0 | 1 | 2 {
  if (one === other) return 0;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return 1;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2) ? 1 : 2;
}
