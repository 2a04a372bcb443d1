import { Conflict, found, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { isFor } from '../../welcome/steps.ts';
import { giveLists, insertWelcomes } from './give.ts';
import { itemsOf } from './list.ts';
import { audienceOf, newcomersOf, type Newcomer } from './newcomers.ts';

export type Welcomed = { welcomed: number; withoutEmail: number };

/**
 * Welcomes these colleagues: each gets the list of their function, and who has e-mail is invited, from eight o'clock on
 * their first day (invite.ts). Who was welcomed already stays as they are. NotFound when one of them works nowhere here.
 */
export const welcomeNewcomers = verb(
  'welcomeNewcomers',
  async (tx, ids: readonly string[]): Promise<Welcomed> => {
    const items = await itemsOf(tx);
    const itemsFor = (one: Newcomer) => items.filter((item) => isFor(item, audienceOf(one)));
    const all = await colleagues(tx, [...new Set(ids)]);
    const lists = all.map((one) => {
      const { personId, firstDay: beginsOn } = one;
      return { personId, kind: 'newcomer' as const, beginsOn, items: itemsFor(one) };
    });
    const begun = await giveLists(tx, lists);
    const withoutEmail = all.filter(({ personId, hasEmail }) => begun.has(personId) && !hasEmail);
    return { welcomed: begun.size, withoutEmail: withoutEmail.length };
  },
);

/** These people, whether they are new or not; NotFound when one of them works nowhere here. */
async function colleagues(tx: Tx, ids: readonly string[]): Promise<Newcomer[]> {
  if (!ids.every(isId)) throw new NotFound();
  const known = await newcomersOf(tx, ids);
  if (known.length < ids.length) throw new NotFound();
  return known;
}

export const colleagueAsNewcomer = async (tx: Tx, personId: string): Promise<Newcomer> =>
  found((await colleagues(tx, [personId]))[0]);

/** Somebody who is no newcomer after all: off the page, without a list and without a mail. */
export const setAsideNewcomer = verb('setAsideNewcomer', async (tx, personId: string) => {
  const { firstDay } = await colleagueAsNewcomer(tx, personId);
  const aside = { finished_at: tx.now, invited_at: tx.now };
  const row = { person_id: personId, kind: 'newcomer' as const, begins_on: firstDay, ...aside };
  const made = await insertWelcomes(tx, [row]);
  if (made.size === 0) throw new Conflict('welcome_welcomed_already');
  await record(tx, { event: 'welcome.set_aside', subject: { kind: 'person', id: personId } });
});

/** Undoes either, for as long as no invitation left: the colleague waits for a welcome again. */
export const takeBackWelcome = verb('takeBackWelcome', async (tx, personId: string) => {
  const { steps } = await colleagueAsNewcomer(tx, personId);
  const welcome = found(
    await tx
      .selectFrom('welcome')
      .select(['id', 'invited_at'])
      .where('person_id', '=', personId)
      .where('kind', '=', 'newcomer')
      .forUpdate()
      .executeTakeFirst(),
  );
  if (welcome.invited_at && steps > 0) throw new Conflict('welcome_invited_already');
  await tx.deleteFrom('welcome').where('id', '=', welcome.id).execute();
  await record(tx, { event: 'welcome.taken_back', subject: { kind: 'person', id: personId } });
});
