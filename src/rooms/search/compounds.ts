import { stemOf } from './fold.ts';
import { isKnown, isStem, isSurface } from './lookup.ts';

/**
 * The words inside a compound, in order. The last is the head: what the thing is; the others say which kind.
 */
export type Parts = { modifiers: string[]; head: string };

const shortestPart = 3;
const shortestInflected = 5;
const shortestUnknown = 4;
const shortestCompound = 6;
/** What Dutch puts between the parts: verkeer-s-bord, groep-en-lijst, hond-e-hok. */
const links = ['', 's', 'e', 'n', 'en'];

/**
 * Takes a compound apart into words of the lexicon and of `ownWords` (the stems of the text it stands in):
 * wachtwoordbeheer -> wachtwoord, beheer. Fewest parts win. When only the end is known, the beginning is
 * taken as it is: kerstreceptie -> kerst, receptie. Null when the word does not come apart.
 */
export function splitCompound(folded: string, ownWords: ReadonlySet<string> = none): Parts | null {
  if (folded.length < shortestCompound) return null;
  const parts = fewestParts(folded, ownWords) ?? knownEnd(folded);
  const head = parts?.at(-1);
  return parts && head !== undefined ? { modifiers: parts.slice(0, -1), head } : null;
}

const none: ReadonlySet<string> = new Set();

/**
 * A modifier stands as it is (a link may follow); only the head bears endings, and only it is stemmed: that
 * is the costly step.
 */
function isPart(text: string, ownWords: ReadonlySet<string>, isHead: boolean): boolean {
  if (isSurface(text)) return true;
  if (text.length < shortestInflected) return false;
  if (isHead) return isKnown(text) || ownWords.has(stemOf(text));
  return isStem(text) || ownWords.has(text);
}

/** Works from the end: for each place the shortest list of parts from there on. */
function fewestParts(folded: string, ownWords: ReadonlySet<string>): string[] | null {
  const from: (string[] | null)[] = Array.from({ length: folded.length + 1 }, () => null);
  from[folded.length] = [];
  for (let start = folded.length - shortestPart; start >= 0; start -= 1) {
    let best: string[] | null = null;
    for (let end = folded.length; end >= start + shortestPart; end -= 1) {
      // The whole word as its own part would not be a split.
      if (start === 0 && end === folded.length) continue;
      const rest = restAfterLink(folded, end, from);
      if (!rest || (best && rest.length + 1 >= best.length)) continue;
      const part = folded.slice(start, end);
      if (isPart(part, ownWords, end === folded.length)) best = [part, ...rest];
    }
    from[start] = best;
  }
  return from[0] ?? null;
}

function restAfterLink(folded: string, end: number, from: (string[] | null)[]): string[] | null {
  if (end === folded.length) return [];
  let best: string[] | null = null;
  for (const link of links) {
    const rest = folded.startsWith(link, end) ? from[end + link.length] : null;
    if (rest && rest.length > 0 && (!best || rest.length < best.length)) best = rest;
  }
  return best;
}

function knownEnd(folded: string): string[] | null {
  for (let start = shortestUnknown; start <= folded.length - shortestInflected; start += 1) {
    const end = folded.slice(start);
    if (isKnown(end)) return [folded.slice(0, start), end];
  }
  return null;
}
