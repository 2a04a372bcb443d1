import { stemOf, wordsOf } from './fold.ts';
import { isSurface, lexiconStems, nearConcepts } from './lookup.ts';
import { itemsOf, type Item } from './passage.ts';
import { raise, readWord } from './reading.ts';
import { corrected, spellingKeys } from './spelling.ts';

/**
 * The words that documents are filed under and that queries look for. Terms of one kind never meet another's:
 * a bare word or stem; '=' a concept of the lexicon; '~' a spelling key; '^' the first letters of a title
 * word. No term holds whitespace; all are at most 64 characters.
 *
 * Known words need no spelling keys: a misspelt query is mended against the lexicon before it looks
 * (`corrected`). So only words that the lexicon does not have are filed under '~'. Related concepts are added
 * to the query alone.
 */
export type Text = { title: string; body: string };

/** `word` is the word of the query, as typed, that the term came from: the "why". Weights run from 0 to 1. */
export type QueryTerm = { term: string; weight: number; word: string; rarity?: number };

const lineLimit = 2_000;
const bodyLimit = 20_000;
const mostTerms = 120;
const mostWords = 24;
const mostMisspeltInBody = 10;
const inBody = { first: 0.35, each: 0.06, most: 0.5 };
const filed = { prefix: 0.5, titleSpelling: 0.45, bodySpelling: 0.15 };
const asked = {
  unknown: 0.75,
  near: 0.45,
  correction: 0.8,
  shortCorrection: 0.45,
  spelling: 0.4,
  prefix: 0.45,
  longPrefix: 0.35,
  completion: 0.45,
};
const prefixLetters = { shortest: 3, longest: 6 };
const surestCorrection = 6;

/**
 * What a document is filed under. The title weighs up to 1, the body up to 0.5 (a word that returns weighs
 * more). Titles beyond 2,000 characters and bodies beyond 20,000 are filed for what stands before that.
 */
export function documentTerms(text: Text): Map<string, number> {
  const terms = new Map<string, number>();
  const title = text.title.slice(0, lineLimit);
  const ownWords = stemsOf(`${title} ${text.body.slice(0, bodyLimit)}`);
  for (const item of itemsOf(title, ownWords)) fileTitleItem(terms, item);
  fileBody(terms, text.body.slice(0, bodyLimit), ownWords);
  for (const [term, weight] of terms) terms.set(term, Math.round(weight * 100) / 100);
  return terms;
}

/** Stems that compounds of the same text may be made of. */
function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text, isSurface).map(({ folded }) => stemOf(folded)));
}

function fileTitleItem(terms: Map<string, number>, { folded, reading }: Item): void {
  for (const [term, weight] of reading.terms) raise(terms, term, weight);
  for (
    let length = prefixLetters.shortest;
    length <= Math.min(prefixLetters.longest, folded.length);
    length += 1
  ) {
    raise(terms, `^${folded.slice(0, length)}`, filed.prefix);
  }
  if (reading.known) return;
  for (const key of spellingKeys(reading.stem)) raise(terms, key, filed.titleSpelling);
}

function fileBody(terms: Map<string, number>, text: string, ownWords: ReadonlySet<string>): void {
  const times = new Map<string, { item: Item; count: number }>();
  for (const item of itemsOf(text, ownWords)) {
    const seen = times.get(item.folded);
    if (seen) seen.count += 1;
    else times.set(item.folded, { item, count: 1 });
  }
  let misspelt = 0;
  for (const { item, count } of times.values()) {
    const scale = Math.min(inBody.most, inBody.first + inBody.each * (count - 1));
    for (const [term, weight] of item.reading.terms) raise(terms, term, weight * scale);
    if (item.reading.known || misspelt >= mostMisspeltInBody) continue;
    misspelt += 1;
    for (const key of spellingKeys(item.reading.stem)) raise(terms, key, filed.bodySpelling);
  }
}

/**
 * What a query looks for, at most 120 terms, the surest first. A term can be there twice, for two words: ask
 * the postings for each once. When the text ends in a letter its last word counts as still being typed.
 */
