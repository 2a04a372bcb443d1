import { Invalid } from '#platform/errors.ts';
import { m } from '#messages';
import { fillIn, placeNames, plainParagraphs, typedPlaces } from './document.ts';
import { longestText } from './forms.ts';
import { isFilledOnce, type WrittenStep } from './steps.ts';

/** `around`: the words that it stands among, which say what is meant. */
export type PlaceToFill = { name: string; around: string };

/** So many are asked at a time; what is left is asked next. */
const mostPlaces = 50;

/** The places of a text that somebody can fill in once for all; the day on which a call closes comes by itself. */
export const placesToFill = (step: WrittenStep, filled: string): PlaceToFill[] =>
  isFilledOnce(step)
    ? placeNames(filled)
        .filter((name) => name.toLowerCase() !== m.startpath_place_closes())
        .slice(0, mostPlaces)
        .map((name) => ({ name, around: wordsAround(filled, name) }))
    : [];

const lettersAround = 40;

function wordsAround(text: string, name: string): string {
  const place = `[${name}]`;
  const line = text.split('\n').find((one) => one.includes(place)) ?? place;
  const plain = (plainParagraphs(line)[0] ?? '').replace(/^(-|\d+\.) /, '');
  const at = plain.indexOf(place);
  const [before, after] = [plain.slice(0, at), plain.slice(at + place.length)];
  const from =
    before.length > lettersAround ? `… ${before.slice(-lettersAround).replace(/^\S*\s/, '')}` : before;
  const until =
    after.length > lettersAround ? `${after.slice(0, lettersAround).replace(/\s\S*$/, '')} …` : after;
  return `${from}${place}${until}`;
}

/** A text with what was typed in its places. Throws Invalid when it gets too long by that. */
export function withPlaces(body: string, names: readonly string[], typed: readonly string[]): string {
  const filled = fillIn(body, typedPlaces(names, typed));
  if (filled.length > longestText) throw new Invalid({ body: 'startpath_text_long' });
  return filled;
}
