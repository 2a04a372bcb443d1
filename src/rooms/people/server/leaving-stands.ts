import { sql } from 'kysely';
import { addDays, localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Heir, LeavingStanding } from '../leaving.ts';
import type { Name } from '../name.ts';

/** What stands with somebody who leaves. Days are local, 'YYYY-MM-DD'. */

/** Rows of `row` that count on that day. */
const on = (day: string, row: 'a' | 'r') => sql`
  coalesce(${sql.ref(`${row}.starts_on`)} <= ${day}, true) and coalesce(${sql.ref(`${row}.ends_on`)} >= ${day}, true)`;

/** The first day without them: never one that is past. */
const dayAfter = (tx: Tx, lastDay: string): string => {
  const [after, today] = [addDays(lastDay, 1), localDay(tx.now)];
  return after > today ? after : today;
};

type Unit = { id: string; name: string };
type Posters = LeavingStanding['posters'];

/** The units they coach until that day and which then have no coach left. */
export async function unitsWithout(tx: Tx, personId: string, lastDay: string): Promise<Unit[]> {
  const day = dayAfter(tx, lastDay);
  const { rows } = await sql<Unit>`
    select distinct u.id, u.name
      from role r join appointment a on a.id = r.appointment_id join unit u on u.id = r.unit_id
     where a.person_id = ${personId} and r.kind = 'coach' and ${on(lastDay, 'r')} and ${on(lastDay, 'a')}
       and not exists (select from role r join appointment a on a.id = r.appointment_id
                        where r.unit_id = u.id and r.kind = 'coach' and a.person_id <> ${personId}
                          and ${on(day, 'r')} and ${on(day, 'a')})
     order by u.name, u.id`.execute(tx);
  return rows;
}

/** The themes for which they are the only expert. */
export async function themesWithout(tx: Tx, personId: string, lastDay: string): Promise<Theme[]> {
  const day = dayAfter(tx, lastDay);
  const { rows } = await sql<{ theme: Theme }>`
    with experts as (
      select a.person_id, unnest(r.themes) as theme, ${on(day, 'r')} and ${on(day, 'a')} as stays
        from role r join appointment a on a.id = r.appointment_id
       where r.kind = 'expert' and ${on(localDay(tx.now), 'r')} and ${on(localDay(tx.now), 'a')})
    select distinct theme from experts
     where person_id = ${personId}
       and theme not in (select theme from experts where person_id <> ${personId} and stays)
     order by theme`.execute(tx);
  return rows.map(({ theme }) => theme);
}

/** Where a sheet with their name may hang: the units they coach, with the places of who works there. */
export async function posterPlaces(tx: Tx, personId: string, lastDay: string): Promise<Posters> {
  const { rows } = await sql<Posters[number]>`
    select u.id as "unitId", u.name as "unitName",
           array(select distinct w.location from appointment w
                  where w.unit_id = u.id and w.location is not null and coalesce(w.ends_on >= ${lastDay}, true)
                  order by w.location) as places
      from unit u
     where u.id in (select r.unit_id from role r join appointment a on a.id = r.appointment_id
                     where a.person_id = ${personId} and r.kind = 'coach' and ${on(lastDay, 'r')} and ${on(lastDay, 'a')})
     order by u.name, u.id`.execute(tx);
  return rows;
}

/** Whoever counts on them to stand in. */
export async function standsInFor(tx: Tx, personId: string): Promise<(Name & { id: string })[]> {
  const rows = await tx
    .selectFrom('helper')
    .innerJoin('named', 'named.id', 'helper.person_id')
    .where('helper.substitute_id', '=', personId)
    .where('named.works_here', '=', true)
    .select(['named.id', 'first_name as firstName', 'last_name as lastName'])
    .$narrowType<Name & { id: string }>()
    .orderBy('first_name')
    .orderBy('named.id')
    .execute();
  return rows;
}

/** How many walk-in moments they hold that still come round. */
export async function dropInsOf(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from drop_in
     where person_id = ${personId} and stopped_at is null
       and case when every_weeks = 0 then first_on else coalesce(last_on, 'infinity') end >= ${localDay(tx.now)}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Who can take something over: whoever coaches, knows a theme or coordinates and is still there on the day after. First
 * the coaches of the same units (`near`), then by name.
 */
export async function heirsOf(tx: Tx, personId: string, lastDay: string): Promise<Heir[]> {
  const day = dayAfter(tx, lastDay);
  const { rows } = await sql<Heir>`
    with theirs as (
      select r.unit_id from role r join appointment a on a.id = r.appointment_id
       where a.person_id = ${personId} and r.kind = 'coach')
    select p.id, p.first_name as "firstName", p.last_name as "lastName",
           bool_or(r.kind in ('coach', 'expert')) as "isCoach",
           coalesce(bool_or(r.kind = 'coach' and r.unit_id in (select unit_id from theirs)), false) as near
      from role r join appointment a on a.id = r.appointment_id join person p on p.id = a.person_id
     where r.kind in ('coach', 'expert', 'coordinator') and p.id <> ${personId}
       and ${on(day, 'r')} and ${on(day, 'a')} and ${on(localDay(tx.now), 'r')} and ${on(localDay(tx.now), 'a')}
     group by p.id, p.first_name, p.last_name
     order by near desc, p.first_name collate "nl-BE-x-icu", p.last_name collate "nl-BE-x-icu", p.id`.execute(
    tx,
  );
  return rows;
}

/** Who keeps what they leave behind when nobody was chosen: a coordinator, else a coach beside them, else an administrator. */
export async function keeperFor(tx: Tx, personId: string, lastDay: string): Promise<string | null> {
  const day = dayAfter(tx, lastDay);
  const { rows } = await sql<{ id: string }>`
    select a.person_id as id
      from role r join appointment a on a.id = r.appointment_id
     where r.kind in ('coordinator', 'coach', 'admin') and a.person_id <> ${personId}
       and ${on(day, 'r')} and ${on(day, 'a')} and ${on(localDay(tx.now), 'r')} and ${on(localDay(tx.now), 'a')}
       and (r.kind <> 'coach' or r.unit_id in (select unit_id from appointment where person_id = ${personId}))
     order by array_position(array['coordinator', 'coach', 'admin'], r.kind), r.starts_on, a.person_id
     limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Whether they are the only coordinator who would be there on the day after. */
export async function isLastCoordinator(tx: Tx, personId: string, lastDay: string): Promise<boolean> {
  const { rows } = await sql<{ theirs: boolean; others: boolean }>`
    select coalesce(bool_or(a.person_id = ${personId}), false) as theirs,
           coalesce(bool_or(a.person_id <> ${personId} and ${on(dayAfter(tx, lastDay), 'r')}
             and ${on(dayAfter(tx, lastDay), 'a')}), false) as others
      from role r join appointment a on a.id = r.appointment_id
     where r.kind = 'coordinator' and ${on(localDay(tx.now), 'r')} and ${on(localDay(tx.now), 'a')}`.execute(
    tx,
  );
  return rows[0]?.theirs === true && !rows[0].others;
}

/** Whether they help as coach or expert on that day. */
export async function helpsOn(tx: Tx, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from role r join appointment a on a.id = r.appointment_id
     where a.person_id = ${personId} and r.kind in ('coach', 'expert') and ${on(day, 'r')} and ${on(day, 'a')}
     limit 1`.execute(tx);
  return rows.length > 0;
}
