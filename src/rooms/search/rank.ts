import type { QueryTerm } from './terms.ts';

/** One posting that a query term met; `weight` as `documentTerms` gave it. */
export type Hit = { documentId: string; term: string; weight: number };

/** `words`: the words of the query, as typed and in their order, that were found: why it is shown. */
export type Ranked = { documentId: string; points: number; words: string[] };

/** From what weight a query term is no guess; and from what weight the lexicon knows the word. */
const strongTerm = 0.5;
const knownTerm = 0.8;
const strongHit = 0.6;
const sameTermAgain = 0.25;
const coverageShare = 0.7;
const leastAlone = 0.15;
const leastOfBest = 0.33;
const leastCoverage = { withTitleWord: 0.2, withBodyWord: 0.45 };

type Match = { term: QueryTerm; weight: number; points: number };
type Matches = ReadonlyMap<string, Match>;

/**
 * The documents that look like the query, best first, at most `limit`. Of each query word only its best
 * variant counts; a posting that two words met counts once in full; what covers more of the query gets more.
 * Points compare documents within one answer only. How rare a term is, is counted in the hits, unless
 * `withRarity` said so.
 *
 * A query of several words shows nothing on a guess (typing error, first letters, related or everyday word)
 * alone: see `isAlike`.
 */
export function rankHits(query: readonly QueryTerm[], hits: readonly Hit[], limit: number): Ranked[] {
  const importance = importanceOf(query);
  const ranked: Ranked[] = [];
  for (const [documentId, met] of matchesByDocument(query, hits)) {
    const matches = withoutEchoes(met);
    if (!isAlike(matches, importance)) continue;
    const words = [...importance.keys()].filter((word) => matches.has(word));
    ranked.push({ documentId, points: pointsOf(matches, importance), words });
  }
  ranked.sort((one, other) => other.points - one.points || (one.documentId < other.documentId ? -1 : 1));
  return ranked.slice(0, Math.max(0, limit));
}

/**
 * Without what has far fewer points than the best: next to a document that fits, one that has a single word of many in
 * common only distracts. For suggestions, where three places are few; `ranked` holds the best first.
 */
export const closeToBest = (ranked: readonly Ranked[]): Ranked[] =>
  ranked.filter(({ points }) => points >= (ranked[0]?.points ?? 0) * leastOfBest);

/**
 * The query with each term's rarity from counts of one's own, for callers that do not hand `rankHits` every
 * hit. Terms that `holding` does not name count as being in one document. Rarity moves points, not the
 * threshold.
 */
export function withRarity(query: readonly QueryTerm[], holding: ReadonlyMap<string, number>): QueryTerm[] {
  return query.map((term) => ({ ...term, rarity: rarityOf(holding.get(term.term) ?? 1) }));
}

/**
 * What is left of a term that many documents hold: 1 for one document, 0.67 for ten, 0.5 for a hundred. An
 * inverse document frequency (Spärck Jones, 1972) that needs no total, and falls slowly so that it suits few
 * documents too.
 */
const rarityOf = (documents: number): number => 1 / (1 + 0.5 * Math.log10(Math.max(1, documents)));

/** Per word of the query how much it can matter: its surest term. In the order of the query. */
function importanceOf(query: readonly QueryTerm[]): Map<string, number> {
  const importance = new Map<string, number>();
  for (const { word, weight } of query) importance.set(word, Math.max(weight, importance.get(word) ?? 0));
  return importance;
}

function matchesByDocument(
  query: readonly QueryTerm[],
  hits: readonly Hit[],
): Map<string, Map<string, Match>> {
  const byTerm = Map.groupBy(query, ({ term }) => term);
  const held = new Map<string, number>();
  for (const { term } of hits) held.set(term, (held.get(term) ?? 0) + 1);
  const documents = new Map<string, Map<string, Match>>();
  for (const hit of hits) {
    for (const term of byTerm.get(hit.term) ?? []) {
      const matches = documents.get(hit.documentId) ?? new Map<string, Match>();
      documents.set(hit.documentId, matches);
      const points = term.weight * (term.rarity ?? rarityOf(held.get(hit.term) ?? 1)) * hit.weight;
      if (points > (matches.get(term.word)?.points ?? 0))
        matches.set(term.word, { term, weight: hit.weight, points });
    }
  }
  return documents;
}

/**
 * "Mail in Outlook" meets one word "mail" twice: the second time for full points would reward wordy queries.
 * A sure word keeps a share; a guess that only echoes another word is left out, also from the why.
 */
function withoutEchoes(matches: Matches): Matches {
  const used = new Set<string>();
  const kept = new Map<string, Match>();
  for (const [word, match] of [...matches].sort(([, one], [, other]) => other.points - one.points)) {
    const isEcho = used.has(match.term.term);
    used.add(match.term.term);
    if (!isEcho) kept.set(word, match);
    else if (isSure(match.term)) kept.set(word, { ...match, points: match.points * sameTermAgain });
  }
  return kept;
}

function pointsOf(matches: Matches, importance: ReadonlyMap<string, number>): number {
  let points = 0;
  for (const match of matches.values()) points += match.points;
  const whole = points * (1 - coverageShare + coverageShare * coverageOf(matches, importance));
  return Math.round(whole * 1000) / 1000;
}

/** How much of the query is there, from 0 to 1; a guessed word covers as far as the guess goes. */
function coverageOf(matches: Matches, importance: ReadonlyMap<string, number>): number {
  let total = 0;
  let covered = 0;
  for (const [word, weight] of importance) {
    total += weight;
    covered += matches.get(word)?.term.weight ?? 0;
  }
  return total === 0 ? 0 : covered / total;
}

/**
 * The threshold. A query of one word takes any match that is worth something. Else: two words for sure, or
 * one for sure in the title, or one that the lexicon knows and that is about half of the query, or every word
 * there, be it everyday words.
 */
function isAlike(matches: Matches, importance: ReadonlyMap<string, number>): boolean {
  const met = [...matches.values()];
  const [onlyWord = 1, ...others] = importance.values();
  if (others.length === 0)
    return met.some(({ term, weight }) => term.weight * weight >= leastAlone * onlyWord ** 2);
  const sure = met.filter(({ term }) => isSure(term));
  const coverage = coverageOf(matches, importance);
  if (sure.length >= 2) return true;
  if (sure.some(({ weight }) => weight >= strongHit)) return coverage >= leastCoverage.withTitleWord;
  if (sure.some(({ term }) => term.weight >= knownTerm)) return coverage >= leastCoverage.withBodyWord;
  return matches.size === importance.size;
}

const isSure = ({ term, weight }: QueryTerm): boolean => weight >= strongTerm && !/^[~^]/.test(term);
