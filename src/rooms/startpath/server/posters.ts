import { m } from '#messages';
import { found } from '#platform/errors.ts';
import { onceIn } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { organisationOf, unitsOf } from '#rooms/organisations/server/index.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { fullName } from '#rooms/people/name.ts';
import { cardTexts, snapshotOf } from '#rooms/people/server/index.ts';
import { fillIn, withoutOpen } from '../document.ts';
import { textOf } from './texts.ts';

export type PosterRow = { unitId: string; unitName: string; path: string; coaches: string[] };

/** Every unit in its place in the tree, with the names of its own coaches. */
export const postersHere = verb('postersHere', async (tx): Promise<PosterRow[]> => {
  const { helpers } = await snapshotOf(tx);
  return treeOf(await unitsOf(tx)).map(({ unit, path }) => ({
    ...{ unitId: unit.id, unitName: unit.name, path },
    coaches: helpers.filter(({ coachOf }) => coachOf.includes(unit.id)).map((helper) => fullName(helper)),
  }));
});

/** The poster of a unit: its text with the coach in it. Without a coach it says who helps meanwhile: `body` is null. */
export const posterHere = verb('posterHere', async (tx, unitId: string) => {
  const unit = found((await unitsOf(tx)).find(({ id }) => id === unitId));
  const { name, ictPhone } = await organisationOf(tx);
  const { helpers } = await snapshotOf(tx);
  const coaches = helpers.filter(({ coachOf }) => coachOf.includes(unitId));
  const about = { organisation: name, unitName: unit.name, ictPhone, now: tx.now };
  if (coaches.length === 0) return { ...about, body: null };
  // Of every coach at once, for the page that prints them all.
  const everyCoach = helpers.flatMap(({ personId, coachOf }) => (coachOf.length > 0 ? [personId] : []));
  const texts = await onceIn(tx, 'startpath.posterCards', () => cardTexts(tx, everyCoach));
  const ofAll = (which: 'place' | 'phone'): string | null =>
    inOneLine(
      coaches.flatMap((coach) => {
        const text = texts.get(coach.personId)?.[which];
        return text ? [{ name: fullName(coach), text }] : [];
      }),
      coaches.length > 1,
    );
  const text = await onceIn(tx, 'startpath.poster', () => textOf(tx, 'poster'));
  const filled = fillIn(text.filled, {
    [m.startpath_place_unit()]: unit.name,
    [m.startpath_place_coach()]: coaches.map((coach) => fullName(coach)).join(m.startpath_or()),
    [m.startpath_place_where()]: ofAll('place'),
    [m.startpath_place_phone()]: ofAll('phone'),
  });
  return { ...about, body: withoutOpen(filled) };
});

/** Where it is not the same for all, it says whose each is. */
function inOneLine(told: readonly { name: string; text: string }[], areMore: boolean): string | null {
  const texts = [...new Set(told.map(({ text }) => text))];
  if (!areMore || texts.length < 2) return texts[0] ?? null;
  return told.map(({ name, text }) => `${text} (${name})`).join(', ');
}
