import { fold, stemOf, wordsOf, type Token } from './fold.ts';
import {
  isFiller,
  isKnown,
  isStopword,
  isSurface,
  longestPhrase,
  phraseConcepts,
  startsPhrase,
} from './lookup.ts';
import { raise, readWord, worth, type Reading } from './reading.ts';
import { particles } from './words.ts';

/** A word or phrase of a text with what it means; `word` is as it was typed. */
export type Item = { word: string; folded: string; reading: Reading };

const farthestParticle = 6;
const insidePhrase = 0.6;
const verbSubjects: ReadonlySet<string> = new Set(['ik', 'je', 'jij']);

/**
 * The words of a text that carry meaning, in order: stopwords left out, phrases of the lexicon ("twee
 * kanten") and words typed apart ("mail handtekening", "wacht woord") as one item, verbs that came apart put
 * together ("druk het blad af"). A text of stopwords alone gives those, faintly, so that nothing is beyond
 * finding.
 */
export function itemsOf(text: string, ownWords?: ReadonlySet<string>): Item[] {
  const tokens = wordsOf(text, isSurface);
  const items: Item[] = [];
  for (let index = 0; index < tokens.length;) {
    const span = phraseAt(tokens, index) ?? pairAt(tokens, index);
    if (span) items.push(span.item);
    else addSingle(items, tokens, { index, ownWords });
    index += span?.length ?? 1;
  }
  if (items.length > 0) return items;
  return tokens.map(({ typed, folded }) => {
    return {
      word: typed,
      folded,
      reading: { stem: folded, terms: new Map([[folded, worth.faint]]), known: true },
    };
  });
}

/** An item that takes more than one token. */
type Span = { item: Item; length: number };
type Place = { index: number; ownWords?: ReadonlySet<string> };

function addSingle(items: Item[], tokens: readonly Token[], { index, ownWords }: Place): void {
  const token = tokens[index];
  if (!token || !isMeaningful(token, tokens[index - 1], tokens[index + 1])) return;
  const reading = readWord(token.folded, ownWords);
  for (const verb of verbsWithParticle(tokens, index)) {
    for (const [term, weight] of readWord(verb).terms) raise(reading.terms, term, weight);
    reading.known = true;
  }
  items.push({ word: token.typed, folded: token.folded, reading });
}

function isMeaningful({ folded }: Token, before?: Token, after?: Token): boolean {
  // "ik word", "word ik", "word je" is the verb; every other "word" is the program.
  if (folded === 'word' && (before?.folded === 'ik' || verbSubjects.has(after?.folded ?? ''))) return false;
  return folded.length > 1 && !isStopword(folded);
}

/** The longest phrase that begins here, fillers between its words overlooked. */
function phraseAt(tokens: readonly Token[], start: number): Span | null {
  const first = tokens[start];
  if (!first || isFiller(first.folded) || !startsPhrase(stemOf(first.folded))) return null;
  const stems = [stemOf(first.folded)];
  let found: Span | null = null;
  for (let end = start + 1; end < tokens.length && stems.length < longestPhrase; end += 1) {
    const token = tokens[end];
    if (!token) break;
    if (isFiller(token.folded)) continue;
    stems.push(stemOf(token.folded));
    const meant = phraseConcepts(stems.join(' '));
    if (meant.size > 0)
      found = { item: spanItem(tokens.slice(start, end + 1), meant), length: end + 1 - start };
  }
  return found;
}

function spanItem(span: readonly Token[], meant: ReadonlySet<string>): Item {
  const terms = new Map<string, number>();
  for (const concept of meant) raise(terms, concept, worth.stem);
  for (const [position, token] of span.entries()) {
    if (!isMeaningful(token, span[position - 1])) continue;
    for (const [term, weight] of readWord(token.folded).terms) raise(terms, term, weight * insidePhrase);
  }
  const word = span.map(({ typed }) => typed).join(' ');
  const folded = fold(word);
  return { word, folded, reading: { stem: folded, terms, known: true } };
}

/** Two words that are one in the lexicon: "wacht woord", "wi fi". */
function pairAt(tokens: readonly Token[], start: number): Span | null {
  const [one, two] = [tokens[start], tokens[start + 1]];
  if (!one || !two) return null;
  const joined = one.folded + two.folded;
  if (!isSurface(joined) || isStopword(joined)) return null;
  return {
    item: { word: `${one.typed} ${two.typed}`, folded: joined, reading: readWord(joined) },
    length: 2,
  };
}

/** "log … in" -> inlog, "in te loggen" -> inloggen: only what the lexicon knows. */
function verbsWithParticle(tokens: readonly Token[], index: number): string[] {
  const verb = tokens[index]?.folded ?? '';
  const verbs: string[] = [];
  const infinitive = tokens[index - 1]?.folded === 'te' ? tokens[index - 2]?.folded : undefined;
  const after = tokens.slice(index + 1, index + 1 + farthestParticle).map(({ folded }) => folded);
  for (const particle of [infinitive, ...after]) {
    if (particle === undefined || !particles.has(particle)) continue;
    const joined = particle + verb;
    if (isKnown(joined)) verbs.push(joined);
    else if (verb.endsWith('t') && isKnown(joined.slice(0, -1))) verbs.push(joined.slice(0, -1));
  }
  return verbs;
}
