import { stemOf, wordsOf } from './fold.ts';
import { concepts, near } from './lexicon.ts';
import { compoundParts, faintWords, fillers, stopwords } from './words.ts';

/**
 * The lexicon turned into maps, once, when this file is loaded. Concept terms carry '=' so that they never
 * meet a stem.
 */
const conceptsByStem = new Map<string, Set<string>>();
const conceptsByPhrase = new Map<string, Set<string>>();
const nearByConcept = new Map<string, Set<string>>();
const phraseStarts = new Set<string>();
const surfaces = new Set<string>();
const stems = new Map<string, string>();
export const longestPhrase = 4;

export const isStopword = (folded: string): boolean => stopwords.has(folded);
export const isFiller = (folded: string): boolean => fillers.has(folded);
export const isFaint = (folded: string): boolean => faintWords.has(folded);

const conceptTerm = (key: string): string => `=${key.replace(/[^a-z0-9]+/g, '-')}`;

/** Whether a word, in this or another inflection, is in the lexicon. */
export const isKnown = (folded: string): boolean => surfaces.has(folded) || stems.has(stemOf(folded));

/** Whether exactly this form is in the lexicon. */
export const isSurface = (folded: string): boolean => surfaces.has(folded);

/** Whether this is the bare stem of a word of the lexicon. */
export const isStem = (text: string): boolean => stems.has(text);

/** The concept terms that a stem stands for; empty when it stands for itself alone. */
export const conceptsOf = (stem: string): ReadonlySet<string> => conceptsByStem.get(stem) ?? none;

/** The concept terms of a phrase, given as stems joined by spaces, fillers left out. */
export const phraseConcepts = (stemmed: string): ReadonlySet<string> => conceptsByPhrase.get(stemmed) ?? none;

/** Whether any phrase begins with this stem: a cheap look before longer ones. */
export const startsPhrase = (stem: string): boolean => phraseStarts.has(stem);

export const nearConcepts = (concept: string): ReadonlySet<string> => nearByConcept.get(concept) ?? none;

/** Every stem of the lexicon with one surface form, for spelling and for completing a word being typed. */
export const lexiconStems = (): ReadonlyMap<string, string> => stems;

const none: ReadonlySet<string> = new Set();

function addTo<K>(map: Map<K, Set<string>>, key: K, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

function learn(folded: string): string {
  const stem = stemOf(folded);
  surfaces.add(folded);
  if (!stems.has(stem)) stems.set(stem, folded);
  return stem;
}

function learnMember(member: string, concept: string): void {
  const words = wordsOf(member, () => true).filter(({ folded }) => !isFiller(folded));
  const [first, ...more] = words.map(({ folded }) => folded);
  if (first === undefined) return;
  if (more.length === 0) return addTo(conceptsByStem, learn(first), concept);
  phraseStarts.add(stemOf(first));
  addTo(conceptsByPhrase, [first, ...more].map(stemOf).join(' '), concept);
}

for (const [key, members] of Object.entries(concepts)) {
  for (const member of [key, ...members.split(', ')]) learnMember(member, conceptTerm(key));
}
for (const part of compoundParts) learn(part);
for (const [key, others] of Object.entries(near)) {
  for (const other of others.split(', ')) {
    addTo(nearByConcept, conceptTerm(key), conceptTerm(other));
    addTo(nearByConcept, conceptTerm(other), conceptTerm(key));
  }
}
