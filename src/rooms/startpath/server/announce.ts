import { addDays, localDay } from '#platform/days.ts';
import { Invalid } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { later } from '#platform/server/jobs.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { pin } from '#rooms/organisations/server/index.ts';
import { announcedDays } from '../call.ts';
import { openPlaces } from '../document.ts';
import { markDone } from './path.ts';
import { textOf } from './texts.ts';

/** Under this kind the announcement hangs on Start. */
export const pinnedAnnouncement = 'startpath.announcement';

/** So many are told in one transaction. */
const batch = 50;

/** What was announced, as it was sent; null: nothing yet. */
export async function announcementOf(tx: Tx) {
  const row = await tx
    .selectFrom('announcement')
    .select(['id', 'body', 'made_on as madeOn', 'told_at as toldAt'])
    .executeTakeFirst();
  return row ?? null;
}

/** As every colleague reads it; null: nothing was announced yet. */
export const announcementHere = verb('announcementHere', async (tx) => {
  const made = await announcementOf(tx);
  return made && { body: made.body, madeOn: made.madeOn };
});

/** What would be announced, and to how many: whoever works here today. */
export const announcementPlan = verb('announcementPlan', async (tx) => {
  const made = await announcementOf(tx);
  const { filled } = await textOf(tx, 'announcement');
  const { total, withMail } = await working(tx)
    .clearSelect()
    .select(({ fn }) => [
      fn.count<number>('person.id').distinct().as('total'),
      fn.count<number>('person.id').distinct().filterWhere('email', 'is not', null).as('withMail'),
    ])
    .executeTakeFirstOrThrow();
  return {
    body: made?.body ?? filled,
    openPlaces: made ? 0 : openPlaces(filled),
    ...{ withMail: Number(withMail), withoutMail: Number(total) - Number(withMail) },
    madeOn: made?.madeOn ?? null,
  };
});

/** Tells all colleagues, once: by mail who has an address, and everybody on Start for two weeks. */
export const announce = verb('announce', async (tx) => {
  const { filled } = await textOf(tx, 'announcement');
  if (openPlaces(filled) > 0) throw new Invalid({ '': 'startpath_places_open' });
  const [id, today] = [newId(), localDay(tx.now)];
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('announcement')
    .values({ id, body: filled, made_on: today })
    .onConflict((conflict) => conflict.columns(['organisation_id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await pin(tx, { kind: pinnedAnnouncement, subjectId: id, until: addDays(today, announcedDays - 1) });
  await markDone(tx, 'announcement');
  await record(tx, { event: 'announcement.made', subject: { kind: 'announcement', id } });
  await later(tx, 'startpath.announce', { announcementId: id });
});

/** Tells the next ones, and puts itself in again until everybody was told. Whoever was told is not told twice. */
export const tellNext = (actor: Actor, announcementId: string): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const made = await tx
      .selectFrom('announcement')
      .select('id')
      .where('id', '=', announcementId)
      .where('told_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!made) return;
    const next = await notTold(tx, announcementId).limit(batch).execute();
    for (const { id: personId } of next)
      await notify(tx, { personId, kind: 'call.announced', subjectId: announcementId, mailOnly: true });
    if (next.length === batch) await later(tx, 'startpath.announce', { announcementId });
    else await tx.updateTable('announcement').set({ told_at: tx.now }).where('id', '=', made.id).execute();
  });

const working = (tx: Tx) =>
  tx
    .selectFrom('person')
    .innerJoin('appointment', 'appointment.person_id', 'person.id')
    .select('person.id')
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', localDay(tx.now))]))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', localDay(tx.now))]));

const notTold = (tx: Tx, announcementId: string) =>
  working(tx)
    .distinct()
    .where('email', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notification')
            .select('notification.id')
            .whereRef('notification.person_id', '=', 'person.id')
            .where('notification.subject_id', '=', announcementId),
        ),
      ),
    )
    .orderBy('person.id');
