import { splitCompound } from './compounds.ts';
import { stemOf } from './fold.ts';
import { conceptsOf, isFaint, isKnown } from './lookup.ts';

/**
 * What one word means for filing and searching alike: terms with a weight from 0 to 1. `known` says that the
 * lexicon explains it, so that it need not be taken for a misspelling.
 */
export type Reading = { stem: string; terms: Map<string, number>; known: boolean };

/** A word as itself is worth 1; the rest follows from how sure the step is. */
export const worth = {
  stem: 0.95,
  concept: 0.85,
  base: 0.9,
  guessedBase: 0.6,
  head: 0.8,
  modifier: 0.45,
  faint: 0.3,
};

/** Keeps the highest weight of a term. */
export function raise(terms: Map<string, number>, term: string, weight: number): void {
  if (weight > (terms.get(term) ?? 0)) terms.set(term, weight);
}

/** Reads one folded word. `ownWords`: stems of the text around it, which compounds may be made of. */
export function readWord(folded: string, ownWords?: ReadonlySet<string>): Reading {
  const stem = stemOf(folded);
  const terms = new Map<string, number>();
  const scale = isFaint(folded) ? worth.faint : 1;
  raise(terms, folded, scale);
  addStem(terms, stem, scale * worth.stem);
  let known = isKnown(folded) || isFaint(folded);
  if (!known) known = addBases(terms, folded, scale);
  if (!known) known = addParts(terms, folded, ownWords);
  return { stem, terms, known };
}

function addStem(terms: Map<string, number>, stem: string, weight: number): void {
  raise(terms, stem, weight);
  for (const concept of conceptsOf(stem)) raise(terms, concept, weight * worth.concept);
}

/**
 * Other forms of the same word that the stemmer leaves apart: agendas, deelt, gedeeld, ingelogd, mapje. One
 * that the lexicon knows is as good as sure; else the guess is filed beside the word.
 */
function addBases(terms: Map<string, number>, folded: string, scale: number): boolean {
  const bases = basesOf(folded);
  const sure = bases.find(isKnown);
  if (sure !== undefined) {
    addStem(terms, stemOf(sure), scale * worth.base);
    return true;
  }
  const [guess] = bases;
  if (guess !== undefined) raise(terms, stemOf(guess), scale * worth.guessedBase);
  return false;
}

const endings: readonly RegExp[] = [
  /(?:etje|tje|pje|je|ke)s?$/,
  /jes?$/,
  /(?<=[aiouy])s$/,
  /(?<=[bcdfghklmnprsw])t$/,
];
const participle = /^(aan|in|op|af|uit|door|toe|mee|over|terug|weg|samen|bij|om|vast|)ge(.{3,}?)(d|t|en|e)$/;

function basesOf(folded: string): string[] {
  const bases: string[] = [];
  for (const ending of endings) {
    const base = folded.replace(ending, '');
    if (base !== folded && base.length >= 3) bases.push(base);
  }
  const match = participle.exec(folded);
  if (match) {
    const [, particle = '', core = '', ending = ''] = match;
    bases.push(particle + core, particle + core + ending);
  }
  // "fotootje", "agendaatje"
  const [, short, vowel] = /^(.+?)([aou])\2tjes?$/.exec(folded) ?? [];
  if (short && vowel) bases.push(short + vowel);
  return bases;
}

function addParts(terms: Map<string, number>, folded: string, ownWords?: ReadonlySet<string>): boolean {
  const parts = splitCompound(folded, ownWords);
  if (!parts) return false;
  // "printerinstellingen" is about the printer: when the head says little, the words before it carry the meaning.
  const headIsFaint = isFaint(parts.head);
  addStem(terms, stemOf(parts.head), headIsFaint ? worth.faint : worth.head);
  for (const part of parts.modifiers) addStem(terms, stemOf(part), headIsFaint ? worth.head : worth.modifier);
  return parts.modifiers.every(isKnown) && isKnown(parts.head);
}
