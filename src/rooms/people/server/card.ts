import { allow, found, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { record } from '#rooms/activity/server/index.ts';
import { canMendCard, hasCard } from '../card.ts';
import { personAsActor } from './actor.ts';
import { cardTexts, coachRow, type CoachRow } from './coaches.ts';
import { momentsOf, type DropInMoment } from './drop-ins-coming.ts';
import { snapshotOf } from './snapshot.ts';

export type CoachCard = CoachRow & {
  about: string | null;
  phone: string | null;
  place: string | null;
  dropIns: DropInMoment[];
  /** The authority they come from, when nobody here employs them. */
  visitingFrom: string | null;
  now: Date;
};

const dropInsShown = 3;

/** The card of a coach or expert, as colleagues read it. Who helps nobody by role has none: NotFound. */
export const coachCard = verb('coachCard', async (tx, personId: string): Promise<CoachCard> => {
  const snapshot = await snapshotOf(tx);
  const helper = found(snapshot.helpers.find((one) => one.personId === personId && hasCard(one)));
  const { unitId } = found(await personAsActor(tx, found(tx.actor.personId)));
  const { themes, ...texts } = found((await cardTexts(tx, [personId])).get(personId));
  return {
    ...coachRow(snapshot, helper, { unitId, moment: tx.now, themes }),
    ...texts,
    dropIns: (await momentsOf(tx, snapshot, [helper])).slice(0, dropInsShown),
    visitingFrom: (await personAsActor(tx, personId))?.visitingFrom ?? null,
    now: tx.now,
  };
});

export type CardChange = {
  themes: readonly Theme[];
  about: string | null;
  phone: string | null;
  place: string | null;
};

/** What somebody wrote on their card, for the form that changes it. An expert's own themes come with the role. */
export const cardHere = verb('cardHere', async (tx, personId: string) => {
  const { firstName, lastName } = await whoseCard(tx, personId);
  const texts = found((await cardTexts(tx, [personId])).get(personId));
  return { personId, firstName, lastName, ...texts };
});

export const changeCard = verb('changeCard', async (tx, personId: string, change: CardChange) => {
  await whoseCard(tx, personId);
  const row = { themes: [...change.themes], about: change.about || null, place: change.place || null };
  await tx
    .insertInto('helper')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(row))
    .execute();
  await tx.updateTable('person').set({ phone: change.phone }).where('id', '=', personId).execute();
  await record(tx, { event: 'card.changed', subject: { kind: 'person', id: personId } });
});

/** Whose card it is, for who may mend it: NotFound when nobody here has such a card, Forbidden when it is another's. */
export async function whoseCard(tx: Tx, personId: string) {
  const person = await personAsActor(tx, personId);
  const helps = person?.actor.roles.some(({ kind }) => kind === 'coach' || kind === 'expert');
  if (!person || !helps) throw new NotFound();
  allow(canMendCard(tx.actor, personId));
  return person;
}
