import { sql } from 'kysely';
import { dayOf, instantOf, localDay } from '#platform/days.ts';
import { newId } from '#platform/ids.ts';
import { log } from '#platform/server/log.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import { passOnEverything } from './left.ts';
import { dropInsOf, helpsOn, keeperFor, standsInFor } from './leaving-stands.ts';
import { tellHeirs, tellOfLeaving } from './leaving-told.ts';
import { tell } from './tell.ts';

/** Nobody needs to be thanked during the night. */
const fromMinute = 7 * 60 + 30;
const atOnce = 200;

/**
 * Makes happen what is planned, when nobody looks. Whoever's last day came with a staff list, or was set by hand, leaves
 * in the same way. Each in a transaction of its own, so that one that fails keeps nobody else; any number of workers
 * may do it.
 */
export async function leaveByThemselves(actor: Actor): Promise<void> {
  await inOrganisation(actor, adoptEnded);
  await inOrganisation(actor, thankWhoLeaves);
  const due = await inOrganisation(actor, (tx) =>
    tx
      .selectFrom('leaving')
      .select('id')
      .where('done_at', 'is', null)
      .where('last_day', '<', localDay(tx.now))
      .orderBy('last_day')
      .limit(atOnce)
      .execute(),
  );
  for (const { id } of due)
    await inOrganisation(actor, (tx) => leave(tx, id)).catch((error: unknown) =>
      log.error({ leavingId: id, error: error instanceof Error ? error.stack : 'unknown' }, 'leaving failed'),
    );
}

/** Whose last day is there, and who has no leaving of that day: one without choices. */
async function adoptEnded(tx: Tx): Promise<void> {
  const { rows } = await sql<{ personId: string; lastDay: string }>`
    select a.person_id as "personId", max(a.ends_on) as "lastDay"
      from appointment a
     group by a.person_id
    having count(*) = count(a.ends_on) and max(a.ends_on) <= ${localDay(tx.now)}
       and not exists (select from leaving l
                        where l.person_id = a.person_id and l.kind = 'job'
                          and case when l.done_at is null then l.last_day <= max(a.ends_on)
                                   else l.last_day >= max(a.ends_on) end)
     limit ${atOnce}`.execute(tx);
  for (const { personId, lastDay } of rows) {
    const id = newId(tx.now.getTime());
    const own = { kind: 'job', last_day: lastDay } as const;
    const { id: leavingId } = await tx
      .insertInto('leaving')
      .values({ id, person_id: personId, made_at: tx.now, ...own })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'person_id']).where('done_at', 'is', null).doUpdateSet(own),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    if (leavingId === id) await tellOfLeaving(tx, { id, personId, lastDay });
  }
}

/** On the last day, from half past seven on, whoever helped is thanked, once. */
async function thankWhoLeaves(tx: Tx): Promise<void> {
  const today = localDay(tx.now);
  if (tx.now.getTime() < instantOf(dayOf(today), fromMinute)) return;
  const rows = await tx
    .updateTable('leaving')
    .set({ thanked_at: tx.now })
    .where('last_day', '=', today)
    .where('thanked_at', 'is', null)
    .where('done_at', 'is', null)
    .returning(['id', 'person_id'])
    .execute();
  for (const { id, person_id: personId } of rows)
    if (await helpsOn(tx, personId, today))
      await tell(tx, { personId, kind: 'leaving.thanks', subjectId: id, mailOnly: true });
}

type Row = {
  id: string;
  person_id: string;
  kind: string;
  last_day: string;
  keeper_id: string | null;
  drop_ins_to: string | null;
  stands_in_id: string | null;
};

/** All of it at once. Not for somebody who stays after all: the plan then goes. */
async function leave(tx: Tx, id: string): Promise<void> {
  const row = await tx
    .selectFrom('leaving')
    .selectAll()
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return;
  const gone = row.kind === 'job';
  const { person_id: personId, last_day: lastDay } = row;
  const stays = gone ? await worksHere(tx, personId) : await helpsOn(tx, personId, localDay(tx.now));
  if (stays) {
    await tx.deleteFrom('leaving').where('id', '=', id).execute();
    return;
  }
  if (gone) await endRoles(tx, personId, lastDay);
  await passOnOwn(tx, row);
  const chosen = (await worksHere(tx, row.keeper_id)) ? row.keeper_id : null;
  const keeperId = chosen ?? (gone ? await keeperFor(tx, personId, lastDay) : null);
  await passOnEverything(tx, { personId, gone, keeperId });
  await tx
    .updateTable('leaving')
    .set({ done_at: tx.now, word: null, before: '[]' })
    .where('id', '=', id)
    .execute();
  const event = gone ? 'person.left' : 'person.stopped_helping';
  await record(tx, { event, subject: { kind: 'person', id: personId } });
}

async function worksHere(tx: Tx, personId: string | null): Promise<boolean> {
  const query = tx.selectFrom('named').select('id').where('id', '=', personId).where('works_here', '=', true);
  return personId !== null && (await query.executeTakeFirst()) !== undefined;
}

/** Who comes back on the same appointment is given a role again, by somebody who means it. */
const endRoles = (tx: Tx, personId: string, lastDay: string) =>
  sql`update role set ends_on = greatest(starts_on - 1, ${lastDay}::date)
       where (ends_on is null or ends_on > ${lastDay})
         and appointment_id in (select id from appointment where person_id = ${personId})`.execute(tx);

/** What is this room's: walk-in moments, standing in for others, being away. */
async function passOnOwn(tx: Tx, row: Row): Promise<void> {
  const { person_id: personId } = row;
  const heir = async (id: string | null) => ((await worksHere(tx, id)) ? id : null);
  const [dropInsTo, standsInId] = [await heir(row.drop_ins_to), await heir(row.stands_in_id)];
  const passes = {
    dropInsTo: (await dropInsOf(tx, personId)) > 0 ? dropInsTo : null,
    standsInId: (await standsInFor(tx, personId)).length > 0 ? standsInId : null,
  };
  await tx
    .updateTable('drop_in')
    .set(dropInsTo ? { person_id: dropInsTo } : { stopped_at: tx.now })
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .execute();
  // Nobody stands in for themself.
  await sql`update helper set substitute_id = nullif(${standsInId}::uuid, person_id)
             where substitute_id = ${personId}`.execute(tx);
  await tx
    .updateTable('absence')
    .set({ substitute_id: null })
    .where('substitute_id', '=', personId)
    .execute();
  if (row.kind === 'job') await beAwayNoMore(tx, personId);
  await tellHeirs(tx, { id: row.id, ...passes });
  await tx
    .updateTable('helper')
    .set({ also_elsewhere: false, paused_until: null })
    .where('person_id', '=', personId)
    .execute();
  await tx.deleteFrom('not_found').where('person_id', '=', personId).execute();
}

/** Whoever is here no longer is not away either: what ran on is kept no longer than any other absence. */
async function beAwayNoMore(tx: Tx, personId: string): Promise<void> {
  const theirs = tx.deleteFrom('absence').where('person_id', '=', personId);
  await theirs.where('starts_at', '>=', tx.now).execute();
  await tx
    .updateTable('absence')
    .set({ ends_at: tx.now })
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', tx.now)]))
    .execute();
}