export function queryTerms(text: string): QueryTerm[] {
  const query = text.slice(0, lineLimit);
  const items = tellingItems(itemsOf(query));
  const last = items.at(-1);
  const typing = last && /[\p{L}\p{N}]$/u.test(query) && query.endsWith(last.word) ? last : null;
  const sure = items.flatMap((item) => asTerms(item, sureTerms(item)));
  const started = typing ? asTerms(typing, startedTerms(typing)) : [];
  const askedAlready = new Set(sure.map(({ term }) => term));
  const related = items.flatMap((item) => asTerms(item, relatedTerms(item, askedAlready)));
  const misspelt = items.flatMap((item) => asTerms(item, spellingTerms(item)));
  return onceEach([...sure, ...started, ...related, ...misspelt]).slice(0, mostTerms);
}

const asTerms = ({ word }: Item, terms: ReadonlyMap<string, number>): QueryTerm[] =>
  [...terms].map(([term, weight]) => ({ term, weight, word }));

/** A term once for a word, with the weight it came with first: the surest. */
function onceEach(terms: readonly QueryTerm[]): QueryTerm[] {
  const distinct = new Map<string, QueryTerm>();
  for (const term of terms) {
    const key = `${term.term} ${term.word}`;
    if (!distinct.has(key)) distinct.set(key, term);
  }
  return [...distinct.values()];
}

/**
 * Each word once; of a long story the words that tell most: those of the lexicon, then others, the faint
 * last.
 */
function tellingItems(items: readonly Item[]): Item[] {
  const distinct = new Map<string, Item>();
  for (const item of items) if (!distinct.has(item.reading.stem)) distinct.set(item.reading.stem, item);
  const telling = [...distinct.values()].sort((one, other) => tells(other) - tells(one)).slice(0, mostWords);
  return [...distinct.values()].filter((item) => telling.includes(item));
}

function tells({ reading }: Item): number {
  const weight = Math.max(0, ...reading.terms.values());
  return weight + (reading.known ? 0.5 : 0);
}

/** The word itself, its stem, concepts and parts; a mended word when it is misspelt. */
function sureTerms({ folded, reading }: Item): Map<string, number> {
  if (reading.known) return reading.terms;
  const terms = new Map<string, number>();
  for (const [term, weight] of reading.terms) raise(terms, term, weight * asked.unknown);
  const mended = corrected(folded);
  if (mended === null) return terms;
  // Five letters have many neighbours that are words of their own ("kaart", "kaars"): that alone proves nothing.
  const weight = folded.length >= surestCorrection ? asked.correction : asked.shortCorrection;
  for (const [term, sureness] of readWord(mended).terms) raise(terms, term, sureness * weight);
  return terms;
}

/**
 * Related concepts, but none that another word of the query asks for itself: "vakantie" need not bring in
 * "mail".
 */
function relatedTerms({ reading }: Item, askedAlready: ReadonlySet<string>): Map<string, number> {
  const terms = new Map<string, number>();
  for (const [concept, weight] of reading.terms) {
    for (const related of nearConcepts(concept)) {
      if (!askedAlready.has(related)) raise(terms, related, weight * asked.near);
    }
  }
  return terms;
}

/** The first letters of a word that is still being typed, and what the lexicon has that begins with it. */
function startedTerms({ folded, reading }: Item): Map<string, number> {
  const terms = new Map<string, number>();
  if (folded.length < prefixLetters.shortest) return terms;
  const weight = folded.length > prefixLetters.longest ? asked.longPrefix : asked.prefix;
  raise(terms, `^${folded.slice(0, prefixLetters.longest)}`, weight);
  if (reading.known || folded.length === prefixLetters.shortest) return terms;
  for (const surface of lexiconStems().values()) {
    if (!surface.startsWith(folded)) continue;
    for (const [term, sureness] of readWord(surface).terms) raise(terms, term, sureness * asked.completion);
  }
  return terms;
}

function spellingTerms({ reading }: Item): Map<string, number> {
  const keys = reading.known ? [] : spellingKeys(reading.stem);
  return new Map(keys.map((key) => [key, asked.spelling]));
}
