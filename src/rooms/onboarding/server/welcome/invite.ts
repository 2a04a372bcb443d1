import { sql } from 'kysely';
import { localDay, minuteOfDay } from '#platform/days.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { beginCoaches } from './coaches.ts';
import { settleWelcomes } from './done.ts';

const atOnce = 50;
/** Nobody signs in before their first day, and no phone rings on it at night. */
const fromMinute = 8 * 60;

/** Once a minute: the list of who became a coach, invitations that are due, and lists that finished by themselves. */
export async function keepWelcomes(actor: Actor): Promise<void> {
  await inOrganisation(actor, async (tx) => {
    await beginCoaches(tx);
    await settleWelcomes(tx);
  });
  while ((await inOrganisation(actor, inviteSome)) === atOnce);
}

/** Returns how many were invited. Each is taken by one worker, and invited once. */
async function inviteSome(tx: Tx): Promise<number> {
  const today = localDay(tx.now);
  const last = minuteOfDay(tx.now) < fromMinute ? sql`${today}::date - 1` : sql`${today}::date`;
  const { rows } = await sql<{ id: string; personId: string }>`
    update welcome set invited_at = ${tx.now}
     where id in (
       select w.id from welcome w join person p on p.id = w.person_id
        where w.kind = 'newcomer' and w.invited_at is null and w.begins_on <= ${last} and p.email is not null
        order by w.begins_on, w.id limit ${atOnce} for update of w skip locked)
    returning id, person_id as "personId"`.execute(tx);
  for (const { id, personId } of rows)
    await notify(tx, { personId, kind: 'welcome.invitation', subjectId: id, mailOnly: true });
  return rows.length;
}
