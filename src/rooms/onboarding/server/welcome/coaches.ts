import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { found, Invalid, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify, withdrawNotices } from '#rooms/notifications/server/index.ts';
import { helpersHere } from '#rooms/people/server/index.ts';
import type { Name } from '#rooms/people/name.ts';
import { isFor } from '../../welcome/steps.ts';
import { isDone } from './done.ts';
import { giveLists } from './give.ts';
import { itemsOf } from './list.ts';

export type CoachBeginning = Name & {
  personId: string;
  /** YYYY-MM-DD */
  since: string;
  buddy: Name | null;
  steps: number;
  done: number;
};

/** Whose first role as a coach began so long ago has a list of their own; who coached before has none. */
const beginningDays = 30;

/** Who begins as a coach and is not ready yet. */
export async function coachesBeginning(tx: Tx): Promise<CoachBeginning[]> {
  const { rows } = await sql<CoachBeginning>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName", w.begins_on as since,
           case when b.id is not null then
             json_build_object('firstName', b.first_name, 'lastName', b.last_name) end as buddy,
           s.steps, s.done
      from welcome w
      join named p on p.id = w.person_id and p.works_here
      left join named b on b.id = w.buddy_id and b.works_here
      cross join lateral (
        select count(*)::int as steps, count(*) filter (where ${isDone})::int as done
          from welcome_step s where s.welcome_id = w.id) s
     where w.kind = 'coach' and w.finished_at is null
     order by w.begins_on desc, p.last_name collate "nl-BE-x-icu", p.id`.execute(tx);
  return rows;
}

/** Whoever became a coach for the first time gets the list of a coach. Part of the sweep. */
export async function beginCoaches(tx: Tx): Promise<void> {
  const today = localDay(tx.now);
  const { rows } = await sql<{ personId: string; since: string }>`
    select a.person_id as "personId", min(r.starts_on) as since
      from role r join appointment a on a.id = r.appointment_id
     where r.kind = 'coach'
     group by a.person_id
    having min(r.starts_on) <= ${today} and min(r.starts_on) > ${today}::date - ${beginningDays}::int
       and bool_or((r.ends_on is null or r.ends_on >= ${today}) and (a.ends_on is null or a.ends_on >= ${today}))
       and not exists (select from welcome w where w.person_id = a.person_id and w.kind = 'coach')`.execute(
    tx,
  );
  if (rows.length === 0) return;
  const items = (await itemsOf(tx)).filter((item) => isFor(item, 'coach'));
  await giveLists(
    tx,
    rows.map(({ personId, since }) => ({ personId, kind: 'coach', beginsOn: since, items })),
  );
}

/** Who could be somebody's buddy: every other coach. */
export async function buddiesFor(tx: Tx, personId: string): Promise<(Name & { personId: string })[]> {
  const { helpers } = await helpersHere(tx);
  return helpers
    .filter((one) => one.isCoach && one.personId !== personId)
    .map(({ personId: id, firstName, lastName }) => ({ personId: id, firstName, lastName }));
}

/** Names another coach as the buddy of who begins as one, or nobody. Both hear of it. */
export const nameBuddy = verb('nameBuddy', async (tx, personId: string, buddyId: string | null) => {
  if (!isId(personId) || (buddyId !== null && !isId(buddyId))) throw new NotFound();
  const welcome = found(await coachWelcome(tx, personId));
  if (welcome.buddy_id === buddyId) return;
  const may = await buddiesFor(tx, personId);
  if (buddyId && !may.some((one) => one.personId === buddyId))
    throw new Invalid({ buddyId: 'welcome_pick_buddy' });
  await tx.updateTable('welcome').set({ buddy_id: buddyId }).where('id', '=', welcome.id).execute();
  await record(tx, { event: 'welcome.buddy_named', subject: { kind: 'person', id: personId } });
  for (const reader of [personId, welcome.buddy_id])
    if (reader) await withdrawNotices(tx, { personId: reader, subjectId: welcome.id });
  if (!buddyId) return;
  const about = { subjectId: welcome.id, mailOnly: true };
  await notify(tx, { ...about, personId, kind: 'welcome.buddy' });
  await notify(tx, { ...about, personId: buddyId, kind: 'welcome.buddy_of' });
});

const coachWelcome = (tx: Tx, personId: string) =>
  tx
    .selectFrom('welcome')
    .select(['id', 'buddy_id'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'coach')
    .forUpdate()
    .executeTakeFirst();
